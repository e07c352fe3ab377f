// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Objects;

/**
 * One line of a benchmark's own output: an operation's mean cost at the level that the benchmark ran at.
 *
 * @param name    the benchmark's name of the operation
 * @param mean    of one operation; NaN where it was skipped
 * @param unit    of the mean: {@code cycles} (of the TSC) or {@code ns}
 * @param total   of all operations, in the same unit; NaN where it is not printed
 * @param skipped whether it could not run on that machine
 */
public record BenchmarkRow(String name, double mean, String unit, double total, boolean skipped) {

	public BenchmarkRow {
		Objects.requireNonNull(name);
		Objects.requireNonNull(unit);
	}
}
