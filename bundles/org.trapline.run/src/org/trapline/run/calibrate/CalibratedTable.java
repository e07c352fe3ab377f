// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.util.List;
import java.util.Objects;

/**
 * The values of a cost table, those that a model's costs have by default, or those of a flow.
 *
 * @param kind   which of these
 * @param name   the name of the table or the flow; empty for the defaults
 * @param origin the library or file that it stands in
 * @param costs  the values, in the order of the text
 */
public record CalibratedTable(Kind kind, String name, String origin, List<CalibratedCost> costs) {

	/** What has the values. */
	public enum Kind {
		/** Costs of a model, where no table gives them others. */
		DEFAULTS("Default values"),
		/** A cost table. */
		COSTS("Cost table"),
		/** What requests of a flow ask for. */
		FLOW("Flow");

		private final String title;

		Kind(String title) {
			this.title = title;
		}
	}

	/** What it is, for people: {@code Cost table `XGene`}. */
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
