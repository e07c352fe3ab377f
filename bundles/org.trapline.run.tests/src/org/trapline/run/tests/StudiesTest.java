// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Breakdown;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.RunSelection;
import org.trapline.result.Source;
import org.trapline.result.StudyResult;
import org.trapline.run.Diagnostic;
import org.trapline.run.Examples;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.RunMonitor;
import org.trapline.run.RunOptions;
import org.trapline.run.Studies;

/** Loading and running studies. */
public class StudiesTest {

	private static final String TWO = """
			stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
			experiment First { stacks Vm workload hypercall measure traps }
			experiment Second "The second" { stacks Vm workload hypercall measure cycles, time }
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;

	@Before
	public void root() {
		root = folder.getRoot().toPath();
	}

	// ------------------------------------------------------------------------------------------- results

	@Test
	public void experimentsRunInTheOrderOfTheFile() throws Exception {
		StudyResult result = Installed.run(Installed.write(root, TWO));
		assertEquals(List.of("First", "Second"), result.experiments().stream().map(each -> each.name()).toList());
	}

	@Test
	public void anExperimentWithoutATitleGoesByItsName() throws Exception {
		StudyResult result = Installed.run(Installed.write(root, TWO));
		assertEquals(List.of("First", "The second"), result.experiments().stream().map(each -> each.title()).toList());
	}

	@Test
	public void oneExperimentCanBeChosen() throws Exception {
		StudyResult result = Installed.STUDIES.run(Installed.write(root, TWO), Optional.of("Second"));
		assertEquals("Second", Installed.only(result).name());
	}

	@Test
	public void theStudyIsNamedLikeItsFile() throws Exception {
		assertEquals("own", Installed.run(Installed.write(root, TWO)).study());
	}

	@Test
	public void timeIsCyclesAtThePlatformsClockInNanoseconds() throws Exception {
		List<ResultRow> rows = Installed.STUDIES.run(Installed.write(root, TWO), Optional.of("Second")).experiments().get(0).rows();
		BigDecimal cycles = Installed.row(rows, "Vm", Metric.CYCLES).value();
		ResultRow time = Installed.row(rows, "Vm", Metric.TIME);
		assertEquals("ns", time.metric().unit());
		assertEquals(cycles.doubleValue() / 2.4, time.value().doubleValue(), 1e-9);
	}

	@Test
	public void aClockInMegahertzGivesTheSameTime() throws Exception {
		String text = """
				platform Slow { cpu arm.v8_3 clock %s costs XGene }
				stack Vm on Slow { L0 KvmNonVhe guest L1 }
				experiment Time { stacks Vm workload hypercall measure time }
				""";
		BigDecimal mega = Installed.rows(Installed.write(root, text.formatted("500 MHz"))).get(0).value();
		BigDecimal giga = Installed.rows(Installed.write(root, text.formatted("0.5 GHz"))).get(0).value();
		assertEquals(giga, mega);
	}

	@Test
	public void aWorkloadOfTwoHypercallsComesToTwiceAsMuch() throws Exception {
		List<ResultRow> rows = Installed.rows(Installed.write(root, """
				stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
				workload twice { do hypercall, hypercall }
				experiment Twice { stacks Nested workload hypercall, twice measure traps, cycles }
				"""));
		assertEquals(252, Installed.count(rows.get(2).value()));
		assertEquals(2 * Installed.count(rows.get(1).value()), Installed.count(rows.get(3).value()));
		assertEquals(List.of("hypercall", "hypercall", "twice", "twice"), rows.stream().map(ResultRow::workload).toList());
	}

	@Test
	public void theFingerprintIsTheSameForEveryRun() throws Exception {
		Path study = OwnModels.shipped(root);
		assertEquals(Installed.run(study).fingerprint(), Installed.run(study).fingerprint());
		assertTrue(Installed.run(study).fingerprint().matches("[0-9a-f]{64}"));
	}

	@Test
	public void theFingerprintChangesWithAValue() throws Exception {
		OwnModels models = new OwnModels(root);
		String before = Installed.run(models.study()).fingerprint();
		models.change(OwnModels.COSTS, "exception_entry   =   72", "exception_entry   =   73");
		assertNotEquals(before, Installed.run(models.study()).fingerprint());
	}

	@Test
	public void theFingerprintDoesNotDependOnWhereTheFileIs() throws Exception {
		Path here = OwnModels.shipped(folder.newFolder("here").toPath());
		Path there = OwnModels.shipped(folder.newFolder("some where else").toPath());
		assertEquals(Installed.run(here).fingerprint(), Installed.run(there).fingerprint());
	}

	@Test
	public void runsInManyThreadsComeToTheSame() throws Exception {
		Path study = OwnModels.shipped(root);
		String expected = Installed.run(study).fingerprint();
		List<Future<String>> runs = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			for (int i = 0; i < 12; i++) {
				runs.add(threads.submit(() -> Installed.run(study).fingerprint()));
			}
		}
		for (Future<String> run : runs) {
			assertEquals(expected, run.get());
		}
	}

	// ------------------------------------------------------------------------------------------- what cannot run

	@Test
	public void anUnknownExperimentIsAnErrorThatNamesTheOnesThereAre() throws Exception {
		Path study = Installed.write(root, TWO);
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.STUDIES.run(study, Optional.of("Third")));
		assertEquals(study + ": error: there is no experiment 'Third'; the file has First, Second", problem.getMessage());
	}

	@Test
	public void aFileWithoutAnExperimentIsAnError() throws Exception {
		Path study = Installed.write(root, "");
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertEquals(study + ": error: the file has no experiment: there is nothing to run", problem.getMessage());
	}

	@Test
	public void aHypervisorWithoutAHandlerIsAnErrorThatNamesStackLevelAndReason() throws Exception {
		Path study = Installed.write(root, """
				hypervisor Deaf for arm.v8_0 { configure guest { } }
				stack Silent on Moonshot { L0 Deaf guest L1 }
				experiment Try { stacks Silent workload hypercall measure traps }
				""");
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertEquals(study + ":4:7: error: stack Silent: hypervisor Deaf at L0 has no handler for hypercall, for which L1 exits: give it one, or choose a hypervisor there that has one",
				problem.getMessage());
	}

	@Test
	public void aProblemOfAnImportedStackIsToldAtThePlaceInItsOwnFile() throws Exception {
		Files.writeString(root.resolve("part.trapline"), """
				import "org.trapline.cpu.arm/x-gene"
				hypervisor Deaf for arm.v8_0 { configure guest { } }
				stack Silent on Moonshot { L0 Deaf guest L1 }
				""");
		Path study = Installed.write(root, "import \"part.trapline\"\nexperiment Try { stacks Silent workload hypercall measure traps }\n");
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertTrue(problem.getMessage(), problem.getMessage().startsWith(root.resolve("part.trapline") + ":3:7: error: stack Silent: "));
	}

	@Test
	public void whatIsDoubtfulIsToldAndTheRunGoesOn() throws Exception {
		Path study = Installed.write(root, """
				stack Nested on Moonshot { L0 KvmNonVhe without neve L1 KvmNonVhe guest L2 mechanism neve }
				experiment Try { stacks Nested workload hypercall measure traps }
				""");
		List<String> warnings = new ArrayList<>();
		StudyResult result = Installed.STUDIES.run(study, RunSelection.ALL, new RunMonitor() {
			@Override
			public void warned(Diagnostic warning) {
				warnings.add(warning.toString());
			}
		});
		assertEquals(List.of(study + ":3:49: warning: L0 does not pass 'neve' on: no level above L0 has it; remove 'without neve' if that is not intended"), warnings);
		assertEquals(126, Installed.count(Installed.only(result).rows().get(0).value()));
	}

	@Test
	public void aTraceThatLeadsToAMissingHandlerIsThatErrorToo() throws Exception {
		Path study = Installed.write(root, """
				hypervisor Deaf for arm.v8_0 { configure guest { } }
				stack Silent on Moonshot { L0 Deaf guest L1 }
				""");
		assertThrows(InvalidStudyException.class, () -> Installed.trace(study, "Silent"));
	}

	@Test
	public void errorsInAStudyAreToldAllAndInTheOrderOfTheFile() throws Exception {
		Path study = Installed.write(root, """
				stack A on Nowhere { L0 KvmNonVhe guest L1 }
				stack B on Moonshot { L0 Nobody guest L1 }
				""");
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertEquals(List.of(3, 4), problem.diagnostics().stream().map(each -> each.line()).toList());
	}

	@Test
	public void anErrorInAnImportedFileIsToldWithItsOwnPlace() throws Exception {
		Files.writeString(root.resolve("part.trapline"), "\ncontrol X control Y control X\n");
		Path study = Files.writeString(root.resolve("whole.trapline"), """
				import "part.trapline"
				import "org.trapline.cpu.arm/x-gene"
				stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
				experiment E { stacks Vm workload hypercall measure traps }
				""");
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertTrue(problem.getMessage(), problem.getMessage().contains("part.trapline:2:29: error: there is already a control named 'X'"));
	}

	@Test
	public void aMissingFileIsAnErrorThatNamesIt() {
		Path nowhere = root.resolve("nowhere.trapline");
		NoSuchFileException problem = assertThrows(NoSuchFileException.class, () -> Installed.run(nowhere));
		assertEquals(nowhere.toString(), problem.getFile());
	}

	@Test
	public void aFolderIsAnErrorThatNamesIt() {
		IOException problem = assertThrows(IOException.class, () -> Installed.run(root));
		assertEquals(root + " is a folder: name a file that ends in .trapline", problem.getMessage());
	}

	@Test
	public void aFileThatIsNotOfTheLanguageIsAnErrorThatNamesIt() throws Exception {
		Path notes = Files.writeString(root.resolve("notes.txt"), "buy milk");
		IOException problem = assertThrows(IOException.class, () -> Installed.run(notes));
		assertEquals(notes + " is not a Trapline file: its name has to end in .trapline", problem.getMessage());
	}

	@Test
	public void aRunThatIsCancelledStopsBetweenTwoStacks() throws Exception {
		Path study = OwnModels.shipped(root);
		List<String> done = new ArrayList<>();
		int[] planned = { 0 };
		RunMonitor monitor = new RunMonitor() {
			@Override
			public boolean isCancelled() {
				return done.size() == 2;
			}

			@Override
			public void planned(long cells) {
				planned[0] = (int) cells;
			}

			@Override
			public void done(long cells, String what) {
				done.add(what);
			}
		};
		assertThrows(CancellationException.class, () -> Installed.STUDIES.run(study, RunSelection.ALL, new RunOptions(OptionalLong.empty(), 1), monitor));
		assertEquals(List.of("Hypercall: hypercall on Vm", "Hypercall: hypercall on Nested"), done);
		assertEquals(5, planned[0]);
	}

	@Test
	public void aRunIsStoppedBetweenTwoReplications() throws Exception {
		Path study = Installed.write(folder.getRoot().toPath(), """
				import "org.trapline.cpu.smt/haswell-smt"
				stack Nested on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 }
				experiment Latency {
					stacks Nested
					workload tcp_rr
					replications 10000
					measure latency
				}
				""");
		int[] asked = { 0 };
		RunMonitor monitor = new RunMonitor() {
			@Override
			public boolean isCancelled() {
				return ++asked[0] > 3;
			}
		};
		assertThrows(CancellationException.class, () -> Installed.STUDIES.run(study, RunSelection.ALL, new RunOptions(OptionalLong.empty(), 1), monitor));
		assertEquals("once for the point, and before each replication", 4, asked[0]);
	}

	// ------------------------------------------------------------------------------------------- a part of a study

	@Test
	public void someStacksAloneCanRun() throws Exception {
		Path study = OwnModels.shipped(root);
		StudyResult some = Installed.STUDIES.run(study, new RunSelection(List.of("Hypercall"), List.of("NestedVhe", "Vm")), RunMonitor.NONE);
		assertEquals("in the order of the experiment", List.of("Vm", "NestedVhe"),
				some.rows().stream().map(ResultRow::stack).distinct().toList());
	}

	@Test
	public void aStackThatNoExperimentRunsIsAnErrorThatNamesTheOnesThereAre() throws Exception {
		Path study = OwnModels.shipped(root);
		InvalidStudyException problem = assertThrows(InvalidStudyException.class,
				() -> Installed.STUDIES.run(study, new RunSelection(List.of(), List.of("Vn")), RunMonitor.NONE));
		assertEquals("no selected experiment has a stack 'Vn'; there are Vm, Nested, NestedVhe, NestedNeve, NestedNeveVhe",
				problem.diagnostics().get(0).message());
	}

	// ------------------------------------------------------------------------------------------- what a result was made from

	@Test
	public void aResultHasTheExactTextsItWasMadeFrom() throws Exception {
		Path study = OwnModels.shipped(root);
		Files.writeString(root.resolve("extra.trapline"), "// nothing\n");
		Files.writeString(study, Files.readString(study).replaceFirst("(?m)^import", "import \"extra.trapline\"\nimport"));
		List<Source> sources = Installed.STUDIES.run(study, Optional.empty()).sources();
		assertEquals(new Source(Source.Kind.FILE, study.getFileName().toString(), Files.readString(study)), sources.get(0));
		assertTrue(sources.contains(new Source(Source.Kind.FILE, "extra.trapline", "// nothing\n")));
		assertTrue("and the libraries", sources.stream().map(Source::name).toList().containsAll(
				List.of("org.trapline.cpu.arm/x-gene", "org.trapline.cpu.arm/arm", "org.trapline.mechanism.neve/neve")));
	}

	@Test
	public void theCyclesOfEveryRowAreTakenApart() throws Exception {
		StudyResult result = Installed.STUDIES.run(OwnModels.shipped(root), Optional.empty());
		for (ExperimentResult experiment : result.experiments()) {
			for (ResultRow row : experiment.rows()) {
				if (row.metric().equals(Metric.CYCLES)) {
					Breakdown breakdown = experiment.breakdowns().stream()
							.filter(each -> each.stack().equals(row.stack()) && each.workload().equals(row.workload())).findFirst().orElseThrow();
					assertEquals(row.stack(), row.value().longValueExact(), breakdown.cycles());
					assertEquals(row.level() + 1, breakdown.software().size());
				}
			}
		}
	}

	// ------------------------------------------------------------------------------------------- names and examples

	@Test
	public void filesMayHaveSpacesAndLettersOfAllKindsInTheirNames() throws Exception {
		Path study = Files.copy(OwnModels.shipped(root), folder.newFolder("ein Ordner für 100 %").toPath().resolve("my study.trapline"));
		assertEquals("my study", Installed.run(study).study());
	}

	@Test
	public void filesImportedFromFoldersWithSpacesAreFound() throws Exception {
		Path inner = folder.newFolder("with space").toPath();
		OwnModels models = new OwnModels(inner);
		assertEquals(126, models.traps().get("Nested").longValue());
	}

	@Test
	public void aStudysNameIsTheFilesWithoutItsEnding() {
		assertEquals("hypercall", Studies.name(Path.of("some", "hypercall.trapline")));
		assertEquals("notes.txt", Studies.name(Path.of("notes.txt")));
	}

	@Test
	public void theShippedStudiesAreListedWithFilesThatCanBeRead() throws Exception {
		assertEquals(List.of("neve-sosp17", "dvh-asplos20", "virtual-passthrough", "svt-isca19"),
				Examples.shipped().stream().map(Examples.Example::id).toList());
		for (Examples.Example example : Examples.shipped()) {
			assertTrue(example.id(), !example.title().isBlank() && !example.description().isBlank() && !example.files().isEmpty());
			for (Examples.ExampleFile file : example.files()) {
				try (InputStream in = file.open()) {
					assertTrue(file.path(), in.readAllBytes().length > 0);
				}
			}
		}
	}

	@Test
	public void aFileThatAShippedStudyLacksIsAnErrorThatNamesBoth() {
		IOException problem = assertThrows(IOException.class, () -> new Examples.ExampleFile("neve-sosp17", "nothing.trapline").open());
		assertEquals("the shipped study neve-sosp17 lacks its file nothing.trapline", problem.getMessage());
	}
}
