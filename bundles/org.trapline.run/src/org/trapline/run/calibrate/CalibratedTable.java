// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.util.List;
import java.util.Objects;

/**
 * The values of a cost table, the default values of a model's costs, or the values of a flow.
 *
 * @param kind   which of these
 * @param name   the name of the table or the flow; empty for the defaults
 * @param origin the library or file that contains it
 * @param costs  the values, in the order of the text
 */
public record CalibratedTable(Kind kind, String name, String origin, List<CalibratedCost> costs) {

	/** The owner of the values. */
	public enum Kind {
		/** Default values of costs, which tables may override. */
		DEFAULTS("Default values"),
		/** A cost table. */
		COSTS("Cost table"),
		/** The demands of a flow's requests. */
		FLOW("Flow");

		private final String title;

		Kind(String title) {
			this.title = title;
		}
	}

	/** Its title: {@code Cost table `XGene`}. */
	public String heading() {
		return kind == Kind.DEFAULTS ? kind.title : kind.title + " `" + name + "`";
	}

	public CalibratedTable {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(name);
		Objects.requireNonNull(origin);
		costs = List.copyOf(costs);
	}
}
