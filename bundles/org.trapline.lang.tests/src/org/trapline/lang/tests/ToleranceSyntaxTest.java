// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.junit.Test;
import org.osgi.framework.FrameworkUtil;
import org.trapline.catalog.Catalog;
import org.trapline.lang.TraplineStandaloneSetup;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.Experiment;
import org.trapline.model.ReferenceUse;
import org.trapline.model.Tolerance;
import org.trapline.model.TraplineModel;

import com.google.inject.Injector;

/** Tolerances where an experiment uses a reference: their syntax, and every message about them. */
public class ToleranceSyntaxTest {

	private static final Injector LANGUAGE = new TraplineStandaloneSetup(
			FrameworkUtil.getBundle(ToleranceSyntaxTest.class) != null ? Catalog.installed()
					: Catalog.onClassPath(ToleranceSyntaxTest.class.getClassLoader())).createInjectorAndDoEMFRegistration();

	private static final String STUDY = """
			import "org.trapline.cpu.arm/x-gene"
			stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
			stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
			stack Other extends Nested { }
			experiment E {
				stacks Vm, Nested, Other
				workload hypercall, virtual_ipi
				measure traps, cycles
				reference neve.sosp17 {
					Vm = vm, Nested = v8_3
					%s
				}
			}
			""";

	private static XtextResource load(String tolerances) throws IOException {
		XtextResourceSet resources = LANGUAGE.getInstance(XtextResourceSet.class);
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("trapline", LANGUAGE.getInstance(IResourceFactory.class));
		XtextResource resource = (XtextResource) resources.createResource(URI.createURI("file:/own.trapline"));
		resource.load(new ByteArrayInputStream(STUDY.formatted(tolerances).getBytes(StandardCharsets.UTF_8)), resources.getLoadOptions());
		return resource;
	}

	private static List<Issue> issues(String tolerances) throws IOException {
		XtextResource resource = load(tolerances);
		return resource.getResourceServiceProvider().getResourceValidator().validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
	}

	/** There is this one problem. */
	private static void assertProblem(String message, String tolerances) throws IOException {
		List<Issue> issues = issues(tolerances);
		assertEquals(List.of(message), issues.stream().map(Issue::getMessage).toList());
		assertEquals(ProblemCodes.TOLERANCE, issues.get(0).getCode());
		assertTrue("in a line of its own", issues.get(0).getLineNumber() >= 11);
	}

	private static List<Tolerance> tolerances(String text) throws IOException {
		assertEquals(List.of(), issues(text).stream().map(Issue::getMessage).toList());
		Experiment experiment = (Experiment) ((TraplineModel) load(text).getContents().get(0)).getElements().getLast();
		ReferenceUse use = experiment.getReferences().get(0);
		assertEquals(2, use.getPairs().size());
		return use.getTolerances();
	}

	// ------------------------------------------------------------------------------------------- syntax

	@Test
	public void aReferenceNeedsNoTolerances() throws Exception {
		assertEquals(List.of(), tolerances(""));
	}

	@Test
	public void trapsAreToleratedByCountAndCyclesByPercent() throws Exception {
		List<Tolerance> found = tolerances("tolerance traps 2 tolerance cycles 7.5 %");
		assertEquals("2", found.get(0).getBound().toPlainString());
		assertEquals(false, found.get(0).isPercent());
		assertEquals("7.5", found.get(1).getBound().toPlainString());
		assertEquals(true, found.get(1).isPercent());
	}

	@Test
	public void trapsMayBeToleratedByPercentAndHaveToBeExact() throws Exception {
		assertEquals(2, tolerances("tolerance traps 5 % tolerance traps 0 for hypercall because \"they are exact\"").size());
	}

	@Test
	public void aWorkloadOrSomeOfItsStacksMayHaveTheirOwn() throws Exception {
		List<Tolerance> found = tolerances("""
				tolerance cycles 10 %
				tolerance cycles 20 % for virtual_ipi because "the publication does not say when it ends"
				tolerance cycles 30% for virtual_ipi on Vm, Nested because "of the stacks"
				""");
		assertEquals("virtual_ipi", found.get(1).getWorkload().getName());
		assertEquals("the publication does not say when it ends", found.get(1).getReason());
		assertEquals(List.of("Vm", "Nested"), found.get(2).getStacks().stream().map(stack -> stack.getName()).toList());
	}

	// ------------------------------------------------------------------------------------------- messages

	@Test
	public void cyclesWithoutPercent() throws Exception {
		assertProblem("a tolerance of cycles is a percentage of the published value: write '10 %'", "tolerance cycles 10");
	}

	@Test
	public void zeroPercent() throws Exception {
		assertProblem("a tolerance in percent is above 0, not 0: give the largest error that passes", "tolerance cycles 0 %");
		assertProblem("a tolerance in percent is above 0, not 0.0: give the largest error that passes, or write 'traps 0' where counts have to be equal",
				"tolerance traps 0.0 %");
	}

	@Test
	public void aNegativeBoundIsNoSyntax() throws Exception {
		List<Issue> issues = issues("tolerance cycles -10 %");
		assertEquals("syntax", issues.get(0).getCode());
		assertTrue(issues.get(0).getMessage(), issues.get(0).getMessage().startsWith("unexpected '-'"));
	}

	@Test
	public void aPartOfATrap() throws Exception {
		assertProblem("traps are counted, and differ by whole numbers, not by 2.5: write 'traps 2', or percent", "tolerance traps 2.5");
	}

	@Test
	public void anExceptionWithoutAReason() throws Exception {
		assertProblem("the tolerance of traps for hypercall does not say why these values have their own: add 'because \"REASON\"'",
				"tolerance traps 5 for hypercall");
	}

	@Test
	public void anEmptyReason() throws Exception {
		assertProblem("the reason of this tolerance is empty: say why, for whoever reads the results",
				"tolerance traps 5 for hypercall because \" \"");
	}

	@Test
	public void aMetricThatIsNotMeasured() throws Exception {
		assertProblem("the experiment does not measure time: add it to 'measure', or remove this tolerance", "tolerance time 10 %");
	}

	@Test
	public void aWorkloadThatIsNotInTheExperiment() throws Exception {
		assertProblem("workload 'device_io' is not in the experiment: add it to 'workload', or remove this tolerance",
				"tolerance traps 5 for device_io because \"of a recount\"");
	}

	@Test
	public void aStackThatIsComparedWithNothing() throws Exception {
		assertProblem("stack 'Other' is compared with no configuration here: add 'Other = CONFIGURATION' before the tolerances, or remove it",
				"tolerance traps 5 for hypercall on Nested, Other because \"of a recount\"");
	}

	@Test
	public void twoGeneralTolerancesOfOneMetric() throws Exception {
		assertProblem("there is a tolerance of traps already: remove one", "tolerance traps 5 tolerance cycles 5 % tolerance traps 5 %");
	}

	@Test
	public void twoTolerancesOfOneWorkload() throws Exception {
		assertProblem("there is a tolerance of traps for hypercall already: remove one",
				"tolerance traps 5 for hypercall because \"a\" tolerance traps 6 for hypercall because \"b\"");
	}

	@Test
	public void twoTolerancesOfOneCell() throws Exception {
		assertProblem("there is a tolerance of traps for hypercall on Nested already: remove one",
				"tolerance traps 5 for hypercall on Vm, Nested because \"a\" tolerance traps 6 for hypercall on Nested because \"b\"");
	}

	@Test
	public void anUnknownWorkloadHasOneMessage() throws Exception {
		assertEquals(List.of("unknown workload 'hypercal': did you mean 'hypercall'?"),
				issues("tolerance traps 5 for hypercal because \"a\"").stream().map(Issue::getMessage).toList());
	}
}
