// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import org.trapline.result.RunSelection;

/**
 * What a run was asked to do.
 *
 * @param files     the studies, as the user named them; in the workbench their paths in the workspace
 * @param selection which part of them
 * @param seed      of the random numbers; empty where the studies' own was taken
 * @param jobs      how many threads it was to use, at least 1
 */
public record RunSettings(List<String> files, RunSelection selection, OptionalLong seed, int jobs) {

	public RunSettings {
		files = List.copyOf(files);
		Objects.requireNonNull(selection);
		Objects.requireNonNull(seed);
		if (jobs < 1) {
			throw new IllegalArgumentException("a run needs a thread, and has " + jobs);
		}
	}

	/** A run by one thread, of the studies' own seed. */
	public RunSettings(List<String> files, RunSelection selection) {
		this(files, selection, OptionalLong.empty(), 1);
	}
}
