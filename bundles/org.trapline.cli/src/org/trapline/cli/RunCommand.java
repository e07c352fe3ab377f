// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.chart.export.ResultFolder;
import org.trapline.result.RunSelection;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunSettings;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;
import org.trapline.result.stream.TeeSink;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.PreparedStudy;
import org.trapline.run.RunOptions;
import org.trapline.run.Shard;
import org.trapline.run.Studies;
import org.trapline.run.journal.JournalSettings;
import org.trapline.run.journal.RunJournal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapline run}: runs studies, prints the results, and writes them to a folder. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs studies and prints their results.")
final class RunCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;
	private final PrintWriter err;

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "Files in the Trapline language.")
	private List<Path> files;

	@Option(names = "--experiment", paramLabel = "NAME", description = "Run only this experiment; may be given several times.")
	private List<String> experiments = List.of();

	@Option(names = "--stack", paramLabel = "NAME", description = "Run only this stack of the experiments; may be given several times.")
	private List<String> stacks = List.of();

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
			description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private ResultFormat format;

	@Option(names = "--out", paramLabel = "DIR",
			description = "Also write a folder with the results, their provenance and exact inputs, charts as PNG, SVG and PDF, and a report.")
	private Path folder;

	@Option(names = "--force", description = "Write to the folder of --out although it holds files that no run wrote; they stay.")
	private boolean force;

	@Option(names = "--jobs", paramLabel = "N",
			description = "Number of threads that run the points of an experiment. Default: the number of processors. Results do not depend on it.")
	private int jobs = RunOptions.DEFAULT.jobs();

	@Option(names = "--seed", paramLabel = "S", description = "The seed of the random numbers. Default: each experiment's own.")
	private Long seed;

	@Option(names = "--exits", description = "Add exits by reason to every experiment of operations or flows, as 'measure exits' does.")
	private boolean exits;

	@Option(names = "--summary", description = "Summarize every sweep, as 'summary' does: of each cell mean, standard deviation, quantiles and histogram over all points.")
	private boolean summary;

	@Option(names = "--resume", paramLabel = "FILE", description = "Keep the rows of each finished cell in this file, and go on from there where it exists: after Ctrl-C, a crash or a full disk.")
	private Path journal;

	@Option(names = "--shard", paramLabel = "I/N", description = "Run only the I-th of N parts of the cells, for runs on many machines: its rows go to the file of --resume, and 'trapline merge' makes one result of all.")
	private String shard;

	@Option(names = "--progress", description = "Tell on standard error every two seconds how far the run is, and about how long it will still take.")
	private boolean progress;

	@Option(names = "--no-intervals", description = "Leave out what the intervals of costs make of the results.")
	private boolean noIntervals;

	@Spec
	private CommandSpec command;

	RunCommand(Supplier<Catalog> catalog, PrintWriter out, PrintWriter err) {
		this.catalog = catalog;
		this.out = out;
		this.err = err;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		if (jobs < 1) {
			throw new ParameterException(command.commandLine(), "--jobs " + jobs + ": give a number of threads, 1 or more");
		}
		if (folder != null) {
			checkFolder();
		}
		if (journal != null && folder != null) {
			throw new ParameterException(command.commandLine(), "--resume keeps rows, and a folder has more than rows: give --resume or --out, not both");
		}
		if (shard != null && journal == null) {
			throw new ParameterException(command.commandLine(), "--shard " + shard + ": a part of the results goes to a file: add --resume FILE");
		}
		RunOptions options = new RunOptions(seed == null ? OptionalLong.empty() : OptionalLong.of(seed), jobs, exits, summary, !noIntervals);
		Catalog installed = catalog.get();
		Studies studies = new Studies(installed);
		RunSelection selection = new RunSelection(experiments, stacks);
		Instant began = Instant.now();
		List<PreparedStudy> prepared = new ArrayList<>();
		for (Path file : files) {
			prepared.add(studies.prepare(file, selection, options, new Progress(err, progress)));
		}
		List<StudyPlan> plans = prepared.stream().map(PreparedStudy::plan).toList();
		StudySink printed = format.writer(plans, new CheckedOutput(out));
		if (journal != null) {
			JournalSettings settings = JournalSettings.of(plans, selection, options, part());
			return resumed(prepared, printed, settings);
		}
		if (folder == null) {
			run(prepared, printed);
			return TraplineCommand.DONE;
		}
		Run.requireDistinctNames(plans);
		try (ResultFolder results = new ResultFolder(folder, plans)) {
			// Whoever stops a long run leaves no draft behind.
			Runtime.getRuntime().addShutdownHook(new Thread(() -> close(results)));
			run(prepared, new TeeSink(List.of(results, printed)));
			RunSettings settings = new RunSettings(files.stream().map(Path::toString).toList(), selection, options.seed(), options.jobs(), options.exits(),
					options.summary());
			Run run = Run.of(results.studies(), settings, began, Duration.between(began, Instant.now()), installed);
			err.println("wrote " + results.finish(run).size() + " files to " + folder);
			results.omissions().forEach(err::println);
		}
		return TraplineCommand.DONE;
	}

	private void checkFolder() throws IOException {
		if (folder.toString().isEmpty()) {
			throw new ParameterException(command.commandLine(), "--out is empty: name a folder, or leave it out");
		}
		List<String> foreign = force ? List.of() : ResultFolder.foreign(folder);
		if (!foreign.isEmpty()) {
			throw new IOException(folder + " holds " + String.join(", ", foreign.subList(0, Math.min(3, foreign.size()))) + (foreign.size() > 3 ? " and more" : "")
					+ ", which no run wrote: name another folder, or add --force to write beside it");
		}
	}

	private Shard part() {
		try {
			return shard == null ? Shard.WHOLE : Shard.parse(shard);
		} catch (IllegalArgumentException e) {
			throw new ParameterException(command.commandLine(), "Invalid value for option '--shard': " + e.getMessage());
		}
	}

	/** A part of the results goes to the journal alone: it is no result by itself. */
	private int resumed(List<PreparedStudy> prepared, StudySink printed, JournalSettings settings) throws InvalidStudyException, IOException {
		try (RunJournal kept = RunJournal.open(journal, settings)) {
			if (kept.known().size() > 0) {
				err.println(journal + (kept.isComplete() ? " has all " : " has ") + kept.known().size() + " cells" + (kept.isComplete() ? "" : ", going on after them"));
			}
			AtomicBoolean running = new AtomicBoolean(true);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				if (running.get()) {
					err.println("stopped: " + journal + " has what is finished; the same command goes on from there");
					err.flush();
				}
			}));
			try {
				StudySink rows = kept.sink();
				StudySink sink = shard == null ? new TeeSink(List.of(printed, rows)) : rows;
				for (PreparedStudy each : prepared) {
					each.run(sink, settings.shard(), kept.known());
				}
				kept.complete();
			} finally {
				running.set(false);
			}
		}
		return TraplineCommand.DONE;
	}

	private static void run(List<PreparedStudy> prepared, StudySink sink) throws InvalidStudyException, IOException {
		for (PreparedStudy each : prepared) {
			each.run(sink);
		}
	}

	private static void close(ResultFolder results) {
		try {
			results.close();
		} catch (IOException e) {
			// The process ends: nobody could do more.
		}
	}
}
