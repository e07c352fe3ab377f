// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.trapline.result.Comparison;
import org.trapline.result.Role;

/**
 * Makes JFreeCharts of data: bars with published values as marks, filled where the model was fitted to them and hollow where it
 * predicts them; lines; heat maps. A JFreeChart is drawn by one thread at a time.
 */
public final class Charts {

	/** Lines of published values. */
	static final Stroke MARK_STROKE = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
	/** Ends of intervals. */
	static final Stroke WHISKER = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
	/** A value that others are seen against. */
	static final Stroke DASHED = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] { 5, 4 }, 0);
	static final Stroke THIN = new BasicStroke(0.75f);

	private static final Color CLEAR = new Color(0, 0, 0, 0);
	/** More items than this fill the picture with a legend. */
	private static final int LEGEND_AT_MOST = 24;

	private Charts() {
	}

	/** The picture of {@code data}. */
	public static JFreeChart create(ChartData data, ChartTheme theme) {
		return create(data, theme, Zoom.NONE);
	}

	/** The picture of a part of {@code data}. */
	public static JFreeChart create(ChartData data, ChartTheme theme, Zoom zoom) {
		return switch (data) {
		case BarData bars -> bars(bars, theme, zoom);
		case LineData lines -> chart(lines, new LinePlot(lines, theme, zoom), LinePlot.legend(lines, theme), published(lines), theme);
		case HeatData heat -> chart(heat, new HeatPlot(heat, theme, zoom), new LegendItemCollection(), Optional.empty(), theme);
		};
	}

	private static JFreeChart bars(BarData all, ChartTheme theme, Zoom zoom) {
		int columns = all.categories().size();
		int from = Math.min(columns - 1, (int) Math.floor(zoom.left() * columns));
		BarData data = all.window(from, Math.clamp((long) Math.ceil(zoom.right() * columns), from + 1, columns));
		double share = Math.max(1e-9, zoom.top() * all.largest().doubleValue() / Math.max(Double.MIN_NORMAL, data.largest().doubleValue()));
		BarPlot plot = new BarPlot(data, theme, zoom.top() == 1 ? 1 : Math.min(1, share));
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(true);
		plot.setRangeGridlinePaint(theme.grid());
		plot.setRangeGridlineStroke(THIN);
		plot.setShadowGenerator(null);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		CategoryAxis names = plot.getDomainAxis();
		names.setLowerMargin(0);
		names.setUpperMargin(0);
		names.setCategoryMargin(0);
		names.setTickMarksVisible(false);
		names.setTickLabelPaint(theme.ink());
		// the plot draws it, over the grid line of 0
		names.setAxisLineVisible(false);
		valueAxis(plot.getRangeAxis(), data.scale(), theme);
		plot.getRangeAxis().setAutoTickUnitSelection(false);
		LegendItemCollection items = legendItems(data, theme);
		plot.setFixedLegendItems(items);
		return chart(data, plot, items, published(data), theme);
	}

	/** A value axis, with its label above. */
	static void valueAxis(ValueAxis axis, Scale scale, ChartTheme theme) {
		axis.setLabel(scale.label());
		axis.setLabelFont(Fonts.ofSize(Fonts.NORMAL));
		axis.setLabelPaint(theme.muted());
		axis.setAutoRange(false);
		axis.setAxisLineVisible(false);
		axis.setTickMarksVisible(false);
		axis.setTickLabelFont(Fonts.ofSize(Fonts.NORMAL));
		axis.setTickLabelPaint(theme.muted());
		axis.setTickLabelInsets(new RectangleInsets(0, 0, 0, PictureLayout.TICK_GAP));
	}

	private static JFreeChart chart(ChartData data, Plot plot, LegendItemCollection items, Optional<String> published, ChartTheme theme) {
		plot.setBackgroundPaint(null);
		plot.setOutlineVisible(false);
		plot.setInsets(RectangleInsets.ZERO_INSETS);
		NotedChart chart = new NotedChart(plot);
		chart.setBackgroundPaint(theme.background());
		chart.setBorderVisible(false);
		chart.setPadding(new RectangleInsets(16, 20, 14, 20));
		chart.setAntiAlias(true);
		chart.setTextAntiAlias(true);
		chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
		chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		chart.setTitle(text(data.heading(), Fonts.TITLE, theme.ink(), RectangleEdge.TOP, new RectangleInsets(0, 0, 6, 0)));
		if (items.getItemCount() > 0) {
			chart.addSubtitle(legend(items, theme));
		}
		// From the bottom up: what is added first lies lowest.
		published.ifPresent(text -> chart.addNote(note(text, theme)));
		data.note().ifPresent(text -> chart.addNote(note(text, theme)));
		return chart;
	}

	private static TextTitle note(String text, ChartTheme theme) {
		TextTitle note = text(text, Fonts.SMALL, theme.muted(), RectangleEdge.BOTTOM, new RectangleInsets(6, 0, 0, 0));
		note.setMaximumLinesToDisplay(2);
		return note;
	}

	private static TextTitle text(String text, float size, Color color, RectangleEdge edge, RectangleInsets padding) {
		TextTitle title = new TextTitle(text, Fonts.forText(text, size), color, edge, HorizontalAlignment.LEFT,
				VerticalAlignment.CENTER, padding);
		title.setTextAlignment(HorizontalAlignment.LEFT);
		return title;
	}

	private static LegendTitle legend(LegendItemCollection items, ChartTheme theme) {
		LegendItemCollection shown = new LegendItemCollection();
		for (int i = 0; i < Math.min(items.getItemCount(), LEGEND_AT_MOST); i++) {
			shown.add(items.get(i));
		}
		if (items.getItemCount() > LEGEND_AT_MOST) {
			shown.add(new LegendItem("and " + (items.getItemCount() - LEGEND_AT_MOST) + " more", null, null, null, new Rectangle2D.Double(0, 0, 0, 0),
					CLEAR));
		}
		LegendTitle legend = new LegendTitle(() -> shown, new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 14, 2),
				new ColumnArrangement());
		legend.setPosition(RectangleEdge.TOP);
		legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
		legend.setFrame(BlockBorder.NONE);
		legend.setBackgroundPaint(null);
		legend.setItemFont(Fonts.ofSize(Fonts.NORMAL));
		legend.setItemPaint(theme.ink());
		legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 2));
		legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 0));
		legend.setPadding(new RectangleInsets(0, 0, 12, 0));
		return legend;
	}

	private static LegendItemCollection legendItems(BarData data, ChartTheme theme) {
		LegendItemCollection items = new LegendItemCollection();
		List<String> names = data.parts().isEmpty() ? data.series() : data.parts();
		for (int i = 0; i < names.size(); i++) {
			String label = !data.parts().isEmpty() ? names.get(i) : names.size() == 1 ? "Simulated" : "Simulated: " + names.get(i);
			items.add(new LegendItem(label, null, null, null, new Rectangle2D.Double(-6, -6, 12, 12), theme.bar(i)));
		}
		for (Role role : Role.values()) {
			if (data.bars().stream().anyMatch(bar -> bar.comparison().map(Comparison::role).filter(role::equals).isPresent())) {
				items.add(mark(role, theme));
			}
		}
		return items;
	}

	/** The legend's item for published values. */
	static LegendItem mark(Role role, ChartTheme theme) {
		String label = switch (role) {
			case FIT -> "Published, model fitted to it";
			case PREDICTION -> "Published, model predicts it";
		};
		return new LegendItem(label, null, null, null, true, BarPlot.diamond(0, 0, 5), true,
				role == Role.FIT ? theme.ink() : theme.background(), true, theme.ink(), MARK_STROKE, false,
				new Line2D.Double(), MARK_STROKE, CLEAR);
	}

	private static Optional<String> published(BarData data) {
		return published(data.bars().stream().flatMap(bar -> bar.comparison().stream()).toList());
	}

	private static Optional<String> published(LineData data) {
		return published(data.series().stream().flatMap(series -> series.points().stream()).filter(point -> point.published().isPresent())
				.flatMap(point -> point.sample().stream()).flatMap(sample -> sample.row().comparison().stream()).toList());
	}

	private static Optional<String> published(List<Comparison> comparisons) {
		// Where a value stands comes before the first semicolon; remarks on single values would be too long for a picture.
		Map<String, Set<String>> statuses = new LinkedHashMap<>();
		comparisons.stream().map(Comparison::published).forEach(
				value -> statuses.computeIfAbsent(value.source().split(";")[0], source -> new LinkedHashSet<>()).add(value.status()));
		List<String> sources = statuses.entrySet().stream().map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")").toList();
		return sources.isEmpty() ? Optional.empty() : Optional.of("Published values: " + String.join("; ", sources));
	}
}
