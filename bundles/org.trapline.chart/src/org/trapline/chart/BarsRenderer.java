// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;
import org.trapline.chart.ChartData.Bar;

/** Draws the simulated values: flat bars, nothing else. */
final class BarsRenderer extends AbstractCategoryItemRenderer {

	private static final long serialVersionUID = 1L;

	@Override
	public void drawItem(Graphics2D g2, CategoryItemRendererState state, Rectangle2D dataArea, CategoryPlot categoryPlot,
			CategoryAxis domainAxis, ValueAxis rangeAxis, CategoryDataset dataset, int row, int column, int pass) {
		ResultPlot plot = (ResultPlot) categoryPlot;
		ChartData data = plot.data();
		Bar bar = data.bar(data.stacks().get(column), data.workloads().get(row)).orElse(null);
		if (bar == null) {
			return;
		}
		PictureLayout.Slot slot = plot.layout().slot(dataArea, row, column);
		double y = plot.y(bar.value(), dataArea);
		Rectangle2D shape = new Rectangle2D.Double(slot.center() - slot.bar() / 2, y, slot.bar(), dataArea.getMaxY() - y);
		g2.setPaint(plot.theme().bar(row));
		g2.fill(shape);
		ResultPlot.addRegion(state.getInfo(), new ChartRegion(ChartRegion.Kind.BAR, bar.stack(), bar.workload(),
				MetricText.sentence(data.metric(), bar, data.workloads().size() > 1), shape));
	}
}
