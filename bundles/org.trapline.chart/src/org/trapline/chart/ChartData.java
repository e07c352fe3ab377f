// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.trapline.chart.picture.ChartTheme;

/**
 * What a chart shows: names and values, without colours, fonts or a size. There is one class for each form of chart (bars, lines, heat
 * map), beside the plot that draws it. Immutable.
 */
public interface ChartData {

	/** The heading of the picture. */
	String heading();

	/** What the values are. */
	Scale scale();

	/** What a reader has to know besides, below the picture. */
	Optional<String> note();

	/** Its plot in the colours of a theme, or that of a part of it. It is made for one drawing, by one thread. */
	Figure figure(ChartTheme theme, Zoom zoom);

	/** The title of what is charted: that of the experiment, or the names of the runs where there are several experiments. */
	static String title(List<ChartSource> sources) {
		List<String> titles = sources.stream().map(source -> source.experiment().heading()).distinct().toList();
		return titles.size() == 1 ? titles.get(0) : sources.stream().map(ChartSource::name).distinct().collect(Collectors.joining(", "));
	}
}
