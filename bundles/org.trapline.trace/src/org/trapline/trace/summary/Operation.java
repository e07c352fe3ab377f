// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.List;
import java.util.Objects;

/**
 * The repeated unit of a benchmark: what lies between one anchor exit and the next of the same vCPU.
 *
 * @param anchor     the exit that an operation begins with
 * @param operations how many there are that are whole and free of host interrupts and timer ticks; all others figures are about them
 * @param setApart   whole operations that a host interrupt or a timer tick fell into; 0 where interrupts are part of most operations
 * @param broken     operations that lost events, a new anchor or the end of the trace cut
 * @param other      of {@link #operations}, those whose sequence was not kept: too long, or too rare among too many
 * @param sequences  the most frequent ones, the most frequent first
 * @param exits      of one operation
 * @param duration   of one operation, in nanoseconds: from anchor to anchor
 * @param times      of operations
 */
public record Operation(ExitKey anchor, long operations, long setApart, long broken, long other, List<Sequence> sequences, Estimate exits,
		Estimate duration, Times times) {

	public Operation {
		Objects.requireNonNull(anchor);
		Objects.requireNonNull(exits);
		Objects.requireNonNull(duration);
		Objects.requireNonNull(times);
		sequences = List.copyOf(sequences);
		if (sequences.isEmpty()) {
			throw new IllegalArgumentException("an operation without a sequence");
		}
	}

	/** The most frequent sequence. */
	public Sequence usual() {
		return sequences.get(0);
	}
}
