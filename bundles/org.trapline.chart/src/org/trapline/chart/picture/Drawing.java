// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of drawing a picture.
 *
 * @param regions the parts that mean something; later ones lie above earlier ones
 * @param plot    for a chart the area between its axes, in points: the part that one zooms into
 */
public record Drawing<E>(List<PictureRegion<E>> regions, Optional<Rectangle2D> plot) {

	public Drawing {
		regions = List.copyOf(regions);
		Objects.requireNonNull(plot);
	}

	/** What lies at a point, where something does. */
	public Optional<PictureRegion<E>> regionAt(double x, double y) {
		for (PictureRegion<E> region : regions.reversed()) {
			if (region.area().contains(x, y)) {
				return Optional.of(region);
			}
		}
		return Optional.empty();
	}
}
