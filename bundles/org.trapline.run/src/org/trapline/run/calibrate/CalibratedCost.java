// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A cost parameter's value, with its provenance and impact.
 *
 * @param name        the parameter's name
 * @param description what it is; empty where its model does not say
 * @param amount      its nominal value
 * @param interval    the interval that it lies in, {@code 30 to 60} in the same unit; empty where it is one number
 * @param unit        the unit of the value
 * @param status      the status of the value: measured, derived, fitted or assumed
 * @param rationale   its source or reason
 * @param fits        the published cells that it was fitted to
 * @param impact      the cell that depends on it most; empty where none does
 * @param history     its earlier values, as its model states them
 */
public record CalibratedCost(String name, Optional<String> description, BigDecimal amount, Optional<String> interval, String unit, String status, List<String> rationale,
		List<String> fits, Optional<Impact> impact, List<String> history) {

	/**
	 * The impact of a parameter.
	 *
	 * @param percent the relative change of the cycles of a cell when the parameter is increased by 10 %
	 * @param cell    the cell that changes most, among the compared cells of reproductions
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
