// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.flow;

import java.util.Objects;

import org.trapline.run.explain.FlowNode;

/**
 * A part of a picture of a flow.
 *
 * @param row  the row, or cell, that it is of
 * @param part what of it
 */
public record FlowMark(FlowNode row, Part part) {

	/** What a part is. */
	public enum Part {
		/** All of it. */
		ROW,
		/** What opens and closes it. */
		TOGGLE
	}

	public FlowMark {
		Objects.requireNonNull(row);
		Objects.requireNonNull(part);
	}
}
