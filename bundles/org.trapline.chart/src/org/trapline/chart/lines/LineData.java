// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.lines;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.chart.ChartData;
import org.trapline.chart.Figure;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.Zoom;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.result.Interval;

/**
 * Lines over a number, or points that no line joins.
 *
 * @param heading of the picture
 * @param across  the horizontal axis
 * @param scale   the vertical axis
 * @param series  the lines: at least one
 * @param joined  whether the points of a series are joined: not where they differ in more than the place on the horizontal axis, as samples do
 * @param note    what a reader has to know besides
 */
public record LineData(String heading, Across across, Scale scale, List<Series> series, boolean joined, Optional<String> note)
		implements ChartData {

	/** The kinds of horizontal axis. */
	public enum Spacing {
		/** Equal differences are equally far apart. */
		LINEAR,
		/** Equal ratios are. */
		LOGARITHMIC,
		/** Percentiles: each further nine of 99.9… is as far as the one before. */
		TAIL
	}

	/**
	 * The horizontal axis.
	 *
	 * @param label   with the unit
	 * @param spacing what is far apart on it
	 */
	public record Across(String label, Spacing spacing) {
		public Across {
			Objects.requireNonNull(label);
			Objects.requireNonNull(spacing);
		}
	}

	/**
	 * A line.
	 *
	 * @param name   its name
	 * @param points in the order of the horizontal axis; at least one
	 */
	public record Series(String name, List<Point> points) {
		public Series {
			Objects.requireNonNull(name);
			points = List.copyOf(points);
		}
	}

	/**
	 * A point of a line.
	 *
	 * @param x         where on the horizontal axis
	 * @param value     its height, at least 0
	 * @param interval  how sure the value is
	 * @param published the published value, at least 0
	 * @param sample    the simulated value behind it
	 */
	public record Point(double x, BigDecimal value, Optional<Interval> interval, Optional<BigDecimal> published, Optional<Sample> sample) {
		public Point {
			Objects.requireNonNull(value);
			Objects.requireNonNull(interval);
			Objects.requireNonNull(published);
			Objects.requireNonNull(sample);
		}
	}

	public LineData {
		Objects.requireNonNull(heading);
		Objects.requireNonNull(across);
		Objects.requireNonNull(scale);
		series = List.copyOf(series);
		Objects.requireNonNull(note);
	}

	@Override
	public Figure figure(ChartTheme theme, Zoom zoom) {
		return LinePlot.figure(this, theme, zoom);
	}
}
