// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/**
 * A level's sums.
 *
 * @param level     1, 2 or {@link ExitKey#UNKNOWN}
 * @param exits     of software at that level
 * @param reflected how many of them the host handed on
 * @param userSpace how many of them the user-space VMM completed
 * @param host      nanoseconds in the host that these exits took, from exit to entry
 * @param guest     nanoseconds that software of this level ran, from entry to exit; entries that exit at once are left out
 */
public record LevelRow(int level, long exits, long reflected, long userSpace, double host, double guest) {
}
