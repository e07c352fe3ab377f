// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

import org.HdrHistogram.Histogram;
import org.trapline.sim.event.Time;

/**
 * Percentiles of any number of times, to three digits, by HdrHistogram. Adding does not allocate.
 *
 * @since 0.2.0
 */
public final class Percentiles {

	/** The longest time that can be added. */
	public static final Time HIGHEST = Time.of(10_000, Time.Unit.SECOND);

	private static final int DIGITS = 3;

	private final Histogram histogram = new Histogram(HIGHEST.picoseconds(), DIGITS);

	/**
	 * Adds a time.
	 *
	 * @param picoseconds from 0 to {@link #HIGHEST}
	 */
	public void add(long picoseconds) {
		if (picoseconds < 0 || picoseconds > HIGHEST.picoseconds()) {
			throw new IllegalArgumentException("percentiles of times from 0 to " + HIGHEST + ", but one of " + picoseconds + " ps");
		}
		histogram.recordValue(picoseconds);
	}

	/** Resets it, as at the end of warm-up. */
	public void reset() {
		histogram.reset();
	}

	/** Number of times. */
	public long count() {
		return histogram.getTotalCount();
	}

	/**
	 * The percentile: the time that this share of all times does not exceed, in picoseconds; rounded up by at most a thousandth. 0 without times.
	 *
	 * @param percent from 0 to 100, as 99.9
	 */
	public long percentile(double percent) {
		if (!(percent >= 0 && percent <= 100)) {
			throw new IllegalArgumentException("a percentile of " + percent + "; it has to be from 0 to 100");
		}
		return histogram.getValueAtPercentile(percent);
	}
}
