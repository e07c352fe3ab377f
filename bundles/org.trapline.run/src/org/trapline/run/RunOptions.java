// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * Options of a run. Results do not depend on the number of threads.
 *
 * @param seed    of the random numbers; empty for that of each experiment
 * @param jobs    number of threads that run points of experiments, at least 1
 * @param exits   whether every experiment of operations and flows also reports exits by reason
 * @param summary whether every experiment with a sweep reports a summary of each cell in place of all values
 * @param intervals whether results carry what the intervals of costs make of them
 */
public record RunOptions(OptionalLong seed, int jobs, boolean exits, boolean summary, boolean intervals) {

	/** The experiments' own seeds, on all processors. */
	public static final RunOptions DEFAULT = new RunOptions(OptionalLong.empty(), Runtime.getRuntime().availableProcessors());

	/** The study's own options. */
	public RunOptions(OptionalLong seed, int jobs) {
		this(seed, jobs, false, false);
	}

	/** With what the intervals of costs make of the results. */
	public RunOptions(OptionalLong seed, int jobs, boolean exits, boolean summary) {
		this(seed, jobs, exits, summary, true);
	}

	public RunOptions {
		Objects.requireNonNull(seed);
		if (jobs < 1) {
			throw new IllegalArgumentException("a run needs at least 1 thread, not " + jobs);
		}
	}
}
