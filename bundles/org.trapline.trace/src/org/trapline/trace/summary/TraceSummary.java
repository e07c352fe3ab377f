// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a file came to. Lists that its kind does not have are empty.
 *
 * @param kind        of file
 * @param source      what was read
 * @param machine     what it tells of the machine
 * @param span        in time
 * @param meaning     what the times of {@link #exits} are
 * @param exits       by level and reason, the most frequent first
 * @param levels      sums by level
 * @param reflections what reflected exits cost the guest hypervisor, the most frequent first
 * @param operation   the repeated unit, where one was found
 * @param counters    of a tool that counts events
 * @param benchmarks  of a benchmark's own output
 * @param losses      what is missing, by kind
 */
public record TraceSummary(TraceKind kind, TraceSource source, Machine machine, Span span, TimeMeaning meaning, List<ExitRow> exits,
		List<LevelRow> levels, List<ReflectionRow> reflections, Optional<Operation> operation, List<Counter> counters,
		List<BenchmarkRow> benchmarks, List<Loss> losses) {

	public TraceSummary {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(source);
		Objects.requireNonNull(machine);
		Objects.requireNonNull(span);
		Objects.requireNonNull(meaning);
		Objects.requireNonNull(operation);
		exits = List.copyOf(exits);
		levels = List.copyOf(levels);
		reflections = List.copyOf(reflections);
		counters = List.copyOf(counters);
		benchmarks = List.copyOf(benchmarks);
		losses = List.copyOf(losses);
	}

	/** All exits. */
	public long exitCount() {
		return exits.stream().mapToLong(ExitRow::count).sum();
	}

	/** How many were lost of a kind. */
	public long lost(LossKind lossKind) {
		return losses.stream().filter(loss -> loss.kind() == lossKind).mapToLong(Loss::count).sum();
	}
}
