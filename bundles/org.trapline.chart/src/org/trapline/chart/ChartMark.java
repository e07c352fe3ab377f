// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.util.Objects;
import java.util.Optional;

/**
 * A part of a drawn chart.
 *
 * @param kind     what it is
 * @param category the category it belongs to: a stack in most charts
 * @param series   the series it belongs to: a workload in most charts; empty for a category's name
 * @param sample   the simulated value behind it, where it stands for one
 */
public record ChartMark(Kind kind, String category, String series, Optional<Sample> sample) {

	/** What a part is. */
	public enum Kind {
		/** The bar of a simulated value. */
		BAR,
		/** A part of a bar that is taken apart. */
		PART,
		/** The ends of a confidence interval. */
		INTERVAL,
		/** The mark of a published value. */
		PUBLISHED,
		/** A point of a line. */
		POINT,
		/** A cell of a heat map. */
		CELL,
		/** The number above a bar, or in a cell. */
		VALUE_LABEL,
		/** The number of the published value, below the value label. */
		PUBLISHED_LABEL,
		/** The name of a category. */
		CATEGORY_LABEL
	}

	public ChartMark {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(category);
		Objects.requireNonNull(series);
		Objects.requireNonNull(sample);
	}
}
