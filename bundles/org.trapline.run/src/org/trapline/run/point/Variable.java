// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.point;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.trapline.lang.Sweeps;
import org.trapline.model.Cost;
import org.trapline.model.Sweep;
import org.trapline.model.SweptParameter;
import org.trapline.model.Unit;

/**
 * A parameter that points give values.
 *
 * @param cost      the cost parameter; empty where it is a parameter of the machine or the workload
 * @param parameter which of these; empty for a cost
 * @param unit      of the values; empty for counts
 */
public record Variable(Optional<Cost> cost, Optional<SweptParameter> parameter, Optional<Unit> unit) {

	public Variable {
		if (cost.isPresent() == parameter.isPresent()) {
			throw new IllegalArgumentException("a variable is a cost or another parameter");
		}
		Objects.requireNonNull(unit);
	}

	/** What a sweep varies. */
	public static Variable of(Sweep sweep) {
		return new Variable(Optional.ofNullable(sweep.getCost()), sweep.getCost() == null ? Optional.of(sweep.getParameter()) : Optional.empty(),
				Sweeps.isCounted(sweep) ? Optional.empty() : Optional.of(sweep.getUnit()));
	}

	/** A cost, in a unit. */
	public static Variable of(Cost cost, Unit unit) {
		return new Variable(Optional.of(cost), Optional.empty(), Optional.of(unit));
	}

	/** The name of the parameter. */
	public String name() {
		return cost.map(Cost::getName).orElseGet(() -> parameter.orElseThrow().getLiteral());
	}

	/** Whether it is this parameter of the machine or the workload. */
	public boolean is(SweptParameter which) {
		return parameter.equals(Optional.of(which));
	}

	/** A value of it. */
	public Setting at(BigDecimal number) {
		return new Setting(this, number);
	}
}
