// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * How a study is run. The number of threads changes no result.
 *
 * @param seed    of the random numbers; empty for that of each experiment
 * @param jobs    how many threads run points of experiments, at least 1
 * @param exits   whether every experiment of operations and flows tells its exits by reason too
 * @param summary whether every experiment of a sweep tells a summary of each cell in place of all values
 */
public record RunOptions(OptionalLong seed, int jobs, boolean exits, boolean summary) {

	/** The experiments' own seeds, on all processors. */
	public static final RunOptions DEFAULT = new RunOptions(OptionalLong.empty(), Runtime.getRuntime().availableProcessors());

	/** What the study itself asks for. */
	public RunOptions(OptionalLong seed, int jobs) {
		this(seed, jobs, false, false);
	}

	public RunOptions {
		Objects.requireNonNull(seed);
		if (jobs < 1) {
			throw new IllegalArgumentException("a run needs a thread, and has " + jobs);
		}
	}
}
