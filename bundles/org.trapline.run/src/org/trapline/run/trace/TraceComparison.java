// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.trapline.run.explain.Explanation;
import org.trapline.trace.TraceReader;
import org.trapline.trace.read.Anchor;
import org.trapline.trace.read.ExitListener;
import org.trapline.trace.read.Progress;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.Operation;
import org.trapline.trace.summary.TraceSummary;

/**
 * A trace held against a model.
 *
 * @param file       the trace
 * @param trace      what it came to
 * @param stack      the model's stack
 * @param workload   the model's workload or operation
 * @param comparison of the trace's most frequent sequence with the model's
 * @param others     exits of other vCPUs in the model, which are not compared: an operation of a trace is one vCPU's
 */
public record TraceComparison(Path file, TraceSummary trace, String stack, String workload, ExitComparison comparison, int others) {

	public TraceComparison {
		Objects.requireNonNull(file);
		Objects.requireNonNull(trace);
		Objects.requireNonNull(stack);
		Objects.requireNonNull(workload);
		Objects.requireNonNull(comparison);
	}

	/** The trace's operation. */
	public Operation operation() {
		return trace.operation().orElseThrow();
	}

	/**
	 * Reads a trace and aligns its operation with a model's.
	 *
	 * @param model  the explanation of the operation
	 * @param anchor the exit that the trace's operation begins with; empty for the model's first
	 * @throws TraceException when the trace cannot be read, or has no such operation
	 * @throws IOException    when the model has no exits, or too many to be aligned
	 */
	public static TraceComparison of(Explanation model, Path file, Optional<Anchor> anchor, Progress progress) throws TraceException, IOException {
		List<ModelExit> exits = new ArrayList<>();
		int[] others = new int[1];
		model.exits(row -> {
			if (row.vcpu() == 0) {
				exits.add(new ModelExit(exits.size() + 1, row, model.origins().of(row.origin())));
			} else {
				others[0]++;
			}
			if (exits.size() > ExitComparison.MOST) {
				throw new IOException(model.operation() + " on " + model.stack() + " has more than " + ExitComparison.MOST + " exits: too many to be aligned with a trace");
			}
		});
		if (exits.isEmpty()) {
			throw new IOException(model.operation() + " on " + model.stack() + " does not exit: there is nothing to hold a trace against");
		}
		ModelExit first = exits.getFirst();
		Anchor begins = anchor.orElseGet(() -> new Anchor(first.row().reason(), first.row().register().orElse(""), OptionalInt.of(first.level())));
		TraceSummary trace = new TraceReader(TraceOptions.DEFAULT.withAnchor(begins), progress, ExitListener.NONE).read(file);
		if (!trace.kind().listsExits()) {
			throw new TraceException(file + " is output of " + trace.kind().label() + ", which counts exits and does not list them: compare needs a trace, as of 'trace-cmd report'", 0);
		}
		if (trace.operation().isEmpty()) {
			throw new TraceException(file + " has no whole operation that begins with " + begins.label() + ", the first exit of " + model.operation() + " on " + model.stack()
					+ ": take a longer trace, or name the exit that the operation begins with, with --anchor", 0);
		}
		try {
			return new TraceComparison(file, trace, model.stack(), model.operation(), ExitComparison.of(trace.operation().get().usual().exits(), exits), others[0]);
		} catch (IllegalArgumentException e) {
			throw new IOException(e.getMessage(), e);
		}
	}
}
