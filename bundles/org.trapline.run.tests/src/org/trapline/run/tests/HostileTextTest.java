// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;

/** Texts of a study go nowhere unescaped, and a run's folder replaces nobody else's files. */
public class HostileTextTest {

	private static final String STUDY = """
			import "org.trapline.cpu.arm/x-gene"
			stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
			experiment E "%s" { stacks Vm workload hypercall measure traps extrapolation "%s" }
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	private Path study(String title, String extrapolation) throws Exception {
		return Files.writeString(folder.getRoot().toPath().resolve("study.trapline"), STUDY.formatted(title, extrapolation));
	}

	private int trapline(Object... arguments) {
		return new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err))
				.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
	}

	@Test
	public void aControlCharacterInATextIsAnErrorAtItsPlace() throws Exception {
		assertEquals(2, trapline("run", study("\u001b[31mred", "x")));
		assertThat(err.toString(), containsString("study.trapline:3:14: error: the text has the control character U+001B: remove it"));
		assertEquals("", out.toString());
	}

	@Test
	public void anEscapedLineBreakIsOneToo() throws Exception {
		assertEquals(2, trapline("run", study("two\\nlines", "x")));
		assertThat(err.toString(), containsString("U+000A"));
	}

	@Test
	public void aMessageIsOneLineWithoutControlCharacters() throws Exception {
		Path file = Files.writeString(folder.getRoot().toPath().resolve("study.trapline"), "control A\n\u001b[31m\n");
		assertEquals(2, trapline("check", file));
		assertFalse(err.toString(), err.toString().chars().anyMatch(each -> each != '\n' && Character.isISOControl(each)));
	}

	@Test
	public void aCellOfCsvIsNoFormula() throws Exception {
		for (String text : new String[] { "=cmd()", "+1", "-1", "@x" }) {
			out.getBuffer().setLength(0);
			assertEquals(err.toString(), 0, trapline("run", study("t", text), "--format", "csv"));
			assertThat(out.toString(), containsString(",'" + text + ","));
		}
	}

	@Test
	public void numbersOfCsvStayNumbers() throws Exception {
		assertEquals(0, trapline("run", study("t", "x"), "--format", "csv"));
		assertThat(out.toString(), containsString(",traps,1,traps,"));
	}

	@Test
	public void aFolderOfSomebodyElseIsAskedForByAnError() throws Exception {
		Path mine = folder.newFolder("mine").toPath();
		Files.writeString(mine.resolve("thesis.txt"), "mine");
		assertEquals(2, trapline("run", study("t", "x"), "--out", mine));
		assertThat(err.toString(), containsString("holds thesis.txt, which no run wrote: name another folder, or add --force"));
		assertEquals("", out.toString());
		assertEquals(0, trapline("run", study("t", "x"), "--out", mine, "--force"));
		assertEquals("mine", Files.readString(mine.resolve("thesis.txt")));
		assertTrue(Files.exists(mine.resolve("run.json")));
	}

	@Test
	public void aRunMayReplaceAnEarlierOne() throws Exception {
		Path results = folder.getRoot().toPath().resolve("results");
		assertEquals(0, trapline("run", study("t", "x"), "--out", results));
		assertEquals(err.toString(), 0, trapline("run", study("t", "x"), "--out", results));
	}

	@Test
	public void anEmptyNameOfAFolderIsAnError() throws Exception {
		assertEquals(2, trapline("run", study("t", "x"), "--out", ""));
		assertThat(err.toString(), containsString("--out is empty"));
	}
}
