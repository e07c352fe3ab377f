// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.Test;
import org.trapline.model.Experiment;
import org.trapline.model.Hypervisor;
import org.trapline.model.NamedElement;
import org.trapline.model.Platform;
import org.trapline.model.Stack;
import org.trapline.model.Step;
import org.trapline.model.TraplineModel;

/** A syntax error costs the words that are wrong, and nothing else. */
public class RecoveryTest {

	private static final String BEFORE = "control A\n";
	private static final String AFTER = "\nstack Last on P { L0 K guest L1 }\nworkload w { do a }\n";

	/** Asserts which elements are left around a wrong piece, and that there is one error. */
	private static void assertElements(String wrong, String... names) {
		String text = BEFORE + wrong + AFTER;
		List<String> expected = new ArrayList<>(List.of("A"));
		expected.addAll(Arrays.asList(names));
		expected.addAll(List.of("Last", "w"));
		assertEquals(wrong, expected, names(Language.model(text)));
		assertEquals(Language.errors(text).toString(), 1, Language.errors(text).size());
		Stack last = (Stack) Language.model(text).getElements().get(expected.size() - 2);
		assertEquals("L1", last.getGuest());
	}

	private static List<String> names(TraplineModel model) {
		return model.getElements().stream().map(NamedElement::getName).toList();
	}

	@Test
	public void aWordBetweenElements() {
		assertElements("hello");
	}

	@Test
	public void aKeywordThatIsBeingTyped() {
		assertElements("stac");
	}

	@Test
	public void aMisspeltElementIsLeftOutAsAWhole() {
		assertElements("hypervisr H for c {\n\texit { step \"a\" { read R } }\n\tenter { }\n}");
	}

	@Test
	public void aMisspeltElementOfKeywords() {
		assertElements("regsters g read costs c write costs c {\n\tR\n}");
	}

	@Test
	public void aBraceTooMany() {
		assertElements("cpu c { } }", "c");
	}

	@Test
	public void anElementWithoutItsLastBrace() {
		assertElements("cpu c {\n\timplementation \"x\"", "c");
	}

	@Test
	public void anElementThatJustBegan() {
		assertElements("stack S on P {", "S");
	}

	@Test
	public void anElementWithoutAName() {
		assertElements("flag", (String) null);
	}

	@Test
	public void anImportAfterElements() {
		assertElements("import \"other.trapline\"");
	}

	@Test
	public void aCharacterOfNoLanguage() {
		assertElements("§ & ?");
	}

	@Test
	public void aWrongWordInAHead() {
		assertElements("stack S onn P { L0 K L1 K guest L2 }", "S");
		Stack stack = (Stack) Language.model("stack S onn P { L0 K L1 K guest L2 }").getElements().get(0);
		assertEquals(2, stack.getLevels().size());
	}

	@Test
	public void aWrongWordInABlockCostsItsPartOnly() {
		String text = "experiment E { stacks A worklod w measure traps chart bars of traps by stack }";
		assertElements(text, "E");
		Experiment experiment = (Experiment) Language.model(text).getElements().get(0);
		assertEquals(1, experiment.getMeasures().size());
		assertEquals(1, experiment.getCharts().size());
	}

	@Test
	public void aMisspeltBlockInABlockCostsItOnly() {
		String text = "hypervisor H for c {\n\texit { step \"a\" { read R } }\n\tentr { step \"b\" { read R } }\n\tforward { }\n}";
		assertElements(text, "H");
		Hypervisor hypervisor = (Hypervisor) Language.model(text).getElements().get(0);
		assertEquals(2, hypervisor.getRoutines().size());
	}

	@Test
	public void aWrongActionCostsItOnly() {
		String text = "hypervisor H for c { exit { step \"a\" { raed R write S } step \"b\" { read R } } }";
		assertElements(text, "H");
		List<Step> steps = ((Hypervisor) Language.model(text).getElements().get(0)).getRoutines().get(0).getSteps();
		assertEquals(2, steps.size());
		assertEquals(1, steps.get(0).getActions().size());
	}

	@Test
	public void aPartThatIsThereAlreadyCostsItOnly() {
		String text = "platform Q { clock 2 GHz clock 3 GHz costs X device nic : network }";
		assertElements(text, "Q");
		Platform platform = (Platform) Language.model(text).getElements().get(0);
		assertEquals(2, platform.getClock().getAmount().intValue());
		assertEquals(1, platform.getDevices().size());
		assertElements("migration m { memory 4 GB working set 1 GB memory 5 GB rounds 3 }", "m");
		assertElements("closed-loop f { clients 1 clients 2 requests 3 on vcpu { do a } }", "f");
	}

	@Test
	public void aPartThatIsThereAlreadyIsTheNextElementsToo() {
		assertElements("platform Q {\n\tcpu c\n\tcpu d\n}\ncpu e { }\nplatform R { cpu e clock 1 GHz }", "Q", "e", "R");
		assertElements("platform Q {\n\tcpu c\n\ncpu e { }\nplatform R { cpu e clock 1 GHz }", "Q", "e", "R");
	}

	@Test
	public void aMissingCommaInAList() {
		assertElements("set s { A, B C, D }", "s");
	}

	@Test
	public void aStringThatDoesNotEndEndsWithItsLine() {
		assertEquals(List.of("A", "B"), names(Language.model("import \"x\ncontrol A\ncontrol B")));
	}

	@Test
	public void twoErrorsAreTwoErrors() {
		assertEquals(2, Language.errors("control A\nhello\ncontrol B\ncpu C { implementation { }\ncontrol C").size());
	}

	@Test
	public void everyElementIsStillThereWithAWordPutBeforeIt() {
		Language.shipped().forEach((name, text) -> {
			int elements = Language.model(text).getElements().size();
			for (EObject element : Language.model(text).getElements()) {
				int offset = NodeModelUtils.findActualNodeFor(element).getOffset();
				String broken = text.substring(0, offset) + "hello\n" + text.substring(offset);
				assertEquals(name + " with a word at " + offset, elements, Language.model(broken).getElements().size());
			}
		});
	}
}
