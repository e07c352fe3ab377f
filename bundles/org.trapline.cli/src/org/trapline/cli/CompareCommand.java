// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.result.store.WholeFile;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.trace.ComparisonFormat;
import org.trapline.run.trace.TraceComparison;
import org.trapline.trace.read.Anchor;
import org.trapline.trace.read.TraceException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapline compare}: a model's sequence of exits beside a trace's. Exit status 1: they differ. */
@Command(name = "compare", mixinStandardHelpOptions = true,
		description = "Compares a model's sequence of exits with that of a trace of a real machine, as a diff: what the model has in addition (+), what it lacks (-), and what is elsewhere (~).",
		footer = { "", "An exit is compared by level, reason, register, direction and whether L0 reflects it; what the trace or the model does not tell is no difference. Each line of the model "
				+ "names the step of the hypervisor's program that made it.", "", "Exit status: 0 when both are equal, 1 when they differ, 2 for bad use or bad input." })
final class CompareCommand implements Callable<Integer> {

	private static final int DIFFERENT = 1;

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;
	private final PrintWriter err;

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "STUDY", description = "A file in the Trapline language that defines or imports the stack.")
	private Path file;

	@Option(names = "--stack", paramLabel = "S", required = true, description = "The stack's name.")
	private String stack;

	@Option(names = "--operation", paramLabel = "OP", required = true, description = "The name of a workload, or of an operation of the guest.")
	private String operation;

	@Option(names = "--trace", paramLabel = "FILE", required = true, description = "The trace; 'trapline trace --help' names the kinds.")
	private Path trace;

	@Option(names = "--anchor", paramLabel = "EXIT", description = "The exit that the trace's operation begins with, as 'L2 npf'. Default: the model's first.")
	private String anchor;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "diff", description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private ComparisonFormat format;

	@Option(names = "--out", paramLabel = "FILE", description = "Write to this file.")
	private Path target;

	CompareCommand(Supplier<Catalog> catalog, PrintWriter out, PrintWriter err) {
		this.catalog = catalog;
		this.out = out;
		this.err = err;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		TraceProgress progress = new TraceProgress(trace, err);
		TraceComparison compared;
		try {
			compared = TraceComparison.of(new Studies(catalog.get()).explain(file, stack, operation), trace, anchor(), progress);
		} catch (TraceException e) {
			throw new IOException(e.getMessage(), e);
		} finally {
			progress.end();
		}
		if (target == null) {
			format.write(compared, new CheckedOutput(out));
		} else {
			WholeFile.write(target, to -> format.write(compared, to));
			err.println("wrote " + target);
		}
		return compared.comparison().conforms() ? TraplineCommand.DONE : DIFFERENT;
	}

	private Optional<Anchor> anchor() {
		try {
			return Optional.ofNullable(anchor).map(Anchor::parse);
		} catch (IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), "--anchor '" + anchor + "': " + e.getMessage());
		}
	}
}
