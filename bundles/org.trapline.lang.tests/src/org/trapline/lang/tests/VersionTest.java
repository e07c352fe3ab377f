// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.Keyword;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.formatting.SyntaxErrorException;
import org.trapline.lang.versions.RenamedWord;
import org.trapline.lang.versions.Upgrade;

/** Versions of the language, and words that were renamed. */
public class VersionTest {

	private static final String OLD = """
			// A study.
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"

			mechanism own for arm.v8_3 {
				implementation "org.trapline.mechanism.neve"
				memory access costs deferred_access // of the page
				memory { HCR_EL2 }
			}

			hypervisor H extends KvmNonVhe {
				handle abort { step when exit is abort { work map_page } }
			}

			/** Answers. */
			flow elsewhere_too "memory" {
				clients 1
				requests 10
				on elsewhere { for 10 us assumed "the flow of memory" }
			}
			""";

	@Rule
	public final Checks checks = new Checks();

	private static String upgraded(String text) throws SyntaxErrorException {
		return Language.INJECTOR.getInstance(Upgrade.class).upgraded(text);
	}

	@Test
	public void everyOldWordIsStillReadAndTold() {
		checks.assertProblems(OLD,
				"7:2 warning renamed-word: 'memory' is the old word here: write 'deferred'; 'trapline format --upgrade' does it for whole files",
				"8:2 warning renamed-word: 'memory' is the old word here: write 'defer'; 'trapline format --upgrade' does it for whole files",
				"12:9 warning renamed-word: 'abort' is the old word here: write 'mmio'; 'trapline format --upgrade' does it for whole files",
				"12:35 warning renamed-word: 'abort' is the old word here: write 'mmio'; 'trapline format --upgrade' does it for whole files",
				"16:1 warning renamed-word: 'flow' is the old word here: write 'closed-loop'; 'trapline format --upgrade' does it for whole files",
				"19:5 warning renamed-word: 'elsewhere' is the old word here: write 'delay'; 'trapline format --upgrade' does it for whole files");
	}

	@Test
	public void anUpgradeReplacesOldWordsAndAddsTheVersion() throws Exception {
		String expected = OLD.replace("// A study.\n", "// A study.\nlanguage 2\n\n").replace("memory access", "deferred access").replace("memory {", "defer {")
				.replace("abort", "mmio").replace("flow elsewhere_too", "closed-loop elsewhere_too").replace("on elsewhere", "on delay");
		assertEquals(expected, upgraded(OLD));
		checks.assertProblems(upgraded(OLD));
	}

	@Test
	public void anUpgradeOfACurrentTextChangesNothing() throws Exception {
		assertEquals(upgraded(OLD), upgraded(upgraded(OLD)));
	}

	@Test
	public void anUpgradeLeavesWordsThatAreNotOldWhereTheyStand() throws Exception {
		assertEquals("language 2\n\nmigration m { memory 4 GB }\n", upgraded("migration m { memory 4 GB }\n"));
		assertEquals("language 2\n\ncost c : memory\n", upgraded("cost c : memory\n"));
	}

	@Test
	public void theVersionStandsBeforeTheNamespace() throws Exception {
		assertEquals("// A file.\nlanguage 2\nnamespace mine\n\ncontrol A\n", upgraded("// A file.\nnamespace mine\n\ncontrol A\n"));
		assertEquals("/* A file. */\n\nlanguage 2\n\n// A.\ncontrol A\n", upgraded("/* A file. */\n\n// A.\ncontrol A\n"));
		assertEquals("language 2\n", upgraded(""));
		assertEquals("// Only this.\nlanguage 2\n", upgraded("// Only this."));
		assertEquals("\uFEFFlanguage 2\r\n\r\ncontrol A\r\n", upgraded("\uFEFFcontrol A\r\n"));
	}

	@Test
	public void anUpgradeChangesTheVersionThatIsSaid() throws Exception {
		assertEquals("language 2\nnamespace a\n", upgraded("language 1\nnamespace a\n"));
	}

	@Test
	public void aTextWithErrorsIsNotUpgraded() {
		assertThat(assertThrows(SyntaxErrorException.class, () -> upgraded("flow f {")).getMessage(), containsString("expected '}'"));
		assertThat(assertThrows(SyntaxErrorException.class, () -> upgraded("language 7\ncontrol A")).getMessage(), containsString("version 7"));
	}

	@Test
	public void aVersionThatNobodyKnowsYet() {
		checks.assertProblems("language 3\nnamespace a\n",
				"1:10 error language-version: this file is in version 3 of the language, and this Trapline knows versions up to 2: run a newer Trapline, "
						+ "or write '2' if the file uses nothing newer");
		checks.assertProblems("language 0\n", "1:10 error language-version: versions of the language count from 1: write '2'");
	}

	@Test
	public void versionsThatAreKnown() {
		checks.assertProblems("language 1\nnamespace a\n");
		checks.assertProblems("language 2\nnamespace a\nimport \"org.trapline.cpu.arm/arm\"\n");
	}

	/** The table is about words of the grammar, and a new word stands where the old one does. */
	@Test
	public void everyRenamedWordIsInTheGrammarBesideTheNewOne() {
		for (RenamedWord word : RenamedWord.all()) {
			for (String rule : word.rules()) {
				var words = GrammarUtil.containedKeywords(GrammarUtil.findRuleForName(Language.INJECTOR.getInstance(IGrammarAccess.class).getGrammar(), rule)).stream()
						.map(Keyword::getValue).toList();
				assertTrue(rule + " " + word, words.contains(word.old()) && words.contains(word.now()));
			}
		}
	}
}
