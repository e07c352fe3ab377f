// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import org.junit.Rule;
import org.junit.Test;

/** What is said of a text that is none of the language: one problem, where the parser lost the thread. */
public class SyntaxTest {

	@Rule
	public final Checks checks = new Checks();

	@Test
	public void anEmptyTextIsRight() {
		checks.assertProblems("");
	}

	@Test
	public void aWordThatBeginsNothing() {
		checks.assertProblems("hello", "1:1 error syntax: unexpected 'hello': expected an element or end of file");
	}

	@Test
	public void aMissingName() {
		checks.assertProblems("stack s on { }", "1:12 error syntax: unexpected '{': expected a name");
	}

	@Test
	public void aNumberWhereANameBelongs() {
		checks.assertProblems("control A\ncontrol 5", "2:9 error syntax: unexpected '5': expected a name");
	}

	@Test
	public void aNameWhereAWholeNumberBelongs() {
		checks.assertProblems("platform p { cores many }", "1:20 error syntax: unexpected 'many': expected a whole number");
	}

	@Test
	public void aTextThatEndsTooEarly() {
		checks.assertProblems("stack s on Moonshot {\n", "1:22 error syntax: unexpected end of file: expected '}'");
	}

	@Test
	public void aBraceTooMany() {
		checks.assertProblems("cpu c { } }", "1:11 error syntax: unexpected '}': expected an element or end of file");
	}

	@Test
	public void aWordThatIsNoneOfAChoice() {
		checks.assertProblems("cost c : speed", "1:10 error syntax: unexpected 'speed': "
				+ "expected 'memory', 'state', 'emulation', 'forwarding', 'handling', 'switching' or 'transition'");
	}

	@Test
	public void theVersionAndTheNamespaceAfterSomethingElse() {
		checks.assertProblems("control A\nlanguage 2\n", "2:1 error syntax: unexpected 'language': it stands at the beginning of the file, before imports and elements");
		checks.assertProblems("namespace a\nlanguage 2\n", "2:1 error syntax: unexpected 'language': it stands at the beginning of the file, before imports and elements");
	}

	@Test
	public void aDecimalComma() {
		checks.assertProblems("platform p { clock 2,4 GHz }", "1:21 error syntax: unexpected ',': expected a unit, as 'ns'");
	}

	@Test
	public void aCharacterThatIsNoneOfTheLanguages() {
		checks.assertProblems("control A §", "1:11 error syntax: unexpected '§': expected an element or end of file");
	}

	@Test
	public void aTextInQuotesThatDoesNotEnd() {
		checks.assertProblems("import \"org.trapline.cpu.arm/x-gene\ncontrol A",
				"1:8 error syntax: a text in quotes or a comment is not closed: close it");
	}

	@Test
	public void aCommentThatDoesNotEnd() {
		checks.assertProblems("/* never\ncontrol A", "1:1 error syntax: a text in quotes or a comment is not closed: close it");
	}

	@Test
	public void aWholeNumberThatIsTooLarge() {
		checks.assertProblems("platform p { cores 2147483648 }", "1:20 error syntax: 2147483648 is too large: at most 2147483647");
	}

	@Test
	public void theLargestWholeNumberIsNot() {
		checks.assertProblems("cost c : switching = 2147483648 cycles assumed \"x\"");
	}

	@Test
	public void aSyntaxErrorIsToldWithoutItsConsequences() {
		checks.assertProblems("import \"nowhere.trapline\"\nstack s on Nowhere { L0 L1 }\ncontrol A control A\nhello",
				"4:1 error syntax: unexpected 'hello': expected an element or end of file");
	}

	@Test
	public void aLetterThatNamesDoNotHave() {
		checks.assertProblems("control N\u00e9", "1:10 error syntax: unexpected '\u00e9': names have the letters A to Z and a to z, digits and '_'");
	}

	@Test
	public void aPartThatIsThereAlready() {
		checks.assertProblems("migration m { rounds 3\n\trounds 4\n}", "2:2 error syntax: unexpected 'rounds': it is there already");
		checks.assertProblems("platform P { cpu c cpu d clock 2 GHz }", "1:20 error syntax: unexpected 'cpu': it is there already");
	}

	@Test
	public void aTextMayBeginWithAByteOrderMark() {
		checks.assertProblems("\ufeffcontrol A\n");
	}

	@Test
	public void whatATextThatEndsTooEarlyLacksIsToldOnce() {
		checks.assertProblems("control ", "1:8 error syntax: unexpected end of file: expected a name");
		checks.assertProblems("workload w { do", "1:14 error syntax: unexpected end of file: expected a name");
	}

	@Test
	public void linesEndAsOnWindowsToo() {
		checks.assertProblems("control A\r\ncontrol 5\r\n", "2:9 error syntax: unexpected '5': expected a name");
	}
}
