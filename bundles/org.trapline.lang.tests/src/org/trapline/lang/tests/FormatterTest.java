// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Random;

import org.junit.Test;
import org.trapline.lang.formatting.Formatting;
import org.trapline.lang.formatting.SyntaxErrorException;

/** How texts are laid out. */
public class FormatterTest {

	private static void assertFormatted(String text, String expected) {
		assertEquals(expected, Language.formatted(text));
		assertEquals("formatting again changes nothing", expected, Language.formatted(expected));
	}

	private static void assertKept(String text) {
		assertFormatted(text, text);
	}

	// ------------------------------------------------------------------------------------------- what ships

	@Test
	public void everyShippedTextIsFormatted() {
		Language.shipped().forEach((name, text) -> assertEquals(name, text, Language.formatted(text)));
	}

	@Test
	public void formattingAgainChangesNothingWhateverTheText() {
		Random random = new Random(20261121);
		Language.shipped().forEach((name, text) -> {
			for (int i = 0; i < 30; i++) {
				String disturbed = disturbed(text, random);
				String once = Language.formatted(disturbed);
				assertEquals(name + ", as disturbed number " + i, once, Language.formatted(once));
				assertEquals(name + ", as disturbed number " + i, words(disturbed), words(once));
			}
		});
	}

	/** The text with spaces and line breaks added and taken away where no word changes by it. */
	private static String disturbed(String text, Random random) {
		StringBuilder disturbed = new StringBuilder();
		boolean comment = false;
		boolean string = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean line = text.startsWith("//", i) && !comment && !string;
			if (line) {
				int end = text.indexOf('\n', i);
				disturbed.append(text, i, end);
				i = end - 1;
				continue;
			}
			comment = comment ? !text.startsWith("*/", i - 1) : !string && text.startsWith("/*", i);
			string = !comment && c == '"' ? !string : string;
			if (comment || string || c != ' ' && c != '\t' && c != '\n' || random.nextInt(20) != 0) {
				disturbed.append(c);
			} else {
				disturbed.append(switch (random.nextInt(4)) {
				case 0 -> c + " ";
				case 1 -> c + "\n";
				case 2 -> c + "\t";
				default -> c == '\n' ? c + "\n\n" : " ";
				});
			}
		}
		return disturbed.toString();
	}

	private static String words(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

	// ------------------------------------------------------------------------------------------- spaces

	@Test
	public void oneSpaceBetweenWords() {
		assertFormatted("stack   s on  P{L0   K guest\tL1}\n", "stack s on P { L0 K guest L1 }\n");
	}

	@Test
	public void noSpaceBeforeACommaNorInsideParentheses() {
		assertFormatted("cost c:switching=5 cycles fitted to r ( w ,c , cycles )\n", "cost c : switching = 5 cycles fitted to r(w, c, cycles)\n");
	}

	@Test
	public void noSpaceInsideANameWithDots() {
		assertKept("cpu arm.v8_3 extends arm.v8_1 { }\n");
	}

	@Test
	public void noSpaceAtTheEndOfALine() {
		assertFormatted("control A   \n// comment  \ncontrol B\t\n", "control A\n// comment\ncontrol B\n");
	}

	// ------------------------------------------------------------------------------------------- lines

	@Test
	public void lineBreaksAreTheAuthors() {
		assertKept("workload w { do o }\nworkload v {\n\tdo o\n}\n");
	}

	@Test
	public void oneBlankLineAtMostAndNoneAtTheEndsOfABlock() {
		assertFormatted("\n\ncontrol A\n\n\n\ncontrol B\nworkload w {\n\n\tdo o\n\n}\n\n\n", "control A\n\ncontrol B\nworkload w {\n\tdo o\n}\n");
	}

	@Test
	public void anElementBeginsALine() {
		assertFormatted("control A control B", "control A\ncontrol B\n");
	}

	@Test
	public void anOpeningBraceDoesNot() {
		assertFormatted("workload w\n{\n\tdo o\n}\n", "workload w {\n\tdo o\n}\n");
	}

	@Test
	public void theBraceThatEndsABlockOfLinesDoesAndSoDoesWhatFollows() {
		assertFormatted("hypervisor H for c {\n\texit {\n\t\tstep { do o } } enter { } }\n",
				"hypervisor H for c {\n\texit {\n\t\tstep { do o }\n\t}\n\tenter { }\n}\n");
	}

	@Test
	public void anEmptyBlockIsOnOneLine() {
		assertFormatted("cpu c {\n\n}\n", "cpu c { }\n");
	}

	@Test
	public void aByteOrderMarkIsLeftOut() {
		assertFormatted("\ufeffcontrol A\n", "control A\n");
	}

	@Test
	public void theLastLineEnds() {
		assertFormatted("control A", "control A\n");
	}

	@Test
	public void anEmptyTextStaysEmpty() {
		assertKept("");
		assertFormatted("\n\n  \n", "");
	}

	@Test
	public void aTextOfCommentsOnlyStays() {
		assertKept("// nothing\n\n/* here */\n");
	}

	@Test
	public void lineBreaksOfWindowsStay() {
		assertFormatted("workload w {\r\ndo o\r\n}\r\n", "workload w {\r\n\tdo o\r\n}\r\n");
	}

	// ------------------------------------------------------------------------------------------- indentation

	@Test
	public void everyBlockIsIndented() {
		assertFormatted("hypervisor H for c {\nexit {\nstep \"x\" {\nread A\nwrite B\n}\n}\n}\n",
				"hypervisor H for c {\n\texit {\n\t\tstep \"x\" {\n\t\t\tread A\n\t\t\twrite B\n\t\t}\n\t}\n}\n");
	}

	@Test
	public void aListInABlockIsIndentedAsTheBlock() {
		assertFormatted("set s {\nA, B,\nC\n}\n", "set s {\n\tA, B,\n\tC\n}\n");
	}

	@Test
	public void whatGoesOnInTheNextLineIsIndentedOnceMore() {
		assertFormatted("experiment E {\nstacks A,\nB\nreference r {\nA = b\ntolerance traps 1 for w\nbecause \"x\"\n}\n}\n",
				"experiment E {\n\tstacks A,\n\t\tB\n\treference r {\n\t\tA = b\n\t\ttolerance traps 1 for w\n\t\t\tbecause \"x\"\n\t}\n}\n");
	}

	@Test
	public void aHeadThatGoesOnIsIndentedToo() {
		assertFormatted("operation o : HVC costs c\ntraps always\ncontrol A\n", "operation o : HVC costs c\n\ttraps always\ncontrol A\n");
	}

	// ------------------------------------------------------------------------------------------- comments

	@Test
	public void commentsAreIndentedAsWhatTheyAreAbout() {
		assertFormatted("workload w {\n// about the action\n/** more\n* of it */\ndo o\n// about nothing\n}\n",
				"workload w {\n\t// about the action\n\t/** more\n\t * of it */\n\tdo o\n\t// about nothing\n}\n");
	}

	@Test
	public void aCommentWithoutStarsKeepsItsShape() {
		assertFormatted("workload w {\n/* a\n     b\n       c */\n\tdo o\n}\n", "workload w {\n\t/* a\n\t   b\n\t     c */\n\tdo o\n}\n");
	}

	@Test
	public void aCommentAtTheEndOfALineStays() {
		assertFormatted("control A// why\ncontrol B\n", "control A // why\ncontrol B\n");
	}

	// ------------------------------------------------------------------------------------------- columns

	@Test
	public void whatTheAuthorPutBelowEachOtherStaysSo() {
		assertKept("stack A      on P { L0 K      guest L1 }\nstack Longer on P { L0 K L1 K guest L2 }\n");
	}

	@Test
	public void aColumnMovesWithItsLongestLine() {
		assertFormatted("stack A      on P { }\nstack B      on P { }\nstack Longer on P { }\n".replace("Longer", "Longest").replace("A ", "A  ").replace("B ", "B  "),
				"stack A       on P { }\nstack B       on P { }\nstack Longest on P { }\n");
		assertFormatted("stack A        on P { }\nstack B        on P { }\n", "stack A on P { }\nstack B on P { }\n");
	}

	@Test
	public void numbersStandWithTheirEndsBelowEachOther() {
		assertKept("costs t {\n\ta  =    1 cycles assumed \"x\"\n\tbb = 1000 cycles assumed \"x\"\n}\n");
	}

	@Test
	public void spacesThatMakeNoColumnGo() {
		assertFormatted("stack A    on P { }\n\nworkload w { do  o }\n", "stack A on P { }\n\nworkload w { do o }\n");
	}

	@Test
	public void aColumnGoesOnAfterLinesThatAreInItsWay() {
		assertKept("""
				hypervisor H for c {
					exit {
						step "a"      { read R }
						step "much longer" when not exit is o { read R }
						step "longer" { read R }
					}
				}
				""");
	}

	// ------------------------------------------------------------------------------------------- errors

	@Test
	public void aTextWithASyntaxErrorHasNoLayout() {
		SyntaxErrorException error = assertThrows(SyntaxErrorException.class, () -> Language.INJECTOR.getInstance(Formatting.class).formatted("control   A\n hello\n"));
		assertEquals(2, error.line());
		assertEquals(2, error.column());
	}

	@Test
	public void unknownNamesDoNotMatter() {
		assertFormatted("stack S on   Nowhere { }\n", "stack S on Nowhere { }\n");
	}
}
