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
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.data.category.DefaultCategoryDataset;
import org.trapline.chart.ChartData.Bar;
import org.trapline.run.ChartSpec;
import org.trapline.run.Comparison;
import org.trapline.run.ExperimentResult;
import org.trapline.run.Role;

/**
 * Makes pictures of results: bars of a metric by stack, with published values as marks, filled where the model was fitted to them and
 * hollow where it predicts them. Dataset 0 of the chart's category plot holds the simulated values, dataset 1 the published ones; rows are
 * workloads, columns are stacks. A chart is drawn by one thread at a time.
 */
public final class Charts {

	/** Lines of published values. */
	static final Stroke MARK_STROKE = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

	private static final Stroke THIN = new BasicStroke(0.75f);
	private static final Color CLEAR = new Color(0, 0, 0, 0);

	private Charts() {
	}

	/**
	 * The picture of one chart of an experiment.
	 *
	 * @throws IllegalArgumentException when there is nothing to draw, see {@link ChartData#of}
	 */
	public static JFreeChart create(ExperimentResult result, ChartSpec spec, ChartTheme theme) {
		return create(ChartData.of(result, spec), theme);
	}

	/** The picture of {@code data}. */
	public static JFreeChart create(ChartData data, ChartTheme theme) {
		DefaultCategoryDataset simulated = new DefaultCategoryDataset();
		DefaultCategoryDataset published = new DefaultCategoryDataset();
		// every cell first, also those without a value, so that rows and columns of both keep the order of the experiment
		for (String workload : data.workloads()) {
			for (String stack : data.stacks()) {
				Optional<Bar> bar = data.bar(stack, workload);
				simulated.addValue(bar.map(Bar::value).orElse(null), workload, stack);
				published.addValue(bar.flatMap(Bar::published).orElse(null), workload, stack);
			}
		}
		ResultPlot plot = new ResultPlot(data, theme, simulated, published);
		style(plot, data, theme);

		ResultChart chart = new ResultChart(plot);
		chart.setBackgroundPaint(theme.background());
		chart.setBorderVisible(false);
		chart.setPadding(new RectangleInsets(16, 20, 14, 20));
		chart.setAntiAlias(true);
		chart.setTextAntiAlias(true);
		chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
		chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		chart.setTitle(text(data.heading(), Fonts.TITLE, theme.ink(), RectangleEdge.TOP, new RectangleInsets(0, 0, 6, 0)));
		chart.addSubtitle(legend(plot, theme));
		source(data).ifPresent(source -> {
			TextTitle note = text(source, Fonts.SMALL, theme.muted(), RectangleEdge.BOTTOM, new RectangleInsets(10, 0, 0, 0));
			note.setMaximumLinesToDisplay(2);
			chart.addNote(note);
		});
		return chart;
	}

	/** The data a chart of this class shows. */
	static Optional<ChartData> data(JFreeChart chart) {
		return chart.getPlot() instanceof ResultPlot plot ? Optional.of(plot.data()) : Optional.empty();
	}

	private static void style(ResultPlot plot, ChartData data, ChartTheme theme) {
		plot.setBackgroundPaint(null);
		plot.setOutlineVisible(false);
		plot.setShadowGenerator(null);
		plot.setInsets(RectangleInsets.ZERO_INSETS);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(true);
		plot.setRangeGridlinePaint(theme.grid());
		plot.setRangeGridlineStroke(THIN);
		plot.setFixedLegendItems(legendItems(data, theme));

		CategoryAxis stacks = plot.getDomainAxis();
		stacks.setLowerMargin(0);
		stacks.setUpperMargin(0);
		stacks.setCategoryMargin(0);
		stacks.setTickMarksVisible(false);
		stacks.setTickLabelPaint(theme.ink());
		// the plot draws it, over the grid line of 0
		stacks.setAxisLineVisible(false);

		NumberAxis values = (NumberAxis) plot.getRangeAxis();
		values.setLabel(data.metric().title());
		values.setLabelFont(Fonts.ofSize(Fonts.NORMAL));
		values.setLabelPaint(theme.muted());
		values.setAutoRange(false);
		values.setAutoTickUnitSelection(false);
		values.setAxisLineVisible(false);
		values.setTickMarksVisible(false);
		values.setTickLabelFont(Fonts.ofSize(Fonts.NORMAL));
		values.setTickLabelPaint(theme.muted());
		values.setTickLabelInsets(new RectangleInsets(0, 0, 0, PictureLayout.TICK_GAP));
	}

	private static TextTitle text(String text, float size, Color color, RectangleEdge edge, RectangleInsets padding) {
		TextTitle title = new TextTitle(text, Fonts.forText(text, size), color, edge, HorizontalAlignment.LEFT,
				VerticalAlignment.CENTER, padding);
		title.setTextAlignment(HorizontalAlignment.LEFT);
		return title;
	}

	private static LegendTitle legend(ResultPlot plot, ChartTheme theme) {
		LegendTitle legend = new LegendTitle(plot, new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 14, 2),
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

	private static LegendItemCollection legendItems(ChartData data, ChartTheme theme) {
		LegendItemCollection items = new LegendItemCollection();
		List<String> workloads = data.workloads();
		for (int i = 0; i < workloads.size(); i++) {
			String label = workloads.size() == 1 ? "Simulated" : "Simulated: " + workloads.get(i);
			items.add(new LegendItem(label, null, null, null, new Rectangle2D.Double(-6, -6, 12, 12), theme.bar(i)));
		}
		for (Role role : Role.values()) {
			if (data.bars().stream().anyMatch(bar -> bar.comparison().map(Comparison::role).filter(role::equals).isPresent())) {
				items.add(mark(role, theme));
			}
		}
		return items;
	}

	private static LegendItem mark(Role role, ChartTheme theme) {
		String label = switch (role) {
			case FIT -> "Published, model fitted to it";
			case PREDICTION -> "Published, model predicts it";
		};
		return new LegendItem(label, null, null, null, true, ResultPlot.diamond(0, 0, 5), true,
				role == Role.FIT ? theme.ink() : theme.background(), true, theme.ink(), MARK_STROKE, false,
				new Line2D.Double(), MARK_STROKE, CLEAR);
	}

	private static Optional<String> source(ChartData data) {
		// Where a value stands comes before the first semicolon; remarks on single values would be too long for a picture.
		Map<String, Set<String>> statuses = new LinkedHashMap<>();
		data.bars().stream().flatMap(bar -> bar.comparison().stream()).map(Comparison::published).forEach(
				value -> statuses.computeIfAbsent(value.source().split(";")[0], source -> new LinkedHashSet<>()).add(value.status()));
		List<String> sources = statuses.entrySet().stream().map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")").toList();
		return sources.isEmpty() ? Optional.empty() : Optional.of("Published values: " + String.join("; ", sources));
	}
}
