// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.trapline.chart.ChartMark;
import org.trapline.chart.ChartStyle;
import org.trapline.chart.Figure;
import org.trapline.chart.PublishedMark;
import org.trapline.chart.RegionEntity;
import org.trapline.chart.Zoom;
import org.trapline.chart.bars.BarData.Bar;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Fonts;
import org.trapline.result.Comparison;
import org.trapline.result.Role;

/**
 * The plot of a {@link BarData}: dataset 0 holds the simulated values, dataset 1 the published ones, both with series as
 * rows and categories as columns. Like every JFreeChart plot it is drawn by one thread at a time.
 */
public final class BarPlot extends CategoryPlot {

	private static final long serialVersionUID = 1L;

	private final transient BarData data;
	private final transient ChartTheme theme;
	private final transient Map<List<String>, Bar> cells;
	/** How much of the axis is shown. */
	private final double share;
	/** Valid during a drawing: the size is known only then. */
	private transient BarLayout layout;

	private BarPlot(BarData data, ChartTheme theme, double share) {
		this(data, data.byCell(), theme, share);
	}

	private BarPlot(BarData data, Map<List<String>, Bar> cells, ChartTheme theme, double share) {
		super(new BarDataset(data, cells, Bar::value), new CategoryNamesAxis(), new MetricAxis(), new BarsRenderer());
		this.data = data;
		this.cells = cells;
		this.theme = theme;
		this.share = share;
		setDataset(1, new BarDataset(data, cells, bar -> bar.published().orElse(null)));
		setRenderer(1, new PublishedRenderer());
	}

	/** The plot of a part of some bars: whole categories, and as much of the value axis as the tallest bar among them leaves to see. */
	static Figure figure(BarData all, ChartTheme theme, Zoom zoom) {
		int columns = all.categories().size();
		int from = Math.min(columns - 1, (int) Math.floor(zoom.left() * columns));
		BarData data = all.window(from, Math.clamp((long) Math.ceil(zoom.right() * columns), from + 1, columns));
		double share = Math.max(1e-9, zoom.top() * all.largest().doubleValue() / Math.max(Double.MIN_NORMAL, data.largest().doubleValue()));
		BarPlot plot = new BarPlot(data, theme, zoom.top() == 1 ? 1 : Math.min(1, share));
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(true);
		plot.setRangeGridlinePaint(theme.grid());
		plot.setRangeGridlineStroke(ChartStyle.THIN);
		plot.setShadowGenerator(null);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		CategoryAxis names = plot.getDomainAxis();
		names.setLowerMargin(0);
		names.setUpperMargin(0);
		names.setCategoryMargin(0);
		names.setTickMarksVisible(false);
		names.setTickLabelPaint(theme.ink());
		// The plot draws it, over the grid line of 0.
		names.setAxisLineVisible(false);
		((MetricAxis) plot.getRangeAxis()).style(data.scale(), theme);
		LegendItemCollection items = legend(data, theme);
		plot.setFixedLegendItems(items);
		return new Figure(plot, items, data.bars().stream().flatMap(bar -> bar.comparison().stream()).toList());
	}

	/** The colour of a part. */
	static Color part(BarData data, ChartTheme theme, String name) {
		return name.equals(BarData.OTHER) ? theme.axis() : theme.bar(data.parts().indexOf(name));
	}

	private static LegendItemCollection legend(BarData data, ChartTheme theme) {
		LegendItemCollection items = new LegendItemCollection();
		List<String> names = data.parts().isEmpty() ? data.series() : data.parts();
		for (int i = 0; i < names.size(); i++) {
			String label = !data.parts().isEmpty() ? names.get(i) : names.size() == 1 ? "Simulated" : "Simulated: " + names.get(i);
			Color color = data.parts().isEmpty() ? theme.bar(i) : part(data, theme, names.get(i));
			items.add(new LegendItem(label, null, null, null, new Rectangle2D.Double(-6, -6, 12, 12), color));
		}
		for (Role role : Role.values()) {
			if (data.bars().stream().anyMatch(bar -> bar.comparison().map(Comparison::role).filter(role::equals).isPresent())) {
				items.add(PublishedMark.legend(role, theme));
			}
		}
		return items;
	}

	BarData data() {
		return data;
	}

	ChartTheme theme() {
		return theme;
	}

	BarLayout layout() {
		return layout;
	}

	@Override
	public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo state) {
		if (area.getWidth() <= MINIMUM_WIDTH_TO_DRAW || area.getHeight() <= MINIMUM_HEIGHT_TO_DRAW) {
			return;
		}
		PlotRenderingInfo info = state != null ? state : new PlotRenderingInfo(null);
		layout = BarLayout.of(data, share, area.getWidth(), area.getHeight());
		MetricAxis axis = (MetricAxis) getRangeAxis();
		// without notification: drawing must not ask for another drawing
		axis.setRange(new Range(0, layout.upper()), false, false);
		axis.setTickUnit(new NumberTickUnit(layout.step(), new TickFormat(layout)), false, false);
		super.draw(g2, area, anchor, parentState, info);
		Rectangle2D bars = info.getDataArea();
		if (bars == null || bars.isEmpty()) {
			return;
		}
		if (layout.values().shown()) {
			drawValues(g2, info);
		}
	}

	@Override
	protected AxisSpace calculateAxisSpace(Graphics2D g2, Rectangle2D plotArea) {
		AxisSpace space = new AxisSpace();
		space.setTop(layout.top());
		space.setLeft(layout.left());
		space.setRight(layout.right());
		space.setBottom(layout.bottom());
		return space;
	}

	@Override
	@SuppressWarnings("rawtypes") // as JFreeChart declares it
	protected void drawRangeGridlines(Graphics2D g2, Rectangle2D dataArea, List ticks) {
		super.drawRangeGridlines(g2, dataArea, ticks);
		// The line the bars stand on, over the grid line of 0 and under the marks. It is one whole point below the bars, sharp at every
		// whole scale, and so outside JFreeChart's clip.
		Rectangle2D line = new Rectangle2D.Double(dataArea.getX(), dataArea.getMaxY(), dataArea.getWidth(), 1);
		Shape clip = g2.getClip();
		g2.setClip(line);
		g2.setPaint(theme.axis());
		g2.fill(line);
		g2.setClip(clip);
		data.line().ifPresent(value -> {
			double y = y(value, dataArea);
			g2.setPaint(theme.muted());
			g2.setStroke(ChartStyle.DASHED);
			g2.draw(new Line2D.Double(dataArea.getX(), y, dataArea.getMaxX(), y));
		});
	}

	/** The vertical place of a value in the bars' area. */
	double y(BigDecimal value, Rectangle2D dataArea) {
		return getRangeAxis().valueToJava2D(value.doubleValue(), dataArea, getRangeAxisEdge());
	}

	/** The bar of a category and a series; null where there is none. */
	Bar bar(int row, int column) {
		return cells.get(List.of(data.categories().get(column), data.series().get(row)));
	}

	/** The labels come last, over all else. They lie above the higher of a bar and its mark, within the bar's own slot. */
	private void drawValues(Graphics2D g2, PlotRenderingInfo info) {
		Rectangle2D area = info.getDataArea();
		Map<String, Integer> rows = indexes(data.series());
		Map<String, Integer> columns = indexes(data.categories());
		for (Bar bar : data.bars()) {
			BarLayout.Slot slot = layout.slot(area, rows.get(bar.series()), columns.get(bar.category()));
			double base = y(bar.top(), area);
			if (bar.published().isPresent()) {
				base = Math.min(base, y(bar.published().get(), area) - 1);
			}
			base -= BarLayout.LABEL_GAP;
			if (base < area.getY()) {
				// Zoomed in: what it labels is out of sight.
				continue;
			}
			if (layout.values().published() && bar.comparison().isPresent()) {
				base = drawPublished(g2, info, bar, slot, base);
			}
			drawValue(g2, info, bar, slot, base);
		}
	}

	private double drawPublished(Graphics2D g2, PlotRenderingInfo info, Bar bar, BarLayout.Slot slot, double base) {
		float size = layout.values().publishedSize();
		String text = layout.values().text(bar.published().orElseThrow());
		double width = BarLayout.publishedWidth(text, size);
		double height = Fonts.height(size);
		double half = BarLayout.diamondInText(size);
		double left = slot.center() - width / 2;
		double baseline = base - height + Fonts.ascent(size);
		hideGrid(g2, new Rectangle2D.Double(left, base - height, width, height));
		// digits are about 0.7 of the size high: their middle is the diamond's
		PublishedMark.draw(g2, theme, left + half, baseline - size * 0.35, half, bar.comparison().orElseThrow().role());
		g2.setPaint(theme.muted());
		g2.setFont(Fonts.forText(text, size));
		g2.drawString(text, (float) (left + 2 * half + BarLayout.DIAMOND_GAP), (float) baseline);
		RegionEntity.add(info, mark(ChartMark.Kind.PUBLISHED_LABEL, bar), () -> text, new Rectangle2D.Double(left, base - height, width, height));
		return base - height;
	}

	private void drawValue(Graphics2D g2, PlotRenderingInfo info, Bar bar, BarLayout.Slot slot, double base) {
		float size = layout.values().size();
		String text = layout.values().text(bar.value());
		Font font = Fonts.forText(text, size);
		double width = Fonts.width(text, size);
		double height = Fonts.height(size);
		boolean vertical = layout.values().vertical();
		double across = vertical ? height : width;
		double high = vertical ? width : height;
		Rectangle2D covered = new Rectangle2D.Double(slot.center() - across / 2, base - high, across, high);
		hideGrid(g2, covered);
		g2.setPaint(theme.ink());
		g2.setFont(font);
		if (vertical) {
			drawTurned(g2, text, covered.getX() + Fonts.ascent(size), base, -90);
		} else {
			g2.drawString(text, (float) covered.getX(), (float) (covered.getY() + Fonts.ascent(size)));
		}
		RegionEntity.add(info, mark(ChartMark.Kind.VALUE_LABEL, bar), () -> text, covered);
	}

	static ChartMark mark(ChartMark.Kind kind, Bar bar) {
		return new ChartMark(kind, bar.category(), bar.series(), bar.sample());
	}

	/** A bar in words: its category, and its series where there are several. */
	String name(Bar bar) {
		return data.series().size() > 1 ? bar.category() + ", " + bar.series() : bar.category();
	}

	private static Map<String, Integer> indexes(List<String> names) {
		Map<String, Integer> indexes = new HashMap<>();
		names.forEach(name -> indexes.put(name, indexes.size()));
		return indexes;
	}

	/** Keeps grid lines from crossing a label. A label's area holds nothing else. */
	private void hideGrid(Graphics2D g2, Rectangle2D area) {
		g2.setPaint(theme.background());
		g2.fill(area);
	}

	/**
	 * Draws a text that begins at x, y and runs at an angle in degrees. JFreeChart's own way draws turned text as outlines, which
	 * nobody can search or copy in an SVG or a PDF.
	 */
	static void drawTurned(Graphics2D g2, String text, double x, double y, double degrees) {
		AffineTransform saved = g2.getTransform();
		g2.rotate(Math.toRadians(degrees), x, y);
		g2.drawString(text, (float) x, (float) y);
		g2.setTransform(saved);
	}
}
