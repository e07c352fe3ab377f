// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/**
 * The time from the first to the last exit that is counted.
 *
 * @param first nanoseconds, on the trace's own clock
 * @param last  nanoseconds, on the trace's own clock
 * @param timed whether there are times at all; otherwise both are 0
 */
public record Span(long first, long last, boolean timed) {

	/** No times. */
	public static final Span NONE = new Span(0, 0, false);

	/** Its length. */
	public double seconds() {
		return timed ? (last - first) / 1e9 : Double.NaN;
	}
}
