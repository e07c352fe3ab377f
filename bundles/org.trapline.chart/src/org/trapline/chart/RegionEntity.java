// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.Supplier;

import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.trapline.chart.picture.PictureRegion;

/** Carries a {@link PictureRegion} through JFreeChart's rendering information. */
public final class RegionEntity extends ChartEntity {

	private static final long serialVersionUID = 1L;

	private final transient PictureRegion<ChartMark> region;

	private RegionEntity(PictureRegion<ChartMark> region) {
		super(region.area());
		this.region = region;
	}

	PictureRegion<ChartMark> region() {
		return region;
	}

	/** Adds a region to what is known of a drawing, if anybody wants to know. */
	public static void add(PlotRenderingInfo info, ChartMark mark, Supplier<String> words, Rectangle2D area) {
		if (info != null && info.getOwner() != null && info.getOwner().getEntityCollection() != null) {
			info.getOwner().getEntityCollection().add(new RegionEntity(new PictureRegion<>(mark, words, area)));
		}
	}
}
