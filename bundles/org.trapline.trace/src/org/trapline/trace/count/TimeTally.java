// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.count;

import org.HdrHistogram.PackedHistogram;
import org.trapline.trace.summary.Times;

/** Times of any number: their mean exactly, percentiles within a thousandth and to the unit that they are measured in. */
public final class TimeTally {

	private static final int DIGITS = 3;
	private static final double MEDIAN = 50;
	private static final double HIGH = 99;

	/** Its memory grows with the number of different times, not with the longest. */
	private final PackedHistogram histogram = new PackedHistogram(DIGITS);
	private final long unit;
	private double total;
	private long min = Long.MAX_VALUE;
	private long max;

	/** @param unit nanoseconds: what all times are multiples of */
	public TimeTally(long unit) {
		this.unit = unit;
		histogram.setAutoResize(true);
	}

	/** @param nanoseconds 0 or more */
	public void add(long nanoseconds) {
		histogram.recordValue(nanoseconds / unit);
		total += nanoseconds;
		min = Math.min(min, nanoseconds);
		max = Math.max(max, nanoseconds);
	}

	/** What they came to. */
	public Times times() {
		long count = histogram.getTotalCount();
		if (count == 0) {
			return Times.NONE;
		}
		return new Times(count, min, total / count, percentile(MEDIAN), percentile(HIGH), max, total);
	}

	private double percentile(double percent) {
		// The histogram rounds up, at the end beyond the longest.
		return Math.min(max, unit * histogram.getValueAtPercentile(percent));
	}
}
