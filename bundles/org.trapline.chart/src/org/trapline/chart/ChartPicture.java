// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfree.chart.ChartRenderingInfo;
import org.trapline.chart.picture.ChartSize;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Drawing;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureRegion;

/**
 * A chart as a picture.
 *
 * @param data what it shows
 * @param zoom which part of it
 */
public record ChartPicture(ChartData data, Zoom zoom) implements Picture<ChartMark> {

	public ChartPicture {
		Objects.requireNonNull(data);
		Objects.requireNonNull(zoom);
	}

	/** All of a chart. */
	public ChartPicture(ChartData data) {
		this(data, Zoom.NONE);
	}

	@Override
	public String title() {
		return data.heading();
	}

	@Override
	public ChartSize size() {
		return ChartSize.DEFAULT;
	}

	@Override
	public Drawing<ChartMark> draw(Graphics2D g2, double width, double height, ChartTheme theme) {
		ChartRenderingInfo info = new ChartRenderingInfo();
		Charts.create(data, theme, zoom).draw(g2, new Rectangle2D.Double(0, 0, width, height), info);
		List<PictureRegion<ChartMark>> regions = new ArrayList<>();
		for (Object entity : info.getEntityCollection().getEntities()) {
			if (entity instanceof RegionEntity known) {
				regions.add(known.region());
			}
		}
		return new Drawing<>(regions, Optional.ofNullable(info.getPlotInfo().getDataArea()).filter(area -> !area.isEmpty()));
	}
}
