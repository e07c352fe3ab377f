// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.Color;
import java.awt.RenderingHints;
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
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Fonts;
import org.trapline.result.Comparison;

/**
 * Makes JFreeCharts of data: heading, legend and notes around the plot that each form of chart draws itself. A JFreeChart is drawn by one
 * thread at a time.
 */
public final class Charts {

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
		Figure figure = data.figure(theme, zoom);
		Plot plot = figure.plot();
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
		if (figure.legend().getItemCount() > 0) {
			chart.addSubtitle(legend(figure.legend(), theme));
		}
		// From the bottom up: what is added first lies lowest.
		published(figure.published()).ifPresent(text -> chart.addNote(note(text, theme)));
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

	private static Optional<String> published(List<Comparison> comparisons) {
		// Where a value stands comes before the first semicolon; remarks on single values would be too long for a picture.
		Map<String, Set<String>> statuses = new LinkedHashMap<>();
		comparisons.stream().map(Comparison::published).forEach(
				value -> statuses.computeIfAbsent(value.source().split(";")[0], source -> new LinkedHashSet<>()).add(value.status()));
		List<String> sources = statuses.entrySet().stream().map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")").toList();
		return sources.isEmpty() ? Optional.empty() : Optional.of("Published values: " + String.join("; ", sources));
	}
}
