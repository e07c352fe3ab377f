// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture as pixels.
 *
 * @param image   the pixels, without transparency ({@code TYPE_INT_RGB}: a pixel is {@code 0xRRGGBB})
 * @param scale   pixels per point: 1 on an ordinary monitor, 2 on one with a zoom of 200 %
 * @param drawing where its parts are, in points
 */
public record PictureImage<E>(BufferedImage image, double scale, Drawing<E> drawing) {

	/** The largest number of pixels of an image: 400 million, 1.6 GB. */
	private static final double MAXIMUM_PIXELS = 400e6;

	public PictureImage {
		Objects.requireNonNull(image);
		Objects.requireNonNull(drawing);
	}

	/**
	 * Draws {@code picture} on {@code width} x {@code height} pixels, with {@code scale} pixels per point: a larger scale makes everything
	 * larger.
	 *
	 * @throws IllegalArgumentException when a number is not above 0, or the image would be too large
	 */
	public static <E> PictureImage<E> of(Picture<E> picture, int width, int height, double scale, ChartTheme theme) {
		return of(picture, width, height, scale, theme, 0, 0, width / scale, height / scale);
	}

	/**
	 * Draws the part of {@code picture}, in its own size, that begins at {@code x}, {@code y}. What lies outside is not drawn, and its parts are
	 * told all the same.
	 *
	 * @param x in points
	 * @param y in points
	 * @throws IllegalArgumentException as above
	 */
	public static <E> PictureImage<E> part(Picture<E> picture, int width, int height, double scale, ChartTheme theme, double x, double y) {
		return of(picture, width, height, scale, theme, x, y, picture.size().width(), picture.size().height());
	}

	private static <E> PictureImage<E> of(Picture<E> picture, int width, int height, double scale, ChartTheme theme, double x, double y,
			double pictureWidth, double pictureHeight) {
		if (width <= 0 || height <= 0 || !(scale > 0) || (double) width * height > MAXIMUM_PIXELS) {
			throw new IllegalArgumentException("cannot draw %d x %d pixels at scale %s".formatted(width, height, scale));
		}
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D g2 = image.createGraphics();
		try {
			g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
			g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			g2.setPaint(theme.background());
			g2.fillRect(0, 0, width, height);
			g2.scale(scale, scale);
			g2.translate(-x, -y);
			g2.clip(new Rectangle2D.Double(x, y, width / scale, height / scale));
			return new PictureImage<>(image, scale, picture.draw(g2, pictureWidth, pictureHeight, theme));
		} finally {
			g2.dispose();
		}
	}

	/** What lies at a pixel, where something does. */
	public Optional<PictureRegion<E>> regionAt(double x, double y) {
		return drawing.regionAt(x / scale, y / scale);
	}
}
