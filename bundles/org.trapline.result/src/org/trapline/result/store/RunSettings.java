// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import org.trapline.result.RunSelection;

/**
 * The settings of a run.
 *
 * @param files     the studies, as the user named them; in the workbench their paths in the workspace
 * @param selection which part of them
 * @param seed      of the random numbers; empty where the studies' own was taken
 * @param jobs      number of threads, at least 1
 * @param exits     whether exits by reason were added to every experiment
 * @param summary   whether sweeps were summarized
 */
public record RunSettings(List<String> files, RunSelection selection, OptionalLong seed, int jobs, boolean exits, boolean summary) {

	public RunSettings {
		files = List.copyOf(files);
		Objects.requireNonNull(selection);
		Objects.requireNonNull(seed);
		if (jobs < 1) {
			throw new IllegalArgumentException("a run needs at least 1 thread, not " + jobs);
		}
	}

	/** What the studies themselves ask for. */
	public RunSettings(List<String> files, RunSelection selection, OptionalLong seed, int jobs) {
		this(files, selection, seed, jobs, false, false);
	}

	/** A run on one thread, with the studies' own seeds. */
	public RunSettings(List<String> files, RunSelection selection) {
		this(files, selection, OptionalLong.empty(), 1);
	}
}
