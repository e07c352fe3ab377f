// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.Inheritance;
import org.trapline.lang.documentation.Texts;
import org.trapline.model.Cpu;
import org.trapline.model.Hypervisor;
import org.trapline.model.NamedElement;
import org.trapline.model.Reference;
import org.trapline.model.TraplineModel;

/** What programs were written from, and CPUs and mechanisms that text alone makes. */
public class OriginTest {

	private static final String STUDY = "import \"org.trapline.cpu.arm/x-gene\"\n";

	@Rule
	public final Checks checks = new Checks();

	private static <T extends NamedElement> T element(TraplineModel model, Class<T> type, String name) {
		return model.getElements().stream().filter(type::isInstance).map(type::cast).filter(each -> name.equals(each.getName())).findFirst().orElseThrow();
	}

	private static TraplineModel resolved(String text) {
		XtextResource resource = Language.INJECTOR.getInstance(Texts.class).resource(text);
		EcoreUtil.resolveAll(resource);
		return (TraplineModel) resource.getContents().get(0);
	}

	@Test
	public void aHypervisorSaysWhatItWasWrittenFromOrTheTableDoes() {
		TraplineModel model = resolved(STUDY + """
				reference one { configuration c }
				reference other { describes Second configuration c }
				hypervisor First extends KvmNonVhe { written from one }
				hypervisor Second extends KvmNonVhe { }
				hypervisor Third extends Second { }
				""");
		Reference one = element(model, Reference.class, "one");
		Reference other = element(model, Reference.class, "other");
		assertTrue(Inheritance.isWrittenFrom(element(model, Hypervisor.class, "First"), one));
		assertFalse(Inheritance.isWrittenFrom(element(model, Hypervisor.class, "First"), other));
		assertTrue(Inheritance.isWrittenFrom(element(model, Hypervisor.class, "Second"), other));
		assertTrue("what extends it", Inheritance.isWrittenFrom(element(model, Hypervisor.class, "Third"), other));
	}

	@Test
	public void aTableThatIsNamedTwice() {
		checks.assertProblems(STUDY + "hypervisor H extends KvmNonVhe { written from neve.sosp17, neve.sosp17 }",
				"2:60 error duplicate-name: reference 'neve.sosp17' is in the list already: remove one");
	}

	@Test
	public void aCpuThatOnlyRulesDecideForHasACostOfTraps() {
		String costs = "cost exit_and_entry : transition = 900 cycles assumed \"x\"\n";
		checks.assertProblems(costs + "control VIRTUAL\ncpu riscv.h { controls VIRTUAL trap costs exit_and_entry }\ncpu riscv.next extends riscv.h { }");
		TraplineModel model = resolved(costs + "cpu a { trap costs exit_and_entry }\ncpu b extends a { }");
		assertEquals("exit_and_entry", Inheritance.trapCost(element(model, Cpu.class, "b")).orElseThrow().getName());
	}

	@Test
	public void aCpuThatNothingDecidesFor() {
		checks.assertProblems("cpu c { }", "1:5 error unknown-implementation: cpu 'c' has neither an implementation nor a cost of traps: add 'trap costs COST', "
				+ "extend a CPU that has one of them, or name one of org.trapline.cpu.arm, org.trapline.cpu.x86");
	}

	@Test
	public void aMechanismNeedsNoImplementation() {
		checks.assertProblems(STUDY + "mechanism m for arm.v8_3 { deferred access costs exception_entry defer { HCR_EL2 } }");
	}
}
