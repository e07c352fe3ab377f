// SPDX-License-Identifier: EPL-2.0
/**
 * Bars in groups, whole or stacked, with published values as marks: {@link org.trapline.chart.bars.BarData}. Before each drawing
 * {@code BarPlot} asks {@code BarLayout}, pure geometry without Java2D state, where everything goes at this size: which form of the value
 * labels fits, how names break or turn, how much head room the tallest bar needs. The parts that draw ({@code MetricAxis},
 * {@code CategoryNamesAxis}, {@code BarsRenderer}, {@code PublishedRenderer}) only follow that layout.
 */
package org.trapline.chart.bars;
