// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A cost parameter's value, and what is known of it.
 *
 * @param name        the parameter's name
 * @param description what it is; empty where its model does not say
 * @param amount      its nominal value
 * @param interval    the interval that it lies in, {@code 30 to 60} in the same unit; empty where it is one number
 * @param unit        the unit of the value
 * @param status      how the value was come by: measured, derived, fitted or assumed
 * @param rationale   where it comes from, or why it is what it is
 * @param fits        the published cells that it was fitted to
 * @param impact      the cell that depends on it most; empty where none does
 * @param history     the values that it had, in the words of its model
 */
public record CalibratedCost(String name, Optional<String> description, BigDecimal amount, Optional<String> interval, String unit, String status, List<String> rationale,
		List<String> fits, Optional<Impact> impact, List<String> history) {

	/**
	 * What a parameter matters.
	 *
	 * @param percent by how much the cycles of a cell change when the parameter goes up by 10 %
	 * @param cell    the cell of a reproduction, among those that are compared the one that changes most
	 */
	public record Impact(double percent, String cell) {

		public Impact {
			Objects.requireNonNull(cell);
		}
	}

	public CalibratedCost {
		Objects.requireNonNull(name);
		Objects.requireNonNull(description);
		Objects.requireNonNull(amount);
		Objects.requireNonNull(interval);
		Objects.requireNonNull(unit);
		Objects.requireNonNull(status);
		rationale = List.copyOf(rationale);
		fits = List.copyOf(fits);
		Objects.requireNonNull(impact);
		history = List.copyOf(history);
	}
}
