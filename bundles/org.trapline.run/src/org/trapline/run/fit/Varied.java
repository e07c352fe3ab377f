// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.util.List;
import java.util.Objects;

import org.trapline.model.Cost;
import org.trapline.model.CostValue;

/**
 * Something that a fit varies: a cost, or a factor of several.
 *
 * @param name   of the cost or the factor
 * @param unit   of its values; empty for a factor
 * @param start  its value before
 * @param low    the least that it may be
 * @param high   the most; may be infinite
 * @param shares what it stands for
 */
record Varied(String name, String unit, double start, double low, double high, List<Share> shares) {

	Varied {
		Objects.requireNonNull(name);
		Objects.requireNonNull(unit);
		shares = List.copyOf(shares);
	}

	/**
	 * A cost that is a multiple of what is varied.
	 *
	 * @param fullName the cost's name, with its namespace
	 * @param value    what it is before
	 * @param times    how many of the cost's unit one unit of what is varied is
	 */
	record Share(Cost cost, String fullName, CostValue value, double times) {
	}

	/** Whether it is a factor of costs. */
	boolean factor() {
		return unit.isEmpty();
	}

	/** How much is a little of it. */
	double scale() {
		return Math.max(Math.abs(start), 1);
	}
}
