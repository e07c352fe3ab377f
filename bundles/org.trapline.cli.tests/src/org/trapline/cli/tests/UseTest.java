// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** How the command line is used, and what it says to those who use it otherwise. */
public class UseTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;

	@Before
	public void root() {
		root = folder.getRoot().toPath();
	}

	/** Refused with a message in the first line and a hint how to use it. */
	private void assertRefused(String message, String usage, Object... arguments) {
		String err = Trapline.run(root, arguments).refused().err();
		assertTrue(err, err.startsWith(message));
		assertTrue(err, err.contains("Usage: " + usage));
	}

	@Test
	public void withoutACommandItSaysThatOneIsMissing() {
		assertRefused("a command is missing", "trapline [-hV] [COMMAND]");
	}

	@Test
	public void anUnknownCommandIsNamed() {
		assertRefused("Unmatched argument at index 0: 'zzz'", "trapline [-hV] [COMMAND]", "zzz");
	}

	@Test
	public void aSlipInACommandsNameIsFound() {
		String err = Trapline.run(root, "vaildate").refused().err();
		assertTrue(err, err.contains("Did you mean: trapline validate"));
	}

	@Test
	public void anUnknownOptionIsNamed() {
		assertRefused("Unknown option: '--colour'", "trapline run ", "run", "--colour", Trapline.study());
	}

	@Test
	public void anUnknownFormatIsNamedWithTheOnesThereAre() {
		assertRefused("Invalid value for option '--format': expected one of [TABLE, CSV, JSON, LATEX] (case-insensitive) but was 'xml'",
				"trapline run ", "run", "--format", "xml", Trapline.study());
	}

	@Test
	public void runWantsAFile() {
		assertRefused("Missing required parameter: 'FILE'", "trapline run ", "run");
	}

	@Test
	public void anOptionWantsItsValue() {
		assertRefused("Missing required parameter for option '--out' (DIR)", "trapline run ", "run", Trapline.study(), "--out");
	}

	@Test
	public void helpListsTheCommandsThoseOfTheStartScriptToo() {
		String out = Trapline.run(root, "--help").done().out();
		for (String word : new String[] { "Usage: trapline", "run ", "check ", "ide ", "test " }) {
			assertTrue(word + " in " + out, out.contains(word));
		}
	}

	@Test
	public void helpOnRunTellsItsOptions() {
		String out = Trapline.run(root, "run", "--help").done().out();
		for (String option : new String[] { "FILE", "--experiment", "--format", "table, csv, json", "--out" }) {
			assertTrue(option + " in " + out, out.contains(option));
		}
	}

	@Test
	public void versionTellsTheVersion() {
		assertEquals("Trapline 0.1.0\n", Trapline.run(root, "--version").done().out());
	}
}
