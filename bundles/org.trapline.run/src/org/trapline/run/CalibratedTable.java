// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The values of a cost table, or those that a model's costs have by default.
 *
 * @param name   the table's name; empty for the defaults
 * @param origin the library or file that it stands in
 * @param costs  the values, in the order of the text
 */
public record CalibratedTable(Optional<String> name, String origin, List<CalibratedCost> costs) {

	public CalibratedTable {
		Objects.requireNonNull(name);
		Objects.requireNonNull(origin);
		costs = List.copyOf(costs);
	}
}
