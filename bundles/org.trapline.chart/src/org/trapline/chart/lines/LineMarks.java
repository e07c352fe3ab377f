// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.lines;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.trapline.chart.ChartStyle;
import org.trapline.chart.PublishedMark;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.result.Role;

/** How series are told apart: a colour and the shape of a mark for each, and a dash once the colours repeat. */
final class LineMarks {

	/** Half the width of a mark. */
	static final double MARK = 3.2;

	/** Half the width of a mark among so many that larger ones would hide each other. */
	private static final double SMALL = 1.6;
	private static final int MANY = 1000;
	/** How opaque marks are that may lie on each other, out of 255. */
	private static final int OPAQUE = 170;
	/** After so many series the dash changes, and the colours come again. */
	private static final int COLOURS = 6;
	private static final List<Stroke> STROKES = List.of(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND),
			dashed(8, 4), dashed(2, 4), dashed(8, 3, 2, 3));

	private LineMarks() {
	}

	private static Stroke dashed(float... dash) {
		return new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
	}

	static Color color(ChartTheme theme, int series) {
		return theme.bar(series % COLOURS);
	}

	/** The colour of marks that may lie on each other: where there are many, their density shows. */
	static Color translucent(Color color, int points) {
		return points < MANY ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), OPAQUE);
	}

	/** Half the width of a mark that no line leads to, among so many. */
	static double scattered(int points) {
		return points < MANY ? MARK : SMALL;
	}

	static Stroke stroke(int series) {
		return STROKES.get(series / COLOURS % STROKES.size());
	}

	static LegendItemCollection legend(LineData data, ChartTheme theme) {
		LegendItemCollection items = new LegendItemCollection();
		for (int i = 0; i < data.series().size(); i++) {
			items.add(new LegendItem(data.series().get(i).name(), null, null, null, true, mark(i, 0, 0, MARK), true, color(theme, i), false, color(theme, i),
					ChartStyle.THIN, data.joined(), new Line2D.Double(-12, 0, 12, 0), stroke(i), color(theme, i)));
		}
		if (data.series().stream().anyMatch(series -> series.points().stream().anyMatch(point -> point.published().isPresent()))) {
			items.add(PublishedMark.legend(Role.PREDICTION, theme));
		}
		return items;
	}

	/** The mark of a series around a point. */
	static Shape mark(int series, double x, double y, double half) {
		return switch (series % COLOURS) {
		case 0 -> new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half);
		case 1 -> new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
		case 2 -> polygon(x, y, half, 3, -90);
		case 3 -> PublishedMark.diamond(x, y, half * 1.3);
		case 4 -> polygon(x, y, half, 3, 90);
		default -> polygon(x, y, half, 5, -90);
		};
	}

	private static Shape polygon(double x, double y, double half, int corners, double turned) {
		Path2D path = new Path2D.Double();
		double radius = half * 1.35;
		for (int i = 0; i < corners; i++) {
			double angle = Math.toRadians(turned + 360.0 * i / corners);
			if (i == 0) {
				path.moveTo(radius * Math.cos(angle), radius * Math.sin(angle));
			} else {
				path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
			}
		}
		path.closePath();
		return AffineTransform.getTranslateInstance(x, y).createTransformedShape(path);
	}
}
