// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Objects;

/**
 * Exits of one kind.
 *
 * @param key        what they have in common
 * @param count      how many there are
 * @param share      of all exits, from 0 to 1
 * @param rate       per second of the trace's span; NaN where there are no times
 * @param userSpace  how many of them were completed by the user-space VMM
 * @param times      of handling, or what {@link TraceSummary#meaning()} says
 */
public record ExitRow(ExitKey key, long count, double share, double rate, long userSpace, Times times) {

	public ExitRow {
		Objects.requireNonNull(key);
		Objects.requireNonNull(times);
	}
}
