// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.geom.Rectangle2D;
import java.util.Objects;

/**
 * A part of a drawn chart that means something: for tool tips, accessibility and tests.
 *
 * @param kind     what it is
 * @param stack    name of the stack it belongs to
 * @param workload name of the workload it belongs to; empty for a stack's name
 * @param text     for a label the text it shows, for a bar or a published value a sentence that says it in full
 * @param area     where it is, in points, from the picture's upper left corner
 */
public record ChartRegion(Kind kind, String stack, String workload, String text, Rectangle2D area) {

	/** What a region is. */
	public enum Kind {
		/** The bar of a simulated value. */
		BAR,
		/** The mark of a published value. */
		PUBLISHED,
		/** The number above a bar. */
		VALUE_LABEL,
		/** The number of the published value, below the value label. */
		PUBLISHED_LABEL,
		/** The name of a stack below its bars. */
		STACK_LABEL
	}

	public ChartRegion {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(stack);
		Objects.requireNonNull(workload);
		Objects.requireNonNull(text);
		area = (Rectangle2D) area.clone();
	}

	@Override
	public Rectangle2D area() {
		return (Rectangle2D) area.clone();
	}
}
