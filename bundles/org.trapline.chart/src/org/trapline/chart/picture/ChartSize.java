// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

/**
 * The size of a picture.
 *
 * @param width  in points of 1/72 inch
 * @param height in points of 1/72 inch
 */
public record ChartSize(double width, double height) {

	/** What a file has unless somebody asks for another size. */
	public static final ChartSize DEFAULT = new ChartSize(800, 480);

	/** The largest width and height: what a PDF page may have. */
	public static final double MAXIMUM = 14_400;

	/** @throws IllegalArgumentException when a side is not above 0, or is above {@link #MAXIMUM} */
	public ChartSize {
		if (!(width > 0 && height > 0 && width <= MAXIMUM && height <= MAXIMUM)) {
			throw new IllegalArgumentException(
					"a picture's sides are above 0 and at most %.0f points, not %s x %s".formatted(MAXIMUM, width, height));
		}
	}
}
