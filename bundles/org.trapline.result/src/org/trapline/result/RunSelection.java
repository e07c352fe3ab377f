// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.List;

/**
 * The part of a study that runs.
 *
 * @param experiments names of the experiments; all when empty
 * @param stacks      names of the stacks, the variants of an experiment; all when empty
 * @since 0.2.0
 */
public record RunSelection(List<String> experiments, List<String> stacks) {

	/** The whole study. */
	public static final RunSelection ALL = new RunSelection(List.of(), List.of());

	public RunSelection {
		experiments = List.copyOf(experiments);
		stacks = List.copyOf(stacks);
	}

	/** One experiment. */
	public static RunSelection experiment(String name) {
		return new RunSelection(List.of(name), List.of());
	}

	public boolean admits(String stack) {
		return stacks.isEmpty() || stacks.contains(stack);
	}

	/** {@code all experiments}, {@code experiment Hypercall}, {@code experiment Hypercall, stacks Vm and Nested}. */
	@Override
	public String toString() {
		if (experiments.isEmpty() && stacks.isEmpty()) {
			return "all experiments";
		}
		String first = experiments.isEmpty() ? "" : (experiments.size() == 1 ? "experiment " : "experiments ") + words(experiments);
		String second = stacks.isEmpty() ? "" : (stacks.size() == 1 ? "stack " : "stacks ") + words(stacks);
		return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
	}

	private static String words(List<String> names) {
		int last = names.size() - 1;
		return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
	}
}
