// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.tests.Trapline.Result;

/** {@code trapline export}: kept runs as tables, rows, charts and a page; always a file or an error. */
public class ExportTest {

	@ClassRule
	public static final TemporaryFolder RUNS = new TemporaryFolder();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;
	private Path run;

	@Before
	public void run() throws IOException {
		root = folder.getRoot().toPath();
		run = RUNS.getRoot().toPath().resolve("run");
		if (!Files.exists(run)) {
			assertEquals(0, Trapline.run(root, "run", Trapline.study(), "--out", run).status());
		}
	}

	@Test
	public void withoutMoreItPrintsTheTable() throws Exception {
		assertEquals(Trapline.golden("hypercall.txt"), Trapline.run(root, "export", run).done().out());
	}

	@Test
	public void rowsAreThoseOfTheRun() throws Exception {
		assertEquals(Trapline.golden("hypercall.csv"), Trapline.run(root, "export", run, "--format", "csv").done().out());
		Trapline.run(root, "export", run, "--out", "rows.json");
		assertEquals(Trapline.golden("hypercall.json"), Files.readString(root.resolve("rows.json")));
	}

	@Test
	public void tablesForPapersAreLatex() {
		assertTrue(Trapline.run(root, "export", run, "--format", "latex").done().out().contains("\\begin{tabular}"));
	}

	@Test
	public void theReportIsTheOneOfTheFolder() throws Exception {
		assertEquals("wrote page.html\n", Trapline.run(root, "export", run, "--out", "page.html").err());
		assertEquals(-1, Files.mismatch(run.resolve("report.html"), root.resolve("page.html")));
	}

	@Test
	public void allChartsOfTheStudyGoToAFolder() throws Exception {
		assertEquals("wrote 2 files to charts\n", Trapline.run(root, "export", run, "--format", "svg", "--out", "charts").err());
		for (String metric : List.of("traps", "cycles")) {
			String chart = "charts/hypercall-Hypercall-" + metric + ".svg";
			assertEquals(-1, Files.mismatch(run.resolve(chart), root.resolve(chart)));
		}
	}

	@Test
	public void aChartOfEachKindThatTheRunHasDataForIsWritten() throws Exception {
		for (String kind : List.of("bars", "overhead", "levels", "causes")) {
			Result result = Trapline.run(root, "export", run, "--chart", kind, "--metric", "cycles", "--out", kind + ".pdf");
			assertEquals("wrote " + kind + ".pdf\n", result.err());
			assertTrue(Files.size(root.resolve(kind + ".pdf")) > 1000);
		}
	}

	@Test
	public void whatCannotBeDrawnIsAnErrorAndNoFile() throws Exception {
		Result lines = Trapline.run(root, "export", run, "--chart", "lines", "--out", "lines.png");
		assertEquals(2, lines.status());
		assertEquals("trapline: error: nothing is swept: no result has parameters\n", lines.err());
		assertRefused("the results have no metric 'power'; there are traps, cycles", "--chart", "bars", "--metric", "power", "--out", "x.png");
		assertRefused("there is no stack 'Vn' to compare with", "--chart", "overhead", "--baseline", "Vn", "--out", "x.png");
		assertRefused("a picture needs a file: give --out", "--format", "png");
		assertRefused("'x.doc' has no ending of a known format: give --format", "--out", "x.doc");
		assertRefused("'huge' is not like 800x480", "--chart", "bars", "--size", "huge", "--out", "x.png");
		assertRefused("pixels per inch are between 10 and 2400, not 1.0", "--chart", "bars", "--density", "1", "--out", "x.png");
		assertRefused("there is no experiment 'X' in the results; there are Hypercall", "--experiment", "X");
		try (Stream<Path> files = Files.list(root)) {
			assertEquals(List.of(), files.toList());
		}
	}

	private void assertRefused(String message, String... options) {
		Object[] arguments = Stream.concat(Stream.of("export", run), Stream.of(options)).toArray();
		Result result = Trapline.run(root, arguments);
		assertEquals(2, result.status());
		assertTrue(result.err(), result.err().contains(message));
	}

	@Test
	public void aFolderThatIsNoRunIsAnError() {
		Result result = Trapline.run(root, "export", ".");
		assertEquals(2, result.status());
		assertEquals("trapline: error: . is not a folder of results: it has no run.json, which 'trapline run --out' writes\n", result.err());
	}
}
