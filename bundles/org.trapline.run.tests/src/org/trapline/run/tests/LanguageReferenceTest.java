// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.BeforeClass;
import org.junit.Test;
import org.trapline.lang.validation.ProblemKind;
import org.trapline.run.LanguageReference;

/** The reference page of the language is what the language says of itself. */
public class LanguageReferenceTest {

	private static String page;

	@BeforeClass
	public static void write() throws Exception {
		StringBuilder text = new StringBuilder();
		new LanguageReference(Installed.STUDIES).write(text);
		page = text.toString();
	}

	@Test
	public void thePageInTheRepositoryIsWhatTheLanguageGenerates() throws Exception {
		Path committed = Path.of(System.getProperty("trapline.examples")).resolveSibling("docs").resolve("language.md");
		assertEquals("make it anew: ./trapline language > docs/language.md", Files.readString(committed), page);
	}

	@Test
	public void theReadmeLeadsToIt() throws Exception {
		assertThat(Files.readString(Path.of(System.getProperty("trapline.examples")).resolveSibling("README.md")), containsString("(docs/language.md)"));
	}

	@Test
	public void anElementHasItsSyntaxItsMeaningAndAnExample() {
		assertThat(page, containsString("### Flag\n\nSomething a hypervisor remembers"));
		assertThat(page, containsString("```ebnf\nFlag ::= 'flag' QName\n```"));
		assertThat(page, containsString("```trapline\nflag "));
	}

	@Test
	public void aKeywordSaysWhatItMeansWhereverItStands() {
		assertThat(page, containsString("| `experiment` | *experiment*: What to run and to measure. |"));
	}

	@Test
	public void anExitHasTheNumberOfItsArchitectureAndSaysWhoseItIs() {
		assertThat(page, containsString("### x86\n\n| code | name | what exits, and which hypervisor handles it |"));
		assertThat(page, containsString("| 18, 0x12 | VMCALL | A hypercall: always reflected to the guest hypervisor. |"));
		assertThat(page, containsString("### Arm\n\n| code | name |"));
		assertThat(page, containsString("| 26, 0x1A | ERET | ERET of a guest hypervisor; HCR\\_EL2.NV. |"));
	}

	@Test
	public void aProblemHasItsExplanationAndWhatIsSaidOfAnExample() {
		for (ProblemKind kind : ProblemKind.all()) {
			assertThat(page, containsString("### " + kind.code() + "\n\n" + kind.explanation()));
		}
		assertThat(page, containsString("- error, line 1: `the file 'nowhere.trapline' does not exist beside this one`"));
	}
}
