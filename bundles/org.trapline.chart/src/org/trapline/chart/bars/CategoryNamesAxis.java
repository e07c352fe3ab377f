// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.trapline.chart.ChartMark;
import org.trapline.chart.ChartStyle;
import org.trapline.chart.RegionEntity;
import org.trapline.chart.picture.Fonts;

/** The axis of categories. JFreeChart's own breaks names only at spaces, and turns them into outlines. */
public final class CategoryNamesAxis extends CategoryAxis {

	private static final long serialVersionUID = 1L;

	@Override
	protected AxisState drawCategoryLabels(Graphics2D g2, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge,
			AxisState state, PlotRenderingInfo plotState) {
		BarPlot plot = (BarPlot) getPlot();
		BarLayout layout = plot.layout();
		BarLayout.NameStyle names = layout.names();
		double line = Fonts.height(names.size());
		double ascent = Fonts.ascent(names.size());
		double top = dataArea.getMaxY() + ChartStyle.NAME_GAP;
		double category = dataArea.getWidth() / layout.columns();
		g2.setPaint(getTickLabelPaint());
		for (int column = 0; column < layout.columns(); column += names.every()) {
			double center = dataArea.getX() + category * (column + 0.5);
			List<String> lines = names.lines().get(column);
			Rectangle2D covered = null;
			for (int i = 0; i < lines.size(); i++) {
				String text = lines.get(i);
				double width = Fonts.width(text, names.size());
				g2.setFont(Fonts.forText(text, names.size()));
				Rectangle2D box;
				if (names.angle() == 0) {
					box = new Rectangle2D.Double(center - width / 2, top + i * line, width, line);
					g2.drawString(text, (float) box.getX(), (float) (box.getY() + ascent));
				} else {
					double cos = Math.cos(Math.toRadians(names.angle()));
					double sin = Math.sin(Math.toRadians(names.angle()));
					// the end of the text's middle line lies below the bars
					double x = center - width * cos + (ascent - line / 2) * sin;
					double y = top + line / 2 * cos + width * sin + (ascent - line / 2) * cos;
					BarPlot.drawTurned(g2, text, x, y, -names.angle());
					box = AffineTransform.getRotateInstance(-Math.toRadians(names.angle()), x, y)
							.createTransformedShape(new Rectangle2D.Double(x, y - ascent, width, line)).getBounds2D();
				}
				covered = covered == null ? box : covered.createUnion(box);
			}
			String name = plot.data().categories().get(column);
			RegionEntity.add(plotState, new ChartMark(ChartMark.Kind.CATEGORY_LABEL, name, "", Optional.empty()), () -> name, covered);
		}
		return state;
	}
}
