// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.count;

import org.HdrHistogram.Histogram;
import org.trapline.trace.summary.Times;

/** Times in nanoseconds, of any number: their mean exactly, percentiles within a thousandth. */
public final class TimeTally {

	private static final int DIGITS = 3;
	private static final double MEDIAN = 50;
	private static final double HIGH = 99;

	/** Grows with the longest time. */
	private final Histogram histogram = new Histogram(DIGITS);
	private double total;
	private long min = Long.MAX_VALUE;
	private long max;

	public TimeTally() {
		histogram.setAutoResize(true);
	}

	/** @param nanoseconds 0 or more */
	public void add(long nanoseconds) {
		histogram.recordValue(nanoseconds);
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
		// The histogram rounds up, at the end beyond the longest.
		return new Times(count, min, total / count, Math.min(max, histogram.getValueAtPercentile(MEDIAN)),
				Math.min(max, histogram.getValueAtPercentile(HIGH)), max, total);
	}
}
