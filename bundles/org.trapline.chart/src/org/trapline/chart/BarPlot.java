// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.data.Range;
import org.trapline.chart.BarData.Bar;
import org.trapline.result.Role;

/**
 * The plot of a {@link BarData}: dataset 0 holds the simulated values, dataset 1 the published ones, both with series as
 * rows and categories as columns. Like every JFreeChart plot it is drawn by one thread at a time.
 */
final class BarPlot extends CategoryPlot {

	private static final long serialVersionUID = 1L;

	private final transient BarData data;
	private final transient ChartTheme theme;
	private final transient Map<List<String>, Bar> cells;
	/** How much of the axis is shown. */
	private final double share;
	/** Valid during a drawing: the size is known only then. */
	private transient PictureLayout layout;

	BarPlot(BarData data, ChartTheme theme, double share) {
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

	BarData data() {
		return data;
	}

	ChartTheme theme() {
		return theme;
	}

	PictureLayout layout() {
		return layout;
	}

	@Override
	public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo state) {
		if (area.getWidth() <= MINIMUM_WIDTH_TO_DRAW || area.getHeight() <= MINIMUM_HEIGHT_TO_DRAW) {
			return;
		}
		PlotRenderingInfo info = state != null ? state : new PlotRenderingInfo(null);
		layout = PictureLayout.of(data, share, area.getWidth(), area.getHeight());
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
			g2.setStroke(Charts.DASHED);
			g2.draw(new Line2D.Double(dataArea.getX(), y, dataArea.getMaxX(), y));
		});
	}

	/** The vertical place of a value in the bars' area. */
	double y(BigDecimal value, Rectangle2D dataArea) {
		return getRangeAxis().valueToJava2D(value.doubleValue(), dataArea, getRangeAxisEdge());
	}

	/** The mark of a published value: filled when the model was fitted to it, hollow when it is predicted. */
	void drawDiamond(Graphics2D g2, double x, double y, double half, Role role) {
		Path2D diamond = diamond(x, y, half);
		g2.setPaint(role == Role.FIT ? theme.ink() : theme.background());
		g2.fill(diamond);
		g2.setPaint(theme.ink());
		g2.setStroke(Charts.MARK_STROKE);
		g2.draw(diamond);
	}

	static Path2D diamond(double x, double y, double half) {
		Path2D diamond = new Path2D.Double();
		diamond.moveTo(x, y - half);
		diamond.lineTo(x + half, y);
		diamond.lineTo(x, y + half);
		diamond.lineTo(x - half, y);
		diamond.closePath();
		return diamond;
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
			PictureLayout.Slot slot = layout.slot(area, rows.get(bar.series()), columns.get(bar.category()));
			double base = y(bar.top(), area);
			if (bar.published().isPresent()) {
				base = Math.min(base, y(bar.published().get(), area) - 1);
			}
			base -= PictureLayout.LABEL_GAP;
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

	private double drawPublished(Graphics2D g2, PlotRenderingInfo info, Bar bar, PictureLayout.Slot slot, double base) {
		float size = layout.values().publishedSize();
		String text = layout.values().text(bar.published().orElseThrow());
		double width = PictureLayout.publishedWidth(text, size);
		double height = Fonts.height(size);
		double half = PictureLayout.diamondInText(size);
		double left = slot.center() - width / 2;
		double baseline = base - height + Fonts.ascent(size);
		hideGrid(g2, new Rectangle2D.Double(left, base - height, width, height));
		// digits are about 0.7 of the size high: their middle is the diamond's
		drawDiamond(g2, left + half, baseline - size * 0.35, half, bar.comparison().orElseThrow().role());
		g2.setPaint(theme.muted());
		g2.setFont(Fonts.forText(text, size));
		g2.drawString(text, (float) (left + 2 * half + PictureLayout.DIAMOND_GAP), (float) baseline);
		RegionEntity.add(info, mark(ChartMark.Kind.PUBLISHED_LABEL, bar), () -> text, new Rectangle2D.Double(left, base - height, width, height));
		return base - height;
	}

	private void drawValue(Graphics2D g2, PlotRenderingInfo info, Bar bar, PictureLayout.Slot slot, double base) {
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
