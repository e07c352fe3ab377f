// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.List;

/**
 * One way that an operation went: its exits in order, beginning with the anchor.
 *
 * @param exits of one operation
 * @param count how many operations went this way
 * @param share of the operations that are counted, from 0 to 1
 * @param mean  duration, in nanoseconds; NaN where there are no times
 */
public record Sequence(List<ExitKey> exits, long count, double share, double mean) {

	public Sequence {
		exits = List.copyOf(exits);
	}
}
