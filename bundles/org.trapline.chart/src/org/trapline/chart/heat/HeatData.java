// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.heat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfree.chart.LegendItemCollection;
import org.trapline.chart.ChartData;
import org.trapline.chart.Figure;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.Zoom;
import org.trapline.chart.picture.ChartTheme;

/**
 * Values over two parameters, as colours: a panel for each stack and workload.
 *
 * @param heading of the picture
 * @param scale   what the values are
 * @param across  name of the parameter on the horizontal axis
 * @param columns its values, in order
 * @param down    name of the parameter on the vertical axis
 * @param rows    its values, in order, the lowest first
 * @param panels  at least one
 * @param note    what a reader has to know besides
 */
public record HeatData(String heading, Scale scale, String across, List<String> columns, String down, List<String> rows, List<Panel> panels,
		Optional<String> note) implements ChartData {

	/**
	 * One map.
	 *
	 * @param name  its heading
	 * @param cells at least one
	 */
	public record Panel(String name, List<Cell> cells) {
		public Panel {
			Objects.requireNonNull(name);
			cells = List.copyOf(cells);
		}
	}

	/**
	 * A value.
	 *
	 * @param column index of its column
	 * @param row    index of its row
	 * @param value  at least 0
	 * @param sample the simulated value behind it
	 */
	public record Cell(int column, int row, BigDecimal value, Optional<Sample> sample) {
		public Cell {
			Objects.requireNonNull(value);
			Objects.requireNonNull(sample);
		}
	}

	public HeatData {
		Objects.requireNonNull(heading);
		Objects.requireNonNull(scale);
		Objects.requireNonNull(across);
		columns = List.copyOf(columns);
		Objects.requireNonNull(down);
		rows = List.copyOf(rows);
		panels = List.copyOf(panels);
		Objects.requireNonNull(note);
	}

	/** The smallest value. */
	public BigDecimal smallest() {
		return panels.stream().flatMap(panel -> panel.cells().stream()).map(Cell::value).min(BigDecimal::compareTo).orElseThrow();
	}

	/** The largest value. */
	public BigDecimal largest() {
		return panels.stream().flatMap(panel -> panel.cells().stream()).map(Cell::value).max(BigDecimal::compareTo).orElseThrow();
	}

	/** No legend: the scale of colours is a part of the plot. */
	@Override
	public Figure figure(ChartTheme theme, Zoom zoom) {
		return new Figure(new HeatPlot(this, theme, zoom), new LegendItemCollection(), List.of());
	}
}
