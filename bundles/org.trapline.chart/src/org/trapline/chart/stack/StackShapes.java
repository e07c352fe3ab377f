// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.stack;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Lettering;

/** The shapes that a stack's picture is drawn of: boxes, badges and arrows. */
final class StackShapes {

	private static final double ARROW = 8;

	private StackShapes() {
	}

	/** @param fill nothing where it is null */
	static void box(Graphics2D g2, Rectangle2D area, Color fill, Color border, Stroke stroke, double round) {
		RoundRectangle2D shape = new RoundRectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight(), round, round);
		if (fill != null) {
			g2.setPaint(fill);
			g2.fill(shape);
		}
		g2.setPaint(border);
		g2.setStroke(stroke);
		g2.draw(shape);
	}

	/** A text in a round patch of colour. */
	static void badge(Graphics2D g2, Color color, String text, Rectangle2D area) {
		g2.setPaint(color);
		g2.fill(new RoundRectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight(), area.getHeight(), area.getHeight()));
		Lettering.drawCentred(g2, text, area.getCenterX(), area.getCenterY() - Lettering.height(Lettering.TINY) / 2, Lettering.TINY, ChartTheme.readableOn(color));
	}

	/** A line through points. */
	static Path2D path(List<Point2D> points) {
		Path2D path = new Path2D.Double();
		for (int i = 0; i < points.size(); i++) {
			if (i == 0) {
				path.moveTo(points.get(i).getX(), points.get(i).getY());
			} else {
				path.lineTo(points.get(i).getX(), points.get(i).getY());
			}
		}
		return path;
	}

	/** A line with a head at its end. */
	static void arrow(Graphics2D g2, Color color, Stroke stroke, List<Point2D> points) {
		if (points.size() < 2) {
			return;
		}
		Point2D end = points.get(points.size() - 1);
		Point2D before = points.get(points.size() - 2);
		double length = before.distance(end);
		if (length == 0) {
			return;
		}
		double dx = (end.getX() - before.getX()) / length;
		double dy = (end.getY() - before.getY()) / length;
		List<Point2D> shaft = new ArrayList<>(points.subList(0, points.size() - 1));
		shaft.add(new Point2D.Double(end.getX() - dx * ARROW * 0.7, end.getY() - dy * ARROW * 0.7));
		g2.setPaint(color);
		g2.setStroke(stroke);
		g2.draw(path(shaft));
		head(g2, points);
	}

	/** The head at the end of a line. */
	static void head(Graphics2D g2, List<Point2D> points) {
		Point2D end = points.get(points.size() - 1);
		Point2D before = points.get(points.size() - 2);
		double length = before.distance(end);
		if (length == 0) {
			return;
		}
		double dx = (end.getX() - before.getX()) / length;
		double dy = (end.getY() - before.getY()) / length;
		Path2D head = new Path2D.Double();
		head.moveTo(end.getX(), end.getY());
		head.lineTo(end.getX() - dx * ARROW - dy * ARROW * 0.5, end.getY() - dy * ARROW + dx * ARROW * 0.5);
		head.lineTo(end.getX() - dx * ARROW + dy * ARROW * 0.5, end.getY() - dy * ARROW - dx * ARROW * 0.5);
		head.closePath();
		g2.fill(head);
	}
}
