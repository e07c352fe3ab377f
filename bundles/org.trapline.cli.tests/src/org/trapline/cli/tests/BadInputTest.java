// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Bad input: one clear message with its place, status 2, and nothing half-written. */
public class BadInputTest {

	private static final String IMPORTS = """
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"
			""";
	private static final String VM = "stack Vm on Moonshot { L0 KvmNonVhe guest L1 }\n";
	private static final String EXPERIMENT = "experiment E { stacks Vm workload hypercall measure traps chart bars of traps by stack }\n";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;

	@Before
	public void root() {
		root = folder.getRoot().toPath();
	}

	/** Runs a study with results asked for, and gives the message. */
	private String message(String study) throws IOException {
		Files.writeString(root.resolve("bad.trapline"), study);
		String message = Trapline.run(root, "run", "bad.trapline", "--out", "out").refused().err();
		assertFalse("nothing is left", Files.exists(root.resolve("out")));
		return message;
	}

	private static void assertMessage(String expected, String message) {
		assertEquals("one line: " + message, 1, message.lines().count());
		assertTrue(message, message.startsWith(expected));
	}

	// ------------------------------------------------------------------------------------------- what is wrong in the file

	@Test
	public void aSyntaxError() throws Exception {
		assertMessage("bad.trapline:3:13: error: unexpected '{': expected a name", message(IMPORTS + "stack Vm on { L0 KvmNonVhe guest L1 }\n" + EXPERIMENT));
	}

	@Test
	public void anUnknownRegister() throws Exception {
		assertMessage("bad.trapline:3:65: error: unknown register or set 'NOWHERE_EL2'",
				message(IMPORTS + "hypervisor Own for arm.v8_0 { exit { step \"odd register\" { read NOWHERE_EL2 } } }\n" + VM + EXPERIMENT));
	}

	@Test
	public void aStackWhoseLevelsSkip() throws Exception {
		assertMessage("bad.trapline:3:37: error: stack 'Vm' has L2 where L1 belongs",
				message(IMPORTS + "stack Vm on Moonshot { L0 KvmNonVhe L2 KvmNonVhe guest L3 }\n" + EXPERIMENT));
	}

	@Test
	public void aMechanismThatTheCpuCannotTake() throws Exception {
		assertMessage("bad.trapline:4:51: error: mechanism 'neve' needs a cpu arm.v8_3 or later, and platform 'Old' has arm.v8_0",
				message(IMPORTS + "platform Old { cpu arm.v8_0 clock 2.4 GHz costs XGene }\n"
						+ "stack Vm on Old { L0 KvmNonVhe guest L1 mechanism neve }\n" + EXPERIMENT));
	}

	@Test
	public void anUnknownLibrary() throws Exception {
		assertMessage("bad.trapline:1:8: error: no plug-in has the library 'org.nowhere/lib'; installed: org.trapline.cpu.arm/arm, ",
				message("import \"org.nowhere/lib\"\n"));
	}

	@Test
	public void aMissingImport() throws Exception {
		assertMessage("bad.trapline:1:8: error: the file 'part.trapline' does not exist beside this one", message("import \"part.trapline\"\n"));
	}

	@Test
	public void anErrorInAnImportedFileIsToldWithThatFilesPlace() throws Exception {
		Files.writeString(root.resolve("part.trapline"), "control A\ncontrol A\n");
		assertMessage("part.trapline:2:9: error: there is already a control named 'A'",
				message("import \"part.trapline\"\n" + IMPORTS + VM + EXPERIMENT));
	}

	@Test
	public void aStudyWithoutAnExperiment() throws Exception {
		assertMessage("bad.trapline: error: the file has no experiment", message(IMPORTS + VM));
	}

	@Test
	public void aHypervisorThatCannotHandleAnExit() throws Exception {
		assertMessage("bad.trapline:4:7: error: stack Vm: hypervisor Deaf at L0 has no handler for hypercall",
				message(IMPORTS + "hypervisor Deaf for arm.v8_0 { }\n" + VM.replace("KvmNonVhe", "Deaf") + EXPERIMENT));
	}

	@Test
	public void anUnknownExperiment() throws Exception {
		assertMessage(Trapline.study() + ": error: there is no experiment 'Nothing'; the file has Hypercall",
				Trapline.run(root, "run", Trapline.study(), "--experiment", "Nothing").refused().err());
	}

	@Test
	public void aBadStudyAmongGoodOnesStopsThemAll() throws Exception {
		Files.writeString(root.resolve("bad.trapline"), "nonsense");
		assertMessage("bad.trapline:1:1: error: ", Trapline.run(root, "run", Trapline.study(), "bad.trapline").refused().err());
	}

	@Test
	public void checkTellsEveryErrorOfAFile() throws Exception {
		Files.writeString(root.resolve("bad.trapline"), IMPORTS + "stack A on Moonshot { L1 KvmNonVhe guest L2 }\nstack B on Moonshot { L0 Nobody guest L1 }\n");
		String err = Trapline.run(root, "check", "bad.trapline").refused().err();
		assertEquals(err, 2, err.lines().count());
		assertTrue(err, err.lines().toList().get(0).startsWith("bad.trapline:3:23: error: "));
		assertTrue(err, err.lines().toList().get(1).startsWith("bad.trapline:4:26: error: "));
	}

	// ------------------------------------------------------------------------------------------- files that cannot be read

	@Test
	public void aMissingFile() {
		assertEquals("nowhere.trapline: error: there is no such file\n", Trapline.run(root, "run", "nowhere.trapline").refused().err());
	}

	@Test
	public void aMissingFileToCheck() {
		assertEquals("nowhere.trapline: error: there is no such file\n", Trapline.run(root, "check", "nowhere.trapline").refused().err());
	}

	@Test
	public void aFolder() {
		assertMessage("trapline: error: . is a folder", Trapline.run(root, "run", ".").refused().err());
	}

	@Test
	public void aFileOfAnotherLanguage() throws Exception {
		Files.writeString(root.resolve("notes.txt"), "buy milk");
		assertMessage("trapline: error: notes.txt is not a Trapline file", Trapline.run(root, "run", "notes.txt").refused().err());
	}

	// ------------------------------------------------------------------------------------------- results that cannot be written

	@Test
	public void outBelowAFile() throws Exception {
		Files.writeString(root.resolve("file"), "mine");
		assertMessage("trapline: error: cannot write results to file/out: ",
				Trapline.run(root, "run", Trapline.study(), "--out", "file/out").refused().err());
		assertEquals("mine", Files.readString(root.resolve("file")));
	}

	@Test
	public void outThatIsAFile() throws Exception {
		Files.writeString(root.resolve("file"), "mine");
		assertMessage("trapline: error: cannot write results to file: ",
				Trapline.run(root, "run", Trapline.study(), "--out", "file").refused().err());
		assertEquals("mine", Files.readString(root.resolve("file")));
	}

	@Test
	public void outWhereNobodyMayWrite() {
		assumeTrue("Linux", Files.isDirectory(Path.of("/proc/self")));
		assertMessage("trapline: error: cannot write results to /proc/trapline/out: ",
				Trapline.run(root, "run", Trapline.study(), "--out", "/proc/trapline/out").refused().err());
	}

	@Test
	public void aFileOfTheResultsThatCannotBeReplacedLeavesAllAsItWas() throws Exception {
		Path out = Files.createDirectories(root.resolve("out"));
		// A folder with something in it, where a file should go.
		Files.writeString(Files.createDirectories(out.resolve("results.json")).resolve("mine"), "mine");
		Files.writeString(out.resolve("results.csv"), "old");
		assertMessage("trapline: error: cannot write results to out: ",
				Trapline.run(root, "run", Trapline.study(), "--out", "out").refused().err());
		assertEquals("mine", Files.readString(out.resolve("results.json/mine")));
		assertEquals("old", Files.readString(out.resolve("results.csv")));
		try (Stream<Path> files = Files.list(out)) {
			assertEquals(2, files.count());
		}
	}
}
