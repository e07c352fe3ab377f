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
import org.trapline.result.ParameterValue;

/**
 * What one parameter is at a point, in place of what the model says.
 *
 * @param cost      the cost parameter; empty where it is a parameter of the machine or the workload
 * @param parameter which of these; empty for a cost
 * @param number    the value, in its unit
 * @param unit      the unit; empty for counts
 */
public record Setting(Optional<Cost> cost, Optional<SweptParameter> parameter, BigDecimal number, Optional<Unit> unit) {

	public Setting {
		if (cost.isPresent() == parameter.isPresent()) {
			throw new IllegalArgumentException("a setting is of a cost or of another parameter");
		}
		Objects.requireNonNull(number);
		Objects.requireNonNull(unit);
	}

	/** A value of a sweep. */
	public static Setting of(Sweep sweep, BigDecimal number) {
		return new Setting(Optional.ofNullable(sweep.getCost()), sweep.getCost() == null ? Optional.of(sweep.getParameter()) : Optional.empty(), number,
				Sweeps.isCounted(sweep) ? Optional.empty() : Optional.of(sweep.getUnit()));
	}

	/** A value of a cost. */
	public static Setting of(Cost cost, BigDecimal number, Unit unit) {
		return new Setting(Optional.of(cost), Optional.empty(), number, Optional.of(unit));
	}

	/** The name of the parameter. */
	public String name() {
		return cost.map(Cost::getName).orElseGet(() -> parameter.orElseThrow().getLiteral());
	}

	/** For results. */
	ParameterValue value() {
		return new ParameterValue(name(), number, unit.map(Unit::getLiteral).orElse(""));
	}
}
