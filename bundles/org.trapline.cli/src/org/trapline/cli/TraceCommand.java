// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.result.store.WholeFile;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.trace.TraceFormat;
import org.trapline.run.trace.TraceReference;
import org.trapline.trace.TraceReader;
import org.trapline.trace.read.Anchor;
import org.trapline.trace.read.Clock;
import org.trapline.trace.read.ExitListener;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.TraceSummary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapline trace}: exits by level and reason of a real machine, and the operation that its benchmark repeats. */
@Command(name = "trace", mixinStandardHelpOptions = true,
		description = "Reads exit traces and tables of real KVM machines: exits by level and reason, and the operation that a benchmark repeats.",
		footer = { "", "Reads ftrace's trace and trace_pipe, trace-cmd report, perf script, perf kvm stat report, perf stat -e 'kvm:*', the output of kvm-unit-tests' vmexit and "
				+ "micro-bench, and QEMU's -d int log, plain or .gz; the kind is found by content. Traces of x86 (VMX, SVM) and Arm." })
final class TraceCommand implements Callable<Integer> {

	private static final double NANOS = 1e9;

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;
	private final PrintWriter err;

	@Spec
	private CommandSpec spec;

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "Traces.")
	private List<Path> files = List.of();

	@Option(names = "--anchor", paramLabel = "EXIT", description = "The exit that an operation begins with, as hypercall, 'L2 npf' or 'L1 SYS64 MDSCR_EL1'. Default: it is found.")
	private String anchor;

	@Option(names = "--from", paramLabel = "SECONDS", description = "Leave out what is before this time of the trace's clock.")
	private Double from;

	@Option(names = "--to", paramLabel = "SECONDS", description = "Leave out what is at or after this time of the trace's clock.")
	private Double to;

	@Option(names = "--clock", paramLabel = "CLOCK", description = "Whether the CPUs share a clock: ${COMPLETION-CANDIDATES}. Default: local.")
	private Clock clock;

	@Option(names = "--tsc", paramLabel = "HZ", description = "Ticks a second of time stamps without a unit (trace clock x86-tsc), as 2.4e9.")
	private Double ticks;

	@Option(names = "--backward-clock", description = "Count times that go backwards, in place of refusing the trace.")
	private boolean backward;

	@Option(names = "--as", arity = "2", paramLabel = "reference NAME", hideParamSyntax = true,
			description = "Write a .trapline file in place of tables: '--as reference NAME' makes a table of measured values for a study to compare with. Needs --study and --workload, "
					+ "or one trace whose operation a shipped library knows.")
	private List<String> as = List.of();

	@Option(names = "--study", paramLabel = "FILE", description = "With --as: a file or library that defines the workload.")
	private String study;

	@Option(names = "--workload", paramLabel = "W", description = "With --as: the workload that the operation is.")
	private String workload;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private TraceFormat format;

	@Option(names = "--out", paramLabel = "FILE", description = "Write to this file.")
	private Path target;

	TraceCommand(Supplier<Catalog> catalog, PrintWriter out, PrintWriter err) {
		this.catalog = catalog;
		this.out = out;
		this.err = err;
	}

	@Override
	public Integer call() throws IOException, InvalidStudyException {
		if (!as.isEmpty() && !"reference".equals(as.getFirst())) {
			throw new ParameterException(spec.commandLine(), "--as " + as.getFirst() + ": a trace can be kept as a reference only; write '--as reference NAME'");
		}
		List<TraceSummary> traces = new ArrayList<>();
		for (Path file : files) {
			traces.add(read(file));
		}
		String text;
		if (as.isEmpty()) {
			StringBuilder written = new StringBuilder();
			format.write(traces, written);
			text = written.toString();
		} else {
			text = new TraceReference(catalog.get()).text(as.get(1), traces, Optional.ofNullable(study), Optional.ofNullable(workload), Optional.ofNullable(target));
		}
		if (target == null) {
			new CheckedOutput(out).append(text);
		} else {
			WholeFile.write(target, to -> to.append(text));
			err.println("wrote " + target);
		}
		return TraplineCommand.DONE;
	}

	private TraceSummary read(Path file) throws IOException {
		TraceProgress progress = new TraceProgress(file, err);
		try {
			return new TraceReader(options(), progress, ExitListener.NONE).read(file);
		} catch (TraceException e) {
			throw new IOException(e.getMessage(), e);
		} finally {
			progress.end();
		}
	}

	private TraceOptions options() {
		TraceOptions options = TraceOptions.DEFAULT.withDigest();
		if (from != null || to != null) {
			options = options.withWindow(from == null ? Long.MIN_VALUE : Math.round(from * NANOS), to == null ? Long.MAX_VALUE : Math.round(to * NANOS));
		}
		if (clock != null) {
			options = options.withClock(clock);
		}
		if (ticks != null) {
			if (!(ticks > 0)) {
				throw new ParameterException(spec.commandLine(), "--tsc " + ticks + " is not a frequency; give ticks a second, as 2.4e9");
			}
			options = options.withTicksPerSecond(ticks);
		}
		if (backward) {
			options = options.withBackwardClock();
		}
		if (anchor != null) {
			try {
				options = options.withAnchor(Anchor.parse(anchor));
			} catch (IllegalArgumentException e) {
				throw new ParameterException(spec.commandLine(), "--anchor '" + anchor + "': " + e.getMessage());
			}
		}
		return options;
	}
}
