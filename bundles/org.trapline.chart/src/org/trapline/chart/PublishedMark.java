// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

import org.jfree.chart.LegendItem;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.result.Role;

/** The mark of a published value in every chart: a diamond, filled when the model was fitted to the value, hollow when it predicts it. */
public final class PublishedMark {

	/** Of the diamond, and of lines that lead to it. */
	public static final Stroke STROKE = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

	private static final Color CLEAR = new Color(0, 0, 0, 0);
	private static final double LEGEND = 5;

	private PublishedMark() {
	}

	/** A diamond around a point. */
	public static Path2D diamond(double x, double y, double half) {
		Path2D diamond = new Path2D.Double();
		diamond.moveTo(x, y - half);
		diamond.lineTo(x + half, y);
		diamond.lineTo(x, y + half);
		diamond.lineTo(x - half, y);
		diamond.closePath();
		return diamond;
	}

	/** Draws the mark around a point. */
	public static void draw(Graphics2D g2, ChartTheme theme, double x, double y, double half, Role role) {
		Path2D diamond = diamond(x, y, half);
		g2.setPaint(fill(theme, role));
		g2.fill(diamond);
		g2.setPaint(theme.ink());
		g2.setStroke(STROKE);
		g2.draw(diamond);
	}

	/** What the mark means. */
	public static LegendItem legend(Role role, ChartTheme theme) {
		String label = switch (role) {
			case FIT -> "Published (used for fitting)";
			case RESIDUAL -> "Published (fitted with others, error above 1 %)";
			case PREDICTION -> "Published (not used for fitting)";
			case DESCRIBED -> "Published (program written from it)";
		};
		return new LegendItem(label, null, null, null, true, diamond(0, 0, LEGEND), true, fill(theme, role), true, theme.ink(), STROKE, false,
				new Line2D.Double(), STROKE, CLEAR);
	}

	private static Color fill(ChartTheme theme, Role role) {
		return role.isFitted() ? theme.ink() : theme.background();
	}
}
