// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.export.ChartExport;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.export.ExportFormat;
import org.trapline.chart.export.ResultFolder;
import org.trapline.chart.export.RunExport;
import org.trapline.chart.export.RunReport;
import org.trapline.chart.picture.ChartSize;
import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Fingerprint;
import org.trapline.result.Metric;
import org.trapline.result.Parameter;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.RunSelection;
import org.trapline.result.Source;
import org.trapline.result.StudyResult;
import org.trapline.result.SummaryBuilder;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunFolder;
import org.trapline.result.store.RunSettings;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.FingerprintingSink;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;
import org.xml.sax.InputSource;

/** A run's folder, and what can be made of it: always a file or an error. */
public class ResultFolderTest {

	private static final Set<String> FILES = Set.of("results.csv", "results.json", "results.tex", "breakdown.csv", "report.html", "run.json",
			"inputs/hypercall/hypercall.trapline", "charts/hypercall-Hypercall-traps.png", "charts/hypercall-Hypercall-traps.svg",
			"charts/hypercall-Hypercall-traps.pdf", "charts/hypercall-Hypercall-cycles.png", "charts/hypercall-Hypercall-cycles.svg",
			"charts/hypercall-Hypercall-cycles.pdf");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;

	@Before
	public void root() {
		root = folder.getRoot().toPath();
	}

	private static Run run(ExperimentResult... experiments) {
		StudyResult study = new StudyResult("hypercall", "f00dbabe00", List.of(experiments),
				List.of(new Source(Source.Kind.FILE, "hypercall.trapline", "// <nothing> & \"more\"\n")));
		return Run.of(List.of(study), new RunSettings(List.of("hypercall.trapline"), RunSelection.ALL), Instant.EPOCH, Duration.ofSeconds(1),
				Studies.CATALOG);
	}

	private static Set<String> files(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/')).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	// ------------------------------------------------------------------------------------------- the folder

	@Test
	public void everythingIsWrittenAndReadAgain() throws Exception {
		Run run = run(Studies.hypercall());
		List<Path> written = ResultFolder.write(run, root.resolve("deep/out"));
		assertEquals(new TreeSet<>(FILES), files(root.resolve("deep/out")));
		assertEquals(FILES.size(), written.size());
		assertEquals(run, RunFolder.read(root.resolve("deep/out")));
		assertEquals("nothing else is left", Set.of("out"), Set.of(root.resolve("deep").toFile().list()));
	}

	@Test
	public void aSecondRunTakesThePlaceOfTheFirstAndLeavesOtherFiles() throws Exception {
		Path out = root.resolve("out");
		ExperimentResult first = Studies.hypercall();
		ResultFolder.write(run(new ExperimentResult("hypercall", "Old", "", first.rows(), List.of(Studies.TRAPS))), out);
		assertTrue(Files.exists(out.resolve("charts/hypercall-Old-traps.png")));
		Files.writeString(out.resolve("notes.txt"), "mine");
		Files.writeString(out.resolve("charts/own.txt"), "mine too");
		ResultFolder.write(run(first), out);
		Set<String> expected = new TreeSet<>(FILES);
		expected.addAll(List.of("notes.txt", "charts/own.txt"));
		assertEquals(expected, files(out));
	}

	@Test
	public void aFolderInTheWayIsNamedAndNothingChanges() throws Exception {
		Path out = root.resolve("out");
		Files.createDirectories(out.resolve("results.csv"));
		Files.writeString(out.resolve("notes.txt"), "mine");
		String message = assertThrows(IOException.class, () -> ResultFolder.write(run(Studies.hypercall()), out)).getMessage();
		assertEquals("cannot write results to " + out + ": results.csv is a folder there", message);
		assertEquals(Set.of("notes.txt"), files(out));
	}

	@Test
	public void aFileInTheWayIsNamed() throws Exception {
		Path file = Files.writeString(root.resolve("out"), "a file");
		String message = assertThrows(IOException.class, () -> ResultFolder.write(run(Studies.hypercall()), file.resolve("deeper"))).getMessage();
		assertTrue(message, message.startsWith("cannot write results to " + file.resolve("deeper") + ": "));
		assertEquals("a file", Files.readString(file));
	}

	@Test
	public void nothingBesidesItsTimesDiffersBetweenTwoFolders() throws Exception {
		Run run = run(Studies.hypercall());
		ResultFolder.write(run, root.resolve("one"));
		ResultFolder.write(run, root.resolve("two"));
		for (String file : FILES) {
			assertEquals(file, -1, Files.mismatch(root.resolve("one").resolve(file), root.resolve("two").resolve(file)));
		}
	}

	// ------------------------------------------------------------------------------------------- sweeps

	/** Gives so many points of a sweep, as they come. */
	private static void give(StudySink sink, StudyPlan study, int points) throws IOException {
		ExperimentPlan experiment = study.experiments().get(0);
		sink.begin(study);
		FingerprintingSink rows = new FingerprintingSink(sink);
		rows.begin(experiment);
		for (int i = 0; i < points; i++) {
			List<ParameterValue> point = List.of(new ParameterValue("n", i));
			rows.row(new ResultRow("s", "Many", "Vm", "hypercall", 1, point, Metric.CYCLES, BigDecimal.valueOf(i), Optional.empty(), Optional.empty()));
			if (rows.takesBreakdowns()) {
				rows.breakdown(new Breakdown("Vm", "hypercall", point, List.of("Kvm", "guest"), List.of(new Breakdown.Share(0, "transition", i + 1))));
			}
		}
		rows.end();
		sink.end(rows.fingerprint());
	}

	private static StudyPlan sweep(int points) {
		return new StudyPlan("s", List.of(new ExperimentPlan("s", "Many", "Many points", Optional.empty(), List.of(new ChartSpec(ChartSpec.Kind.LINES, Metric.CYCLES)),
				List.of(new Parameter("n", "")), false, false, points)), List.of());
	}

	private List<Path> written(int points, Path out) throws IOException {
		StudyPlan study = sweep(points);
		try (ResultFolder results = new ResultFolder(out, List.of(study))) {
			give(results, study, points);
			return results.finish(Run.of(results.studies(), new RunSettings(List.of("s.trapline"), RunSelection.ALL), Instant.EPOCH, Duration.ofSeconds(1), Studies.CATALOG));
		}
	}

	@Test
	public void aSweepIsWrittenAsItComesAndReadAgain() throws Exception {
		Path out = root.resolve("out");
		written(50, out);
		Run run = RunFolder.read(out);
		assertEquals(50, run.rows().size());
		assertEquals(50, run.experiments().get(0).breakdowns().size());
		assertEquals(50, run.info().studies().get(0).experiments().get(0).rows());
		assertTrue(Files.exists(out.resolve("charts/s-Many-cycles-lines.svg")));
		assertTrue(Files.readString(out.resolve("results.csv")).endsWith(run.info().fingerprint() + "\n"));
	}

	@Test
	public void aVeryLargeSweepHasAllRowsAndSaysWhatIsLeftOut() throws Exception {
		int points = (int) ExperimentResult.MANY_ROWS + 1;
		Path out = root.resolve("out");
		written(points, out);
		assertFalse(Files.exists(out.resolve("charts")));
		assertEquals("a header", 1, Files.readAllLines(out.resolve("breakdown.csv")).size());
		String said = "100,001 values are too many for charts, breakdowns and whole tables: take the rows from results.csv or results.json, or add 'summary' to the experiment";
		assertTrue(Files.readString(out.resolve("report.html")).contains(said));
		assertTrue(Files.readString(out.resolve("results.tex")).contains("These are the first 100 of 100,001 values"));
		assertEquals(points + 2, Files.readAllLines(out.resolve("results.csv")).size());
		Run run = RunFolder.read(out);
		assertEquals(points, run.rows().size());
		assertEquals(Fingerprint.of(run.experiments()), run.info().fingerprint());
	}

	@Test
	public void aChartThatASummaryCannotShowIsLeftOutAndTheRestIsThere() throws Exception {
		SummaryBuilder values = new SummaryBuilder();
		values.add(1);
		values.add(3);
		StudyPlan study = new StudyPlan("s", List.of(new ExperimentPlan("s", "Many", "Many points", Optional.empty(),
				List.of(new ChartSpec(ChartSpec.Kind.LINES, Metric.CYCLES), new ChartSpec(Metric.CYCLES)), List.of(), false, true, 1)), List.of());
		try (ResultFolder results = new ResultFolder(root.resolve("out"), List.of(study))) {
			results.begin(study);
			results.begin(study.experiments().get(0));
			results.row(new ResultRow("s", "Many", "Vm", "hypercall", 1, List.of(), Metric.CYCLES, values.mean(), Optional.empty(), Optional.empty(), Optional.empty(),
					Optional.of(values.build())));
			results.end();
			results.end("f00dbabe00");
			results.finish(Run.of(results.studies(), new RunSettings(List.of("s.trapline"), RunSelection.ALL), Instant.EPOCH, Duration.ofSeconds(1), Studies.CATALOG));
			assertEquals(List.of("Many: chart lines of cycles is left out, since a summary has no points: run the experiment without 'summary' for it"), results.omissions());
		}
		assertEquals(Set.of("s-Many-cycles.png", "s-Many-cycles.svg", "s-Many-cycles.pdf"), Set.of(root.resolve("out/charts").toFile().list()));
		assertTrue(Files.readString(root.resolve("out/report.html")).contains("since a summary has no points"));
	}

	@Test
	public void aRunThatDoesNotEndLeavesNothing() throws Exception {
		StudyPlan study = sweep(10);
		try (ResultFolder results = new ResultFolder(root.resolve("deep/out"), List.of(study))) {
			give(results, study, 10);
		}
		assertEquals(0, root.toFile().list().length);
	}

	@Test
	public void rowsOfASweepStayWhereTheFolderCannotBeCompleted() throws Exception {
		Path out = Files.createDirectories(root.resolve("out"));
		StudyPlan study = sweep(10);
		ResultFolder results = new ResultFolder(out, List.of(study));
		give(results, study, 10);
		Files.createDirectories(out.resolve("results.csv"));
		Run run = Run.of(results.studies(), new RunSettings(List.of("s.trapline"), RunSelection.ALL), Instant.EPOCH, Duration.ofSeconds(1), Studies.CATALOG);
		String message = assertThrows(IOException.class, () -> results.finish(run)).getMessage();
		assertTrue(message, message.startsWith("cannot write results to " + out + ": results.csv is a folder there; " + out.resolve("partial-results.csv") + " and "
				+ out.resolve("partial-results.json") + " keep what could be written of 10 rows, each row complete: "));
		assertEquals(Set.of("partial-results.csv", "partial-results.json"), files(out));
		assertEquals(12, Files.readAllLines(out.resolve("partial-results.csv")).size());
	}

	// ------------------------------------------------------------------------------------------- the page

	@Test
	public void theReportIsCompleteByItself() throws Exception {
		String page = RunReport.html(run(Studies.hypercall(), Sweep.breakdown()));
		assertFalse("no script", page.contains("<script"));
		assertFalse("nothing from elsewhere", page.replace("http://www.w3.org/", "").contains("http"));
		assertEquals("the charts that are asked for, and where cycles went", 2 + 2, page.split("<svg ", -1).length - 1);
		for (String part : List.of("Hypercall from a nested VM", "422,720", "f00dbabe00", "// &lt;nothing&gt; &amp; &quot;more&quot;", "Provenance", "+13.3 %")) {
			assertTrue(part, page.contains(part));
		}
		// All its tags are closed, and no two ids are the same: it reads as XML.
		DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(
				new StringReader(page.replaceFirst("<!DOCTYPE html>", "").replaceAll("<(meta[^>]*)>", "<$1/>").replace("<details open>", "<details>"))));
		List<String> ids = Stream.of(page.split("\\bid=\"")).skip(1).map(text -> text.substring(0, text.indexOf('"'))).toList();
		assertEquals(ids.size(), Set.copyOf(ids).size());
	}

	// ------------------------------------------------------------------------------------------- export

	private static RunExport export(Run... runs) {
		return new RunExport(List.of(runs), Optional.empty());
	}

	@Test
	public void rowsAndTablesAreThoseOfTheRun() throws Exception {
		Run run = run(Studies.hypercall());
		ResultFolder.write(run, root.resolve("out"));
		String csv = Files.readString(root.resolve("out/results.csv"));
		assertEquals(csv, export(run).text(ExportFormat.CSV));
		assertEquals("of several runs one after the other", csv.lines().count() * 2 - 1, export(run, run).text(ExportFormat.CSV).lines().count());
		assertTrue(export(run).text(ExportFormat.LATEX).contains("Nested & hypercall & L2 & 126 & 126 & 0.0 \\% & prediction"));
		assertTrue(export(run).text(ExportFormat.TABLE).contains("Hypercall from a nested VM (hypercall, Hypercall)"));
		assertEquals(RunReport.html(run), export(run).text(ExportFormat.HTML));
	}

	@Test
	public void aChartOfAnyKindIsWrittenInItsSize() throws Exception {
		Path file = root.resolve("overhead.png");
		RunExport.Look look = new RunExport.Look(Optional.of(new ChartSize(400, 300)), 3);
		export(run(Studies.hypercall())).write(new ChartSpec(ChartSpec.Kind.OVERHEAD, Metric.CYCLES).against("Vm"), ChartFormat.PNG, look, file);
		assertEquals(1200, javax.imageio.ImageIO.read(file.toFile()).getWidth());
	}

	@Test
	public void allChartsThatAreAskedForAreThoseOfTheFolder() throws Exception {
		Run run = run(Studies.hypercall());
		List<Path> files = export(run).writeAll(ChartFormat.SVG, RunExport.Look.DEFAULT, root.resolve("pictures"));
		ResultFolder.write(run, root.resolve("out"));
		assertEquals(2, files.size());
		for (Path file : files) {
			assertEquals(-1, Files.mismatch(file, root.resolve("out/charts").resolve(file.getFileName())));
		}
	}

	@Test
	public void thereIsAlwaysAFileOrAnError() {
		Run run = run(Studies.hypercall(), Sweep.breakdown());
		assertRefused("a report is about one run, and these are 2: export them one by one", () -> export(run, run).text(ExportFormat.HTML));
		assertRefused("a chart is about one experiment: choose one of Hypercall, Parts",
				() -> export(run).write(Studies.TRAPS, ChartFormat.PNG, RunExport.Look.DEFAULT, root.resolve("x.png")));
		assertRefused("there is no experiment 'X' in the results; there are Hypercall, Parts", () -> new RunExport(List.of(run), Optional.of("X")));
		assertRefused("the studies ask for no chart: name one by its kind and metric",
				() -> export(run(Sweep.breakdown())).writeAll(ChartFormat.PNG, RunExport.Look.DEFAULT, root.resolve("none")));
		assertRefused("there is no run to export", () -> export());
		assertTrue("nothing was written", root.toFile().list().length == 0);
		assertThrows(IOException.class, () -> export(run).write(ExportFormat.CSV, root.resolve("missing/x.csv")));
	}

	private static void assertRefused(String message, org.junit.function.ThrowingRunnable action) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
	}

	@Test
	public void formatsAreKnownByTheirEndings() {
		assertEquals(Optional.of(ExportFormat.LATEX), ExportFormat.ofFileName("a.TEX"));
		assertEquals(Optional.of(ExportFormat.HTML), ExportFormat.ofFileName("a.b.html"));
		assertEquals(Optional.empty(), ExportFormat.ofFileName("png"));
		assertEquals(2, ChartExport.DEFAULT_SCALE, 0);
	}
}
