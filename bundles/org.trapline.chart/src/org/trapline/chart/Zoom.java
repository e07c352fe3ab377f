// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

/**
 * Which part of a chart is shown, as fractions of the whole chart's axes: 0 is where an axis begins, 1 where it ends.
 *
 * @param left   where the horizontal axis begins
 * @param right  where it ends
 * @param bottom where the vertical axis begins
 * @param top    where it ends
 */
public record Zoom(double left, double right, double bottom, double top) {

	/** All of it. */
	public static final Zoom NONE = new Zoom(0, 1, 0, 1);

	private static final double SMALLEST = 1e-6;

	/** @throws IllegalArgumentException when nothing is left, or it reaches beyond the chart */
	public Zoom {
		if (!(left >= 0 && right <= 1 && bottom >= 0 && top <= 1 && right - left >= SMALLEST && top - bottom >= SMALLEST)) {
			throw new IllegalArgumentException("no part of a chart: %s to %s by %s to %s".formatted(left, right, bottom, top));
		}
	}

	/** A part of this part, given by fractions of it; as near as a chart can be zoomed. */
	public Zoom into(double fromLeft, double fromRight, double fromBottom, double fromTop) {
		return within(left + fromLeft * width(), left + fromRight * width(), bottom + fromBottom * height(), bottom + fromTop * height());
	}

	/** Zooms by a factor above 0 around a place: below 1 shows less, above 1 more. */
	public Zoom by(double factor, double x, double y) {
		return into(x - x * factor, x + (1 - x) * factor, y - y * factor, y + (1 - y) * factor);
	}

	/** Moves by a part of what is shown. */
	public Zoom moved(double x, double y) {
		double dx = Math.clamp(x * width(), -left, 1 - right);
		double dy = Math.clamp(y * height(), -bottom, 1 - top);
		return within(left + dx, right + dx, bottom + dy, top + dy);
	}

	private static Zoom within(double left, double right, double bottom, double top) {
		double smallest = 2 * SMALLEST;
		double l = Math.clamp(left, 0, 1 - smallest);
		double b = Math.clamp(bottom, 0, 1 - smallest);
		return new Zoom(l, Math.clamp(right, l + smallest, 1), b, Math.clamp(top, b + smallest, 1));
	}

	private double width() {
		return right - left;
	}

	private double height() {
		return top - bottom;
	}
}
