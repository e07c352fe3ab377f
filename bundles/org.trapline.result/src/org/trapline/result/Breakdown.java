// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.trapline.sim.cost.Cause;
import org.trapline.sim.bill.Outcome;

/**
 * The cycles of one operation on one stack by level and cause: their sum is the row of cycles of the same stack, workload and point. For a flow those of
 * one request, on average.
 *
 * @param stack      name of the stack
 * @param workload   name of the workload
 * @param parameters the point of a sweep; empty where nothing is swept
 * @param software   who runs at each level, L0 first
 * @param shares     cycles by level and cause, L0 first; none of 0
 * @since 0.2.0
 */
public record Breakdown(String stack, String workload, List<ParameterValue> parameters, List<String> software, List<Share> shares) {

	/**
	 * Cycles that were spent at one level for one cause.
	 *
	 * @param level  the level that they are charged to
	 * @param cause  what they were spent on, in the words of the language
	 * @param cycles how many, above 0
	 */
	public record Share(int level, String cause, long cycles) {
		public Share {
			Objects.requireNonNull(cause);
		}
	}

	public Breakdown {
		Objects.requireNonNull(stack);
		Objects.requireNonNull(workload);
		parameters = List.copyOf(parameters);
		software = List.copyOf(software);
		shares = List.copyOf(shares);
	}

	/** The shares of an outcome. */
	public static List<Share> shares(Outcome outcome) {
		List<Share> shares = new ArrayList<>();
		for (int level = 0; level < outcome.levels(); level++) {
			for (Cause cause : Cause.values()) {
				long cycles = outcome.cycles(level, cause);
				if (cycles > 0) {
					shares.add(new Share(level, word(cause), cycles));
				}
			}
		}
		return shares;
	}

	/** The word of the language for a cause. */
	public static String word(Cause cause) {
		return cause.name().toLowerCase(Locale.ROOT);
	}

	/** All cycles. */
	public long cycles() {
		return shares.stream().mapToLong(Share::cycles).sum();
	}
}
