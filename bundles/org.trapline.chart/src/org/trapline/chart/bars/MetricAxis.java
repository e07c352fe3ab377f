// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.trapline.chart.ChartStyle;
import org.trapline.chart.Scale;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Fonts;

/** The value axis. Its label lies above it, so that nobody has to turn the head. */
public final class MetricAxis extends NumberAxis {

	private static final long serialVersionUID = 1L;

	void style(Scale scale, ChartTheme theme) {
		setLabel(scale.label());
		setLabelFont(Fonts.ofSize(Fonts.NORMAL));
		setLabelPaint(theme.muted());
		setAutoRange(false);
		setAutoTickUnitSelection(false);
		setAxisLineVisible(false);
		setTickMarksVisible(false);
		setTickLabelFont(Fonts.ofSize(Fonts.NORMAL));
		setTickLabelPaint(theme.muted());
		setTickLabelInsets(new RectangleInsets(0, 0, 0, ChartStyle.TICK_GAP));
	}

	/** No room beside the ticks is needed. */
	@Override
	protected Rectangle2D getLabelEnclosure(Graphics2D g2, RectangleEdge edge) {
		return new Rectangle2D.Double();
	}

	@Override
	protected AxisState drawLabel(String label, Graphics2D g2, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge,
			AxisState state) {
		if (label != null && !label.isEmpty()) {
			g2.setFont(getLabelFont());
			g2.setPaint(getLabelPaint());
			g2.drawString(label, (float) plotArea.getX(), (float) (plotArea.getY() + Fonts.ascent(getLabelFont().getSize2D())));
		}
		return state;
	}
}
