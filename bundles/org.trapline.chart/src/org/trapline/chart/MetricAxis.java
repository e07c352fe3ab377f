// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;

/** The value axis. Its label lies above it, so that nobody has to turn the head. */
final class MetricAxis extends NumberAxis {

	private static final long serialVersionUID = 1L;

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
