// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.tests.Trapline.Result;

/** {@code trapline run}: results on standard output and in a folder. */
public class RunTest {

	private static final Set<String> FILES = Set.of("results.csv", "results.json", "results.tex", "breakdown.csv", "report.html", "run.json",
			"inputs/hypercall/hypercall.trapline", "inputs/plug-ins/org.trapline.cpu.arm/arm.trapline",
			"inputs/plug-ins/org.trapline.cpu.arm/kvm-2017.trapline", "inputs/plug-ins/org.trapline.cpu.arm/neve-sosp17.trapline",
			"inputs/plug-ins/org.trapline.cpu.arm/x-gene.trapline", "inputs/plug-ins/org.trapline.mechanism.neve/neve.trapline",
			"charts/hypercall-Hypercall-traps.png", "charts/hypercall-Hypercall-traps.svg", "charts/hypercall-Hypercall-traps.pdf",
			"charts/hypercall-Hypercall-cycles.png", "charts/hypercall-Hypercall-cycles.svg", "charts/hypercall-Hypercall-cycles.pdf");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;

	@Before
	public void root() throws IOException {
		root = folder.getRoot().toPath();
	}

	private static Set<String> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	@Test
	public void runPrintsATableOfTheStudysResults() throws Exception {
		assertEquals(Trapline.golden("hypercall.txt"), Trapline.run(root, "run", Trapline.study()).done().out());
	}

	@Test
	public void theTableHasThePublishedNumbersOfTrapsButOne() throws Exception {
		String table = Trapline.golden("hypercall.txt");
		List<List<String>> cells = table.lines().filter(line -> line.contains(" hypercall ")).map(line -> List.of(line.split(" +"))).toList();
		assertEquals(List.of("1", "126", "82", "17", "15"), cells.stream().map(line -> line.get(3)).toList());
		assertEquals(List.of("-", "126", "82", "15", "15"), cells.stream().map(line -> line.get(4)).toList());
	}

	@Test
	public void formatCsvPrintsCsv() throws Exception {
		assertEquals(Trapline.golden("hypercall.csv"), Trapline.run(root, "run", "--format", "csv", Trapline.study()).done().out());
	}

	@Test
	public void formatJsonPrintsOneObjectALine() throws Exception {
		assertEquals(Trapline.golden("hypercall.json"), Trapline.run(root, "run", Trapline.study(), "--format=json").done().out());
	}

	@Test
	public void severalStudiesMakeOneResult() throws Exception {
		Path copy = Files.copy(Trapline.study(), root.resolve("copy.trapline"));
		String csv = Trapline.run(root, "run", Trapline.study(), copy, "--format", "csv").done().out();
		assertEquals(21, csv.lines().count());
		assertTrue(csv.lines().skip(11).allMatch(line -> line.startsWith("copy,Hypercall,")));
	}

	@Test
	public void oneExperimentCanBeChosen() throws Exception {
		assertEquals(Trapline.golden("hypercall.txt"),
				Trapline.run(root, "run", "--experiment", "Hypercall", Trapline.study()).done().out());
	}

	@Test
	public void pathsAreThoseOfTheCallersFolderAndMayHaveSpaces() throws Exception {
		Path inner = Files.createDirectories(root.resolve("my studies"));
		Files.copy(Trapline.study(), inner.resolve("first study.trapline"));
		Result result = Trapline.run(inner.getParent(), "run", "my studies/first study.trapline", "--out", "my results/of today");
		assertEquals("wrote 18 files to my results/of today\n", result.err());
		assertEquals(0, result.status());
		assertTrue(Files.exists(root.resolve("my results/of today/charts/first study-Hypercall-traps.svg")));
	}

	@Test
	public void outWritesResultsAndChartsAndStillPrints() throws Exception {
		Result result = Trapline.run(root, "run", Trapline.study(), "--out", root.resolve("out"));
		assertEquals("wrote 18 files to " + root.resolve("out") + "\n", result.err());
		assertEquals(0, result.status());
		assertEquals(Trapline.golden("hypercall.txt"), result.out());
		assertEquals(new TreeSet<>(FILES), files(root.resolve("out")));
		assertEquals(Trapline.golden("hypercall.csv"), Files.readString(root.resolve("out/results.csv")));
		assertEquals(Trapline.golden("hypercall.json"), Files.readString(root.resolve("out/results.json")));
		for (String metric : List.of("traps", "cycles")) {
			String chart = "out/charts/hypercall-Hypercall-" + metric;
			assertTrue(Files.readString(root.resolve(chart + ".png"), ISO_8859_1).startsWith("\u0089PNG\r\n"));
			assertTrue(Files.readString(root.resolve(chart + ".pdf"), ISO_8859_1).startsWith("%PDF-"));
			assertTrue(Files.readString(root.resolve(chart + ".svg")).contains("<svg "));
		}
	}

	@Test
	public void aRunThatIsForcedIntoAFolderReplacesItsFilesAndLeavesOthers() throws Exception {
		Path out = Files.createDirectories(root.resolve("out"));
		for (String file : FILES) {
			if (!file.equals("run.json")) {
				Files.createDirectories(out.resolve(file).getParent());
				Files.writeString(out.resolve(file), "old");
			}
		}
		Files.writeString(out.resolve("notes.txt"), "mine");
		assertEquals(2, Trapline.run(root, "run", Trapline.study(), "--out", "out").status());
		assertEquals("old", Files.readString(out.resolve("results.csv")));
		assertEquals(0, Trapline.run(root, "run", Trapline.study(), "--out", "out", "--force").status());
		for (String file : FILES) {
			assertFalse(file, Files.size(out.resolve(file)) == 3);
		}
		assertEquals("mine", Files.readString(out.resolve("notes.txt")));
		assertEquals(19, files(out).size());
	}

	@Test
	public void oneStackCanBeChosen() throws Exception {
		String csv = Trapline.run(root, "run", "--stack", "Vm", "--stack", "NestedNeve", Trapline.study(), "--format", "csv").done().out();
		assertEquals(List.of("Vm", "Vm", "NestedNeve", "NestedNeve"), csv.lines().skip(1).map(line -> line.split(",")[2]).toList());
	}

	@Test
	public void theInputsOfAKeptRunGiveTheSameResults() throws Exception {
		assertEquals("wrote 18 files to out\n", Trapline.run(root, "run", Trapline.study(), "--out", "out").err());
		String csv = Trapline.run(root, "run", "out/inputs/hypercall/hypercall.trapline", "--format", "csv").done().out();
		assertEquals(Trapline.golden("hypercall.csv"), csv);
	}

	@Test
	public void checkIsSilentAboutAStudyThatIsRight() {
		assertEquals("", Trapline.run(root, "check", Trapline.study()).done().out());
	}
}
