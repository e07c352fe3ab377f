// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.result.ResultRow;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.stream.StudySink;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.PreparedStudy;
import org.trapline.run.RunMonitor;
import org.trapline.run.RunOptions;
import org.trapline.run.Shard;
import org.trapline.run.Studies;
import org.trapline.run.evaluate.KnownCells;
import org.trapline.run.journal.JournalSettings;
import org.trapline.run.journal.RunJournal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trapline merge}: makes one result of the shards of a run, with the bytes that one run would have printed. */
@Command(name = "merge", mixinStandardHelpOptions = true, description = "Makes one result of all shards of a run (trapline run --shard I/N --resume FILE): what one run would have printed.",
		footer = { "", "Exit status: 2 for bad use or bad input, as a shard that is missing or not finished; 0 otherwise." })
final class MergeCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;

	@Parameters(index = "0", paramLabel = "STUDY", description = "The study that was run.")
	private Path study;

	@Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The files of all its shards, in any order.")
	private List<Path> files;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private ResultFormat format;

	MergeCommand(Supplier<Catalog> catalog, PrintWriter out) {
		this.catalog = catalog;
		this.out = out;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		Map<Integer, Path> shards = new TreeMap<>();
		List<ResultRow> rows = new ArrayList<>();
		JournalSettings first = null;
		for (Path file : files) {
			RunJournal.Content content = RunJournal.read(file);
			Shard shard = content.settings().shard();
			JournalSettings own = content.settings().with(new Shard(1, shard.of()));
			if (first != null && !own.equals(first)) {
				throw new IOException(file + " is of another run than " + files.getFirst() + ": their studies, options or numbers of shards differ");
			}
			first = own;
			if (!content.complete()) {
				throw new IOException(file + " is not finished: run shard " + shard + " again with --resume " + file);
			}
			if (shards.putIfAbsent(shard.index(), file) != null) {
				throw new IOException(file + " and " + shards.get(shard.index()) + " are both shard " + shard + ": leave one out");
			}
			rows.addAll(content.rows());
		}
		for (int i = 1; i <= first.shard().of(); i++) {
			if (!shards.containsKey(i)) {
				throw new IOException("shard " + i + "/" + first.shard().of() + " is missing: run it with --shard " + i + "/" + first.shard().of());
			}
		}
		PreparedStudy prepared = new Studies(catalog.get()).prepare(study, first.selection(), first.options(RunOptions.DEFAULT.jobs()), RunMonitor.NONE);
		if (!JournalSettings.of(List.of(prepared.plan()), first.selection(), first.options(1), first.shard()).equals(first)) {
			throw new IOException(files.getFirst() + " is not of " + study + " as it is now: its texts have changed since, or it is of another study");
		}
		StudySink printed = format.writer(List.of(prepared.plan()), new CheckedOutput(out));
		prepared.run(printed, Shard.WHOLE, new KnownCells(rows));
		return TraplineCommand.DONE;
	}
}
