// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.BasicStroke;
import java.awt.Stroke;

/** Strokes and distances, in points, that the plots of all forms have in common. */
public final class ChartStyle {

	/** Ends of intervals. */
	public static final Stroke WHISKER = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
	/** A value that others are compared with. */
	public static final Stroke DASHED = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] { 5, 4 }, 0);
	/** Grid lines, and outlines of small marks. */
	public static final Stroke THIN = new BasicStroke(0.75f);
	/** Between a tick's number and the area of the values. */
	public static final double TICK_GAP = 8;
	/** Between the horizontal axis and the names below it. */
	public static final double NAME_GAP = 7;

	private ChartStyle() {
	}
}
