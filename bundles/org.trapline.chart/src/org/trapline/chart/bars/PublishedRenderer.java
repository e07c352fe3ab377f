// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;
import org.trapline.chart.ChartMark;
import org.trapline.chart.MetricText;
import org.trapline.chart.PublishedMark;
import org.trapline.chart.RegionEntity;
import org.trapline.chart.bars.BarData.Bar;

/** Draws the published values: a line across the bar at the published height, ending in a diamond beside the bar. */
public final class PublishedRenderer extends AbstractCategoryItemRenderer {

	private static final long serialVersionUID = 1L;

	@Override
	public void drawItem(Graphics2D g2, CategoryItemRendererState state, Rectangle2D dataArea, CategoryPlot categoryPlot,
			CategoryAxis domainAxis, ValueAxis rangeAxis, CategoryDataset dataset, int row, int column, int pass) {
		BarPlot plot = (BarPlot) categoryPlot;
		Bar bar = plot.bar(row, column);
		if (bar == null || bar.comparison().isEmpty()) {
			return;
		}
		BarLayout.Slot slot = plot.layout().slot(dataArea, row, column);
		double y = plot.y(bar.published().orElseThrow(), dataArea);
		if (y < dataArea.getY()) {
			return;
		}
		double left = slot.center() - slot.bar() / 2 - slot.overhang();
		double half = slot.diamond();
		Rectangle2D covered = new Rectangle2D.Double(left, y - half, slot.diamondCenter() + half - left, 2 * half);

		// JFreeChart clips to the bars' area, which would cut the diamond of a value near 0 in two
		Shape clip = g2.getClip();
		Rectangle2D visible = covered.createUnion(dataArea);
		visible.setRect(visible.getX() - 2, visible.getY() - 2, visible.getWidth() + 4, visible.getHeight() + 4);
		g2.setClip(visible);
		g2.setPaint(plot.theme().ink());
		g2.setStroke(PublishedMark.STROKE);
		g2.draw(new Line2D.Double(left, y, slot.diamondCenter() - half, y));
		PublishedMark.draw(g2, plot.theme(), slot.diamondCenter(), y, half, bar.comparison().get().role());
		g2.setClip(clip);
		RegionEntity.add(state.getInfo(), BarPlot.mark(ChartMark.Kind.PUBLISHED, bar),
				() -> plot.name(bar) + ": " + MetricText.sentence(bar.comparison().get()), covered);
	}
}
