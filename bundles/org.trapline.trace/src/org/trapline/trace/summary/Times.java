// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/**
 * Times of a kind of exit, in nanoseconds. What is not known is NaN.
 *
 * @param count how many times were measured; fewer than there were exits where some have no end in the trace
 * @param min   the shortest
 * @param mean  exact, but for the trace's own resolution
 * @param p50   the median, within a thousandth
 * @param p99   what 99 of 100 do not exceed, within a thousandth
 * @param max   the longest
 * @param total their sum
 */
public record Times(long count, double min, double mean, double p50, double p99, double max, double total) {

	/** No time is known. */
	public static final Times NONE = new Times(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
