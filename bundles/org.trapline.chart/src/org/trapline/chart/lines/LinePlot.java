// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.lines;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.trapline.chart.ChartMark;
import org.trapline.chart.ChartStyle;
import org.trapline.chart.Figure;
import org.trapline.chart.MetricText;
import org.trapline.chart.PublishedMark;
import org.trapline.chart.RegionEntity;
import org.trapline.chart.Ticks;
import org.trapline.chart.Zoom;
import org.trapline.chart.lines.LineData.Point;
import org.trapline.chart.lines.LineData.Series;
import org.trapline.chart.lines.LineData.Spacing;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Fonts;
import org.trapline.result.Role;

/**
 * The plot of lines: their points as marks where these lie apart or are not joined, whiskers or a band where values are only known to an
 * interval, and published values as diamonds.
 */
public final class LinePlot extends Plot {

	private static final long serialVersionUID = 1L;

	/** Points nearer to each other than this, in points of the picture, are not drawn as marks: the line says it. */
	private static final double APART = 5;
	private static final double GAP = 10;
	/** Half the width of the mark of a published value. */
	private static final double PUBLISHED = 5;
	private static final double HEADROOM = 1.06;
	/** No more values than these are marked on the axis themselves. */
	private static final int FEW = 12;
	private final transient LineData data;
	private final transient ChartTheme theme;
	private final transient Zoom zoom;

	private LinePlot(LineData data, ChartTheme theme, Zoom zoom) {
		this.data = data;
		this.theme = theme;
		this.zoom = zoom;
	}

	/** The plot of a part of some lines. */
	static Figure figure(LineData data, ChartTheme theme, Zoom zoom) {
		return new Figure(new LinePlot(data, theme, zoom), LineMarks.legend(data, theme), data.series().stream().flatMap(series -> series.points().stream())
				.filter(point -> point.published().isPresent()).flatMap(point -> point.sample().stream())
				.flatMap(sample -> sample.row().comparison().stream()).toList());
	}

	@Override
	public String getPlotType() {
		return "Lines";
	}

	@Override
	public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo info) {
		if (area.getWidth() <= MINIMUM_WIDTH_TO_DRAW || area.getHeight() <= MINIMUM_HEIGHT_TO_DRAW) {
			return;
		}
		double line = Fonts.height(Fonts.NORMAL);
		double top = line + 8;
		double bottom = 2 * line + ChartStyle.NAME_GAP + 6;
		Ticks down = Ticks.of(shown(data.scale().log() ? logRange() : new Range(0, largest() * HEADROOM), data.scale().log(), zoom.bottom(), zoom.top()),
				data.scale().log(), data.scale().count(), Math.max(1, area.getHeight() - top - bottom), 36);
		double left = down.marks().stream().mapToDouble(mark -> Fonts.width(mark.text(), Fonts.NORMAL)).max().orElse(0) + ChartStyle.TICK_GAP;
		Rectangle2D plot = new Rectangle2D.Double(area.getX() + left, area.getY() + top, Math.max(1, area.getWidth() - left - GAP),
				Math.max(1, area.getHeight() - top - bottom));
		Ticks across = acrossTicks(plot.getWidth());
		if (info != null) {
			info.setPlotArea(area);
			info.setDataArea(plot);
		}
		DoubleUnaryOperator x = value -> plot.getX() + across.place(value) * plot.getWidth();
		DoubleUnaryOperator y = value -> plot.getMaxY() - down.place(value) * plot.getHeight();
		grid(g2, area, plot, across, down, x, y);
		Shape clip = g2.getClip();
		// Marks at the edge are whole.
		double mark = LineMarks.MARK;
		g2.clip(new Rectangle2D.Double(plot.getX() - mark, plot.getY() - mark, plot.getWidth() + 2 * mark, plot.getHeight() + 2 * mark));
		for (int i = 0; i < data.series().size(); i++) {
			series(g2, i, x, y, plot, info);
		}
		for (int i = 0; i < data.series().size(); i++) {
			published(g2, i, x, y, plot, info);
		}
		g2.setClip(clip);
	}

	// ------------------------------------------------------------------------------------------- axes

	private record Range(double low, double high) {
	}

	private double largest() {
		double largest = 0;
		for (Series series : data.series()) {
			for (Point point : series.points()) {
				largest = Math.max(largest, point.value().doubleValue());
				largest = Math.max(largest, point.interval().map(interval -> interval.high().doubleValue()).orElse(0.0));
				largest = Math.max(largest, point.published().map(BigDecimal::doubleValue).orElse(0.0));
			}
		}
		return largest > 0 ? largest : 1;
	}

	private Range logRange() {
		double smallest = Double.MAX_VALUE;
		for (Series series : data.series()) {
			for (Point point : series.points()) {
				double value = point.value().doubleValue();
				smallest = value > 0 ? Math.min(smallest, value) : smallest;
			}
		}
		double largest = largest();
		double low = Math.min(smallest, largest / 10);
		return new Range(low / Math.pow(largest / low, 0.04), largest * Math.pow(largest / low, 0.06));
	}

	private Ticks acrossTicks(double width) {
		double low = Double.MAX_VALUE;
		double high = -Double.MAX_VALUE;
		boolean log = data.across().spacing() == Spacing.LOGARITHMIC;
		for (Series series : data.series()) {
			for (Point point : series.points()) {
				if (!log || point.x() > 0) {
					low = Math.min(low, point.x());
					high = Math.max(high, point.x());
				}
			}
		}
		if (low > high) {
			low = 1;
			high = 1;
		}
		return switch (data.across().spacing()) {
		case LINEAR -> {
			double margin = high > low ? (high - low) * 0.02 : Math.max(1, Math.abs(low) * 0.1);
			yield marked(Ticks.of(shown(new Range(low - margin, high + margin), false, zoom.left(), zoom.right()), false, false, width, 80));
		}
		case LOGARITHMIC -> {
			double factor = high > low ? Math.pow(high / low, 0.02) : 2;
			yield marked(Ticks.of(shown(new Range(low / factor, high * factor), true, zoom.left(), zoom.right()), true, false, width, 80));
		}
		case TAIL -> Ticks.tail(high, zoom.left(), zoom.right());
		};
	}

	/** With marks at the values themselves, where they are few. */
	private Ticks marked(Ticks round) {
		double[] values = data.series().stream().flatMap(series -> series.points().stream()).mapToDouble(Point::x).distinct().limit(FEW + 1L).sorted().toArray();
		boolean sweep = data.series().stream().flatMap(series -> series.points().stream())
				.allMatch(point -> point.sample().filter(sample -> !sample.row().parameters().isEmpty()).isPresent());
		return sweep && data.joined() && values.length <= FEW ? round.at(values) : round;
	}

	private static double[] shown(Range range, boolean log, double from, double to) {
		if (log) {
			double low = Math.log10(range.low());
			double high = Math.log10(range.high());
			return new double[] { Math.pow(10, low + from * (high - low)), Math.pow(10, low + to * (high - low)) };
		}
		return new double[] { range.low() + from * (range.high() - range.low()), range.low() + to * (range.high() - range.low()) };
	}

	private void grid(Graphics2D g2, Rectangle2D area, Rectangle2D plot, Ticks across, Ticks down, DoubleUnaryOperator x, DoubleUnaryOperator y) {
		double ascent = Fonts.ascent(Fonts.NORMAL);
		double line = Fonts.height(Fonts.NORMAL);
		g2.setFont(Fonts.forText(data.scale().label(), Fonts.NORMAL));
		g2.setPaint(theme.muted());
		g2.drawString(data.scale().label(), (float) area.getX(), (float) (area.getY() + ascent));
		g2.setFont(Fonts.ofSize(Fonts.NORMAL));
		g2.setStroke(ChartStyle.THIN);
		for (Ticks.Mark mark : down.marks()) {
			double at = y.applyAsDouble(mark.value());
			g2.setPaint(theme.grid());
			g2.draw(new Line2D.Double(plot.getX(), at, plot.getMaxX(), at));
			g2.setPaint(theme.muted());
			g2.drawString(mark.text(), (float) (plot.getX() - ChartStyle.TICK_GAP - Fonts.width(mark.text(), Fonts.NORMAL)),
					(float) (at - line / 2 + ascent));
		}
		g2.setPaint(theme.axis());
		g2.fill(new Rectangle2D.Double(plot.getX(), plot.getMaxY(), plot.getWidth(), 1));
		double next = -Double.MAX_VALUE;
		for (Ticks.Mark mark : across.marks()) {
			double at = x.applyAsDouble(mark.value());
			double width = Fonts.width(mark.text(), Fonts.NORMAL);
			double from = Math.clamp(at - width / 2, area.getX(), Math.max(area.getX(), area.getMaxX() - width));
			if (from < next) {
				continue;
			}
			next = from + width + GAP;
			g2.setPaint(theme.axis());
			g2.fill(new Rectangle2D.Double(at - 0.5, plot.getMaxY(), 1, 4));
			g2.setPaint(theme.muted());
			g2.setFont(Fonts.forText(mark.text(), Fonts.NORMAL));
			g2.drawString(mark.text(), (float) from, (float) (plot.getMaxY() + ChartStyle.NAME_GAP + ascent));
		}
		String label = data.across().label();
		g2.setFont(Fonts.forText(label, Fonts.NORMAL));
		g2.setPaint(theme.muted());
		double width = Fonts.width(label, Fonts.NORMAL);
		g2.drawString(label, (float) Math.max(area.getX(), plot.getCenterX() - width / 2),
				(float) (plot.getMaxY() + ChartStyle.NAME_GAP + line + 4 + ascent));
	}

	// ------------------------------------------------------------------------------------------- lines

	private void series(Graphics2D g2, int index, DoubleUnaryOperator x, DoubleUnaryOperator y, Rectangle2D plot, PlotRenderingInfo info) {
		Series series = data.series().get(index);
		int count = series.points().size();
		double[] xs = new double[count];
		double[] ys = new double[count];
		for (int i = 0; i < count; i++) {
			xs[i] = x.applyAsDouble(series.points().get(i).x());
			ys[i] = y.applyAsDouble(series.points().get(i).value().doubleValue());
		}
		Color color = LineMarks.color(theme, index);
		boolean apart = count < 2 || Math.abs(xs[count - 1] - xs[0]) / count >= APART;
		if (apart || data.joined()) {
			intervals(g2, series, xs, y, color, apart);
		}
		if (data.joined()) {
			g2.setPaint(color);
			g2.setStroke(LineMarks.stroke(index));
			g2.draw(thinned(path(xs, ys), xs, ys, plot));
		}
		double size = data.joined() ? LineMarks.MARK : LineMarks.scattered(count);
		// What another mark of this series hides is neither drawn nor found: there may be a million points.
		Set<Long> taken = new HashSet<>();
		g2.setPaint(data.joined() ? color : LineMarks.translucent(color, count));
		for (int i = 0; i < count; i++) {
			if (!data.joined() && !taken.add(Math.round(xs[i] / size) * Integer.MAX_VALUE + Math.round(ys[i] / size))) {
				continue;
			}
			if (apart || !data.joined()) {
				g2.fill(LineMarks.mark(index, xs[i], ys[i], size));
			}
			if (info != null && plot.getX() - LineMarks.MARK <= xs[i] && xs[i] <= plot.getMaxX() + LineMarks.MARK) {
				Point point = series.points().get(i);
				RegionEntity.add(info, new ChartMark(ChartMark.Kind.POINT, series.name(), series.name(), point.sample()), () -> sentence(series, point),
						new Rectangle2D.Double(xs[i] - 2 * size, ys[i] - 2 * size, 4 * size, 4 * size));
			}
		}
	}

	private static Path2D path(double[] xs, double[] ys) {
		Path2D path = new Path2D.Double();
		for (int i = 0; i < xs.length; i++) {
			if (i == 0) {
				path.moveTo(xs[i], ys[i]);
			} else {
				path.lineTo(xs[i], ys[i]);
			}
		}
		return path;
	}

	/** A line of far more points than the picture has columns looks the same with the lowest and highest of each column. */
	private static Shape thinned(Path2D path, double[] xs, double[] ys, Rectangle2D plot) {
		if (xs.length < 4 * plot.getWidth()) {
			return path;
		}
		Path2D thin = new Path2D.Double();
		int i = 0;
		boolean first = true;
		while (i < xs.length) {
			double column = Math.floor(2 * xs[i]);
			int low = i;
			int high = i;
			int end = i;
			while (end < xs.length && Math.floor(2 * xs[end]) == column) {
				low = ys[end] > ys[low] ? end : low;
				high = ys[end] < ys[high] ? end : high;
				end++;
			}
			for (int at : low < high ? new int[] { i, low, high, end - 1 } : new int[] { i, high, low, end - 1 }) {
				if (first) {
					thin.moveTo(xs[at], ys[at]);
					first = false;
				} else {
					thin.lineTo(xs[at], ys[at]);
				}
			}
			i = end;
		}
		return thin;
	}

	private static void intervals(Graphics2D g2, Series series, double[] xs, DoubleUnaryOperator y, Color color, boolean apart) {
		List<double[]> band = new ArrayList<>();
		for (int i = 0; i < xs.length; i++) {
			Point point = series.points().get(i);
			if (point.interval().isPresent()) {
				band.add(new double[] { xs[i], y.applyAsDouble(point.interval().get().low().doubleValue()),
						y.applyAsDouble(point.interval().get().high().doubleValue()) });
			}
		}
		if (band.isEmpty()) {
			return;
		}
		if (apart) {
			g2.setPaint(color);
			g2.setStroke(ChartStyle.WHISKER);
			for (double[] each : band) {
				g2.draw(new Line2D.Double(each[0], each[1], each[0], each[2]));
				g2.draw(new Line2D.Double(each[0] - LineMarks.MARK, each[1], each[0] + LineMarks.MARK, each[1]));
				g2.draw(new Line2D.Double(each[0] - LineMarks.MARK, each[2], each[0] + LineMarks.MARK, each[2]));
			}
			return;
		}
		Path2D shape = new Path2D.Double();
		shape.moveTo(band.get(0)[0], band.get(0)[1]);
		band.forEach(each -> shape.lineTo(each[0], each[1]));
		band.reversed().forEach(each -> shape.lineTo(each[0], each[2]));
		shape.closePath();
		g2.setPaint(new Color(color.getRed(), color.getGreen(), color.getBlue(), 60));
		g2.fill(shape);
	}

	private void published(Graphics2D g2, int index, DoubleUnaryOperator x, DoubleUnaryOperator y, Rectangle2D plot, PlotRenderingInfo info) {
		Series series = data.series().get(index);
		for (Point point : series.points()) {
			if (point.published().isPresent()) {
				double atX = x.applyAsDouble(point.x());
				double atY = y.applyAsDouble(point.published().get().doubleValue());
				boolean fit = point.sample().flatMap(sample -> sample.row().comparison()).filter(known -> known.role().isFitted()).isPresent();
				PublishedMark.draw(g2, theme, atX, atY, PUBLISHED, fit ? Role.FIT : Role.PREDICTION);
				if (plot.contains(atX, atY)) {
					RegionEntity.add(info, new ChartMark(ChartMark.Kind.PUBLISHED, series.name(), series.name(), point.sample()), () -> sentence(series, point),
							PublishedMark.diamond(atX, atY, PUBLISHED).getBounds2D());
				}
			}
		}
	}

	private String sentence(Series series, Point point) {
		// Points that are not joined differ in more than the axis says.
		String place = !data.joined() && point.sample().isPresent() ? point.sample().get().row().point() : switch (data.across().spacing()) {
		case TAIL -> "percentile " + MetricText.full(BigDecimal.valueOf(point.x()));
		default -> data.across().label() + " " + MetricText.full(BigDecimal.valueOf(point.x()));
		};
		return MetricText.sentence(series.name() + ", " + place, data.scale(), point.value(), point.interval(),
				point.sample().filter(sample -> sample.row().value().equals(point.value())).flatMap(sample -> sample.row().comparison()), point.sample());
	}
}
