// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How the values of a cell (experiment, stack, workload, metric) are distributed over all points of a sweep; the row's value is their mean. Numbers are
 * in the unit of the row's metric.
 *
 * @param count     number of points that have the value, at least 1
 * @param deviation the standard deviation, of the sample: with {@code count - 1}; 0 for one point
 * @param min       the smallest value
 * @param max       the largest value
 * @param quantiles in the order of their percentages
 * @param histogram how many values each of some equally wide bins from {@code min} to {@code max} holds; a single bin where all values are equal
 * @since 0.2.0
 */
public record Summary(long count, BigDecimal deviation, BigDecimal min, BigDecimal max, List<Quantile> quantiles, List<Long> histogram)
		implements RowDetail {

	/** The percentages of the quantiles that every summary has. */
	public static final List<Integer> PERCENTAGES = List.of(1, 5, 25, 50, 75, 95, 99);
	/** The largest number of bins of a histogram. */
	public static final int BINS = 20;

	/**
	 * A quantile by nearest rank: the smallest value that so many of the values are not above.
	 *
	 * @param percent how many of the values, in percent
	 * @param value   the quantile, which is one of the values
	 */
	public record Quantile(int percent, BigDecimal value) {
		public Quantile {
			Objects.requireNonNull(value);
		}
	}

	public Summary {
		Objects.requireNonNull(deviation);
		Objects.requireNonNull(min);
		Objects.requireNonNull(max);
		quantiles = List.copyOf(quantiles);
		histogram = List.copyOf(histogram);
		if (count < 1) {
			throw new IllegalArgumentException("a summary of " + count + " values is none");
		}
	}

	/**
	 * A quantile.
	 *
	 * @throws IllegalArgumentException when the summary does not have it
	 */
	public BigDecimal quantile(int percent) {
		for (Quantile each : quantiles) {
			if (each.percent() == percent) {
				return each.value();
			}
		}
		throw new IllegalArgumentException("the summary has no quantile of " + percent + " %");
	}

	@Override
	public String key() {
		return count + " " + deviation.toPlainString() + " " + min.toPlainString() + " "
				+ quantiles.stream().map(each -> each.value().toPlainString()).collect(Collectors.joining(" ")) + " " + max.toPlainString() + " "
				+ histogram.stream().map(String::valueOf).collect(Collectors.joining(" "));
	}
}
