// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.util.List;
import java.util.Objects;

import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.Plot;
import org.trapline.result.Comparison;

/**
 * The part of a chart that differs with its form; {@link Charts} adds heading, legend and notes.
 *
 * @param plot      draws the values
 * @param legend    what its colours and marks mean; empty where there is nothing to tell apart
 * @param published the published values that it shows: their sources stand below the chart
 */
public record Figure(Plot plot, LegendItemCollection legend, List<Comparison> published) {
	public Figure {
		Objects.requireNonNull(plot);
		Objects.requireNonNull(legend);
		published = List.copyOf(published);
	}
}
