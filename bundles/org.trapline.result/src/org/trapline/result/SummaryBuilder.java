// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the summary of the values of a cell. It keeps every value, in 8 bytes: quantiles are exact. Values are {@code double}s, so that counts are exact
 * up to 2^53. The order in which values are added changes nothing.
 *
 * @since 0.2.0
 */
public final class SummaryBuilder {

	/** Digits of means and deviations: fewer than a double has, since the last ones are those of rounding. */
	private static final MathContext ROUNDED = new MathContext(12, RoundingMode.HALF_EVEN);
	private static final int FIRST = 64;
	private static final long PERCENT = 100;

	private double[] values = new double[FIRST];
	private int size;
	private boolean sorted;

	/** Adds a value. */
	public void add(double value) {
		if (!Double.isFinite(value)) {
			throw new IllegalArgumentException("a summary of numbers, and one is " + value);
		}
		if (size == values.length) {
			values = Arrays.copyOf(values, 2 * size);
		}
		values[size++] = value;
		sorted = false;
	}

	/** How many values there are. */
	public int size() {
		return size;
	}

	/** The mean of the values, of which there has to be one: the value of the row. */
	public BigDecimal mean() {
		sort();
		return rounded(exactMean());
	}

	private double exactMean() {
		// Of equal values it is that value, which their sum may not be a multiple of.
		return values[0] == values[size - 1] ? values[0] : sum(values, size) / size;
	}

	private void sort() {
		if (size == 0) {
			throw new IllegalStateException("there is no value to summarize");
		}
		if (!sorted) {
			Arrays.parallelSort(values, 0, size);
			sorted = true;
		}
	}

	/** The summary of the values, of which there has to be one. */
	public Summary build() {
		sort();
		double mean = exactMean();
		double[] squares = new double[size];
		for (int i = 0; i < size; i++) {
			squares[i] = (values[i] - mean) * (values[i] - mean);
		}
		double deviation = size == 1 ? 0 : Math.sqrt(sum(squares, size) / (size - 1));
		List<Summary.Quantile> quantiles = new ArrayList<>();
		for (int percent : Summary.PERCENTAGES) {
			long rank = (percent * (long) size + PERCENT - 1) / PERCENT;
			quantiles.add(new Summary.Quantile(percent, exact(values[(int) rank - 1])));
		}
		return new Summary(size, rounded(deviation), exact(values[0]), exact(values[size - 1]), quantiles, histogram());
	}

	private List<Long> histogram() {
		double min = values[0];
		double range = values[size - 1] - min;
		int bins = range == 0 ? 1 : Math.min(Summary.BINS, size);
		long[] counts = new long[bins];
		for (int i = 0; i < size; i++) {
			counts[range == 0 ? 0 : Math.min(bins - 1, (int) ((values[i] - min) / range * bins))]++;
		}
		return Arrays.stream(counts).boxed().toList();
	}

	/** Neumaier's sum: what additions round off is added at the end. */
	private static double sum(double[] terms, int count) {
		double sum = 0;
		double lost = 0;
		for (int i = 0; i < count; i++) {
			double next = sum + terms[i];
			lost += Math.abs(sum) >= Math.abs(terms[i]) ? sum - next + terms[i] : terms[i] - next + sum;
			sum = next;
		}
		return sum + lost;
	}

	private static BigDecimal rounded(double value) {
		return plain(new BigDecimal(value, ROUNDED));
	}

	/** The shortest decimal of a double. */
	private static BigDecimal exact(double value) {
		return plain(BigDecimal.valueOf(value));
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
