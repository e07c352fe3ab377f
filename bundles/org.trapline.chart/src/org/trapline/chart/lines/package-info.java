// SPDX-License-Identifier: EPL-2.0
/** Values over a number, as lines or points: {@link org.trapline.chart.lines.LineData} and its plot. */
package org.trapline.chart.lines;
