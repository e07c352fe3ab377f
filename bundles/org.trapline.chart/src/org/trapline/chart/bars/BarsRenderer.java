// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.Locale;

import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;
import org.trapline.chart.ChartMark;
import org.trapline.chart.ChartStyle;
import org.trapline.chart.MetricText;
import org.trapline.chart.RegionEntity;
import org.trapline.chart.bars.BarData.Bar;
import org.trapline.chart.bars.BarData.Part;

/** Draws the simulated values: flat bars, whole or in parts, with a whisker where the value is only known to an interval. */
public final class BarsRenderer extends AbstractCategoryItemRenderer {

	private static final long serialVersionUID = 1L;

	/** Between two parts of a bar, where there is room. */
	private static final double GAP = 1;

	@Override
	public void drawItem(Graphics2D g2, CategoryItemRendererState state, Rectangle2D dataArea, CategoryPlot categoryPlot,
			CategoryAxis domainAxis, ValueAxis rangeAxis, CategoryDataset dataset, int row, int column, int pass) {
		BarPlot plot = (BarPlot) categoryPlot;
		Bar bar = plot.bar(row, column);
		if (bar == null) {
			return;
		}
		BarLayout.Slot slot = plot.layout().slot(dataArea, row, column);
		if (bar.parts().isEmpty()) {
			Rectangle2D shape = shape(plot, slot, dataArea, BigDecimal.ZERO, bar.value());
			g2.setPaint(plot.theme().bar(row));
			g2.fill(shape);
			RegionEntity.add(state.getInfo(), BarPlot.mark(ChartMark.Kind.BAR, bar),
					() -> MetricText.sentence(plot.name(bar), plot.data().scale(), bar.value(), bar.interval(), bar.comparison(), bar.sample()), shape);
		} else {
			parts(g2, state.getInfo(), plot, bar, slot, dataArea);
		}
		bar.interval().ifPresent(interval -> {
			double low = plot.y(interval.low(), dataArea);
			double high = plot.y(interval.high(), dataArea);
			double half = Math.clamp(slot.bar() / 6, 1, 6);
			g2.setPaint(plot.theme().ink());
			g2.setStroke(ChartStyle.WHISKER);
			g2.draw(new Line2D.Double(slot.center(), low, slot.center(), high));
			g2.draw(new Line2D.Double(slot.center() - half, low, slot.center() + half, low));
			g2.draw(new Line2D.Double(slot.center() - half, high, slot.center() + half, high));
			RegionEntity.add(state.getInfo(), BarPlot.mark(ChartMark.Kind.INTERVAL, bar), () -> plot.name(bar) + ": " + MetricText.sentence(interval),
					new Rectangle2D.Double(slot.center() - half, high, 2 * half, Math.max(1, low - high)));
		});
	}

	private static void parts(Graphics2D g2, PlotRenderingInfo info, BarPlot plot, Bar bar, BarLayout.Slot slot, Rectangle2D dataArea) {
		BigDecimal from = BigDecimal.ZERO;
		for (Part part : bar.parts()) {
			BigDecimal to = from.add(part.value());
			Rectangle2D shape = shape(plot, slot, dataArea, from, to);
			g2.setPaint(BarPlot.part(plot.data(), plot.theme(), part.name()));
			double gap = from.signum() > 0 && shape.getHeight() > 3 * GAP ? GAP : 0;
			g2.fill(new Rectangle2D.Double(shape.getX(), shape.getY(), shape.getWidth(), shape.getHeight() - gap));
			double share = 100 * part.value().doubleValue() / Math.max(Double.MIN_NORMAL, bar.value().doubleValue());
			String text = String.format(Locale.ROOT, "%s, %s: %s, %.1f %% of %s", plot.name(bar), part.name(), plot.data().scale().phrase(part.value()), share,
					MetricText.full(bar.value()));
			RegionEntity.add(info, new ChartMark(ChartMark.Kind.PART, bar.category(), bar.series(), part.sample().or(bar::sample)), () -> text, shape);
			from = to;
		}
	}

	/** Kept within the plot, as bars may reach far beyond a part that is zoomed into. */
	private static Rectangle2D shape(BarPlot plot, BarLayout.Slot slot, Rectangle2D dataArea, BigDecimal from, BigDecimal to) {
		double bottom = Math.max(dataArea.getY(), plot.y(from, dataArea));
		double top = Math.max(dataArea.getY(), plot.y(to, dataArea));
		return new Rectangle2D.Double(slot.center() - slot.bar() / 2, top, slot.bar(), bottom - top);
	}
}
