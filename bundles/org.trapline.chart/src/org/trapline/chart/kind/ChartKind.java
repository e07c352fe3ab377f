// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.List;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;

/**
 * A kind of chart: how its data comes of result rows. Its word, its title and its traits stand at {@link ChartSpec.Kind}. A new kind is one
 * class like this, which {@link ChartKinds} lists, and a constant there with a word of the language; it may make data of a
 * {@link ChartData form} that exists, or of one of its own.
 */
interface ChartKind {

	/** Its word and its traits. */
	ChartSpec.Kind kind();

	/**
	 * The data of a chart of this kind.
	 *
	 * @throws IllegalArgumentException when the sources have nothing that such a chart can show; the message is for people, and names
	 *                                  what is missing and what there is
	 */
	ChartData data(List<ChartSource> sources, ChartSpec spec);

	/** Whether the page about a run shows it of an experiment, asked for or not, if there is data for it. */
	default boolean isInReport(ExperimentResult result) {
		return false;
	}
}
