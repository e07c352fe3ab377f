// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * A chart as pixels, for a view.
 *
 * @param image   the pixels, without transparency ({@code TYPE_INT_RGB}: a pixel is {@code 0xRRGGBB})
 * @param scale   pixels per point: 1 on an ordinary monitor, 2 on one with a zoom of 200 %
 * @param regions the parts that mean something, in points; later ones lie above earlier ones
 */
public record ChartImage(BufferedImage image, double scale, List<ChartRegion> regions) {

	/** The largest number of pixels of an image: 400 million, 1.6 GB. */
	private static final double MAXIMUM_PIXELS = 400e6;

	public ChartImage {
		regions = List.copyOf(regions);
	}

	/**
	 * Draws {@code chart} on {@code width} x {@code height} pixels, with {@code scale} pixels per point: a larger scale makes everything larger.
	 *
	 * @throws IllegalArgumentException when a number is not above 0, or the image would be too large
	 */
	public static ChartImage of(JFreeChart chart, int width, int height, double scale) {
		if (width <= 0 || height <= 0 || !(scale > 0) || (double) width * height > MAXIMUM_PIXELS) {
			throw new IllegalArgumentException("cannot draw %d x %d pixels at scale %s".formatted(width, height, scale));
		}
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		ChartRenderingInfo info = new ChartRenderingInfo();
		Graphics2D g2 = image.createGraphics();
		try {
			g2.scale(scale, scale);
			chart.draw(g2, new Rectangle2D.Double(0, 0, width / scale, height / scale), info);
		} finally {
			g2.dispose();
		}
		List<ChartRegion> regions = new ArrayList<>();
		for (Object entity : info.getEntityCollection().getEntities()) {
			if (entity instanceof RegionEntity known) {
				regions.add(known.region());
			}
		}
		return new ChartImage(image, scale, regions);
	}

	/** What lies at a pixel, where something does. */
	public Optional<ChartRegion> regionAt(double x, double y) {
		for (ChartRegion region : regions.reversed()) {
			if (region.area().contains(x / scale, y / scale)) {
				return Optional.of(region);
			}
		}
		return Optional.empty();
	}
}
