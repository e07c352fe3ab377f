// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import org.jfree.chart.entity.ChartEntity;

/** Carries a {@link ChartRegion} through JFreeChart's rendering information. */
final class RegionEntity extends ChartEntity {

	private static final long serialVersionUID = 1L;

	private final transient ChartRegion region;

	RegionEntity(ChartRegion region) {
		super(region.area(), region.text());
		this.region = region;
	}

	ChartRegion region() {
		return region;
	}
}
