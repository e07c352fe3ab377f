// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Bound;
import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.Comparison;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.PublishedValue;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.RunSelection;
import org.trapline.result.Source;
import org.trapline.result.StudyResult;
import org.trapline.result.Tolerance;
import org.trapline.result.format.FormatField;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunFolder;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunSettings;
import org.trapline.result.store.RunStore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Runs that are kept: nothing is lost between writing and reading, and a folder that is none says so. */
public class RunFolderTest {

	private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;

	@Before
	public void root() {
		root = folder.getRoot().toPath();
	}

	private static Run run(StudyResult... studies) {
		RunSettings settings = new RunSettings(List.of("a/s.trapline"), new RunSelection(List.of("E"), List.of("Vm")), OptionalLong.of(7), 2, true, true);
		return Run.of(List.of(studies), settings, NOON, Duration.ofMillis(1234), Installed.CATALOG);
	}

	/** A result with everything that a result may have. */
	private static StudyResult rich() {
		ParameterValue clock = ParameterValue.parse("clock", "2.4 GHz");
		Comparison comparison = new Comparison(new PublishedValue(new BigDecimal("100"), "Table 1, \"draft\"", "recalled"), Role.FIT,
				Optional.of(new Tolerance(new Bound(new BigDecimal("20.5"), true), Optional.of(new Bound(BigDecimal.TEN, true)), Optional.of("nobody knows"))));
		List<ResultRow> rows = List.of(
				new ResultRow("s", "E", "Vm", "w", 1, List.of(clock, new ParameterValue("mode", 1)), Metric.TIME, new BigDecimal("110.25"),
						Optional.of(new Interval(new BigDecimal("108"), new BigDecimal("112.5"), new BigDecimal("95"))), Optional.of(comparison)),
				new ResultRow("s", "E", "Vm", "w", 1, new Metric("power", "W", false, "power (W)"), new BigDecimal("9223372036854775808"),
						Optional.empty()));
		Breakdown breakdown = new Breakdown("Vm", "w", List.of(clock), List.of("Kvm", "guest"),
				List.of(new Breakdown.Share(0, "transition", 5), new Breakdown.Share(1, "memory", Long.MAX_VALUE)));
		ChartSpec chart = new ChartSpec(ChartSpec.Kind.HEATMAP, Metric.TIME, Optional.of("Vm"), Optional.of("clock"), Optional.of("mode"), true);
		List<Source> sources = List.of(new Source(Source.Kind.FILE, "s.trapline", "import \"../lib/x.trapline\"\r\n// ä\n"),
				new Source(Source.Kind.FILE, "../lib/x.trapline", "// x"), new Source(Source.Kind.LIBRARY, "org.b/y", "// y"));
		return new StudyResult("s", "f00dbabe00", List.of(new ExperimentResult("s", "E", "A title", Optional.of("Nobody has measured this."), rows, List.of(breakdown), List.of(chart))), sources);
	}

	private Path written(Run run) throws IOException {
		Path target = root.resolve("out");
		RunFolder.write(run, Files.createDirectories(target));
		return target;
	}

	// ------------------------------------------------------------------------------------------- round trip

	@Test
	public void whatIsReadIsWhatWasWritten() throws Exception {
		Run run = run(rich());
		assertEquals(run, RunFolder.read(written(run)));
	}

	@Test
	public void aRunOfTheShippedStudySurvives() throws Exception {
		StudyResult result = Installed.run(OwnModels.shipped(root));
		Run again = RunFolder.read(written(run(result)));
		assertEquals(result.rows(), again.rows());
		assertEquals(result.sources(), again.studies().get(0).sources());
		assertEquals(result.fingerprint(), again.info().fingerprint());
		StringBuilder table = new StringBuilder();
		ResultFormat.TABLE.write(again.studies(), table);
		StringBuilder before = new StringBuilder();
		ResultFormat.TABLE.write(List.of(result), before);
		assertEquals(before.toString(), table.toString());
	}

	@Test
	public void theInputsOfARunCanRunAgainAndGiveTheSame() throws Exception {
		StudyResult result = Installed.run(OwnModels.shipped(root));
		Path out = written(run(result));
		RunInfo.Input study = RunFolder.info(out).inputs().get(0);
		assertEquals("inputs/" + result.study() + "/" + result.study() + ".trapline", study.file());
		assertEquals(result.fingerprint(), Installed.run(out.resolve(study.file())).fingerprint());
	}

	@Test
	public void filesAboveTheStudyKeepTheirRelativePlace() throws Exception {
		Path out = written(run(rich()));
		assertTrue(Files.exists(out.resolve("inputs/s/_/s.trapline")));
		assertTrue(Files.exists(out.resolve("inputs/s/lib/x.trapline")));
		assertTrue(Files.exists(out.resolve("inputs/plug-ins/org.b/y.trapline")));
	}

	@Test
	public void theIdTellsTimeAndFingerprint() {
		assertEquals("20260102-120000-f00dbabe", run(rich()).info().id());
		assertEquals("s: E", run(rich()).info().name());
	}

	@Test
	public void theProvenanceNamesVersionAndPlugins() throws Exception {
		RunInfo info = RunFolder.info(written(run(rich())));
		assertTrue(info.environment().product(), info.environment().product().startsWith("0.1.0"));
		assertTrue(info.plugins().stream().anyMatch(plugin -> plugin.id().equals("org.trapline.cpu.arm") && plugin.version().startsWith("0.1.0")));
	}

	@Test
	public void anInputThatWasChangedIsNoLongerTold() throws Exception {
		Path out = written(run(rich()));
		Files.writeString(out.resolve("inputs/s/lib/x.trapline"), "// y");
		assertEquals(List.of("s.trapline", "org.b/y"), RunFolder.read(out).studies().get(0).sources().stream().map(Source::name).toList());
	}

	@Test
	public void twoStudiesOfOneNameAreRefused() {
		String message = assertThrows(IllegalArgumentException.class, () -> run(rich(), rich())).getMessage();
		assertTrue(message, message.contains("two studies are called 's'"));
	}

	// ------------------------------------------------------------------------------------------- what is no run

	@Test
	public void aFolderWithoutRunIsAnErrorThatSaysWhatWritesOne() {
		String message = assertThrows(IOException.class, () -> RunFolder.read(root)).getMessage();
		assertEquals(root + " is not a folder of results: it has no run.json, which 'trapline run --out' writes", message);
	}

	@Test
	public void aMissingFileIsNamed() throws Exception {
		Path out = written(run(rich()));
		Files.delete(out.resolve("results.json"));
		String message = assertThrows(IOException.class, () -> RunFolder.read(out)).getMessage();
		assertEquals(out.resolve("results.json") + " is missing: the folder is not complete", message);
	}

	@Test
	public void aBrokenLineIsNamed() throws Exception {
		Path out = written(run(rich()));
		String rows = Files.readString(out.resolve("results.json"));
		Files.writeString(out.resolve("results.json"), rows.replace("110.25", "\"much\""));
		String message = assertThrows(IOException.class, () -> RunFolder.read(out)).getMessage();
		assertEquals(out.resolve("results.json") + " cannot be read: line 1: the field 'value' has to be a number", message);
	}

	@Test
	public void aNewerFormatIsRefused() throws Exception {
		Path out = written(run(rich()));
		Path info = out.resolve("run.json");
		Files.writeString(info, Files.readString(info).replace("\"version\" : 2,", "\"version\" : 3,"));
		String message = assertThrows(IOException.class, () -> RunFolder.info(out)).getMessage();
		assertEquals(info + " cannot be read: it is of version 3, and this Trapline reads versions up to 2: use a newer Trapline", message);
	}

	@Test
	public void aRunOfTheFirstTraplineIsRead() throws Exception {
		Run run = run(rich());
		Path out = written(run);
		Path info = out.resolve("run.json");
		Files.writeString(info, Files.readString(info).replace("\"version\" : 2,", "\"version\" : 1,").replaceAll("\"rows\" : \\d+,", ""));
		Path rows = out.resolve("results.json");
		Files.writeString(rows, Files.readString(rows).replace("{\"value\":2.4,\"unit\":\"GHz\"}", "\"2.4 GHz\"").replace("{\"value\":1,\"unit\":\"\"}", "\"1\"")
				.replace("\"unit\":\"ns\"", "\"unit\":\"ns\",\"fingerprint\":\"f00dbabe00\""));
		Run again = RunFolder.read(out);
		assertEquals(run.rows(), again.rows());
		assertEquals(run.studies(), again.studies());
		assertEquals(0, again.info().studies().get(0).experiments().get(0).rows());
	}

	@Test
	public void fieldsOfALaterTraplineAreLeftOut() throws Exception {
		Path out = written(run(rich()));
		Path info = out.resolve("run.json");
		Files.writeString(info, Files.readString(info).replace("\"pinned\"", "\"mood\" : \"good\", \"pinned\""));
		assertEquals(run(rich()).info(), RunFolder.info(out));
	}

	// ------------------------------------------------------------------------------------------- a store

	private RunStore store(Run... runs) throws IOException {
		RunStore store = new RunStore(root.resolve("runs"));
		for (Run each : runs) {
			Run run = store.admitted(each);
			Path target = store.folder(run);
			Files.createDirectories(target.getParent());
			Files.move(written(run), target);
		}
		return store;
	}

	@Test
	public void aStoreListsTheNewestFirstAndSaysWhatItCannotRead() throws Exception {
		RunStore store = store(run(rich()), Run.of(List.of(rich()), run(rich()).info().settings(), NOON.plusSeconds(60), Duration.ZERO, Installed.CATALOG));
		Files.createDirectories(store.root().resolve("notes"));
		List<RunStore.Entry> entries = store.list();
		assertEquals(List.of("20260102-120100-f00dbabe", "20260102-120000-f00dbabe", "notes"),
				entries.stream().map(entry -> entry.folder().getFileName().toString()).toList());
		assertTrue(entries.get(2).problem().orElseThrow().contains("is not a folder of results"));
	}

	@Test
	public void aStoreThatIsNotThereYetIsEmpty() throws Exception {
		assertEquals(List.of(), new RunStore(root.resolve("none")).list());
	}

	@Test
	public void twoRunsOfOneSecondHaveFoldersOfTheirOwn() throws Exception {
		RunStore store = store(run(rich()), run(rich()));
		assertEquals(List.of("20260102-120000-f00dbabe", "20260102-120000-f00dbabe-2"),
				store.list().stream().map(entry -> entry.info().orElseThrow().id()).sorted().toList());
	}

	@Test
	public void aRunCanBeRenamedPinnedAndDeleted() throws Exception {
		RunStore store = store(run(rich()));
		Path one = store.list().get(0).folder();
		store.rename(one, "the good one");
		store.pin(one, true);
		RunInfo info = store.list().get(0).info().orElseThrow();
		assertEquals("the good one", info.name());
		assertTrue(info.pinned());
		assertEquals("the rest stays", run(rich()).info(), info.named("s: E").pinned(false));
		store.delete(one);
		assertFalse(Files.exists(one));
		assertEquals(List.of(), store.list());
	}

	@Test
	public void nothingOutsideTheStoreIsDeleted() throws Exception {
		Path out = written(run(rich()));
		assertThrows(IllegalArgumentException.class, () -> store().delete(out));
		assertTrue(Files.exists(out.resolve("run.json")));
	}

	/** Paths of what a JSON object has, as the documentation names them. */
	private static void paths(String path, JsonNode node, Set<String> found) {
		if (node.isObject()) {
			node.fields().forEachRemaining(field -> paths(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), found));
		} else if (node.isArray()) {
			node.forEach(each -> paths(path + "[]", each, found));
		} else {
			found.add(path);
		}
	}

	@Test
	public void everyFieldOfTheProvenanceIsDocumentedAndEveryDocumentedFieldIsWritten() throws Exception {
		Set<String> found = new TreeSet<>();
		paths("", new ObjectMapper().readTree(written(run(rich())).resolve(RunFolder.INFO).toFile()), found);
		assertEquals(RunFolder.INFO_FIELDS.stream().map(FormatField::name).collect(Collectors.toCollection(TreeSet::new)), found);
	}

	@Test
	public void everyFileIsDocumented() throws Exception {
		List<String> layout = RunFolder.LAYOUT.stream().map(FormatField::name).toList();
		for (String file : written(run(rich())).toFile().list()) {
			assertTrue(file, layout.contains(file) || file.equals("inputs"));
		}
	}
}
