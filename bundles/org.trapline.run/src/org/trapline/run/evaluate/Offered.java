// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be evaluated of an experiment, by names.
 *
 * @param experiment its name
 * @param title      its heading for people; empty where it has none
 * @param stacks     the stacks that it runs on
 * @param workloads  what it runs
 * @param measures   what it measures
 */
public record Offered(String experiment, Optional<String> title, List<String> stacks, List<String> workloads, List<String> measures) {

	public Offered {
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(title);
		stacks = List.copyOf(stacks);
		workloads = List.copyOf(workloads);
		measures = List.copyOf(measures);
	}
}
