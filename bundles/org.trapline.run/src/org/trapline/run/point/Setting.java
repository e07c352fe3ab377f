// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.point;

import java.math.BigDecimal;
import java.util.Objects;

import org.trapline.model.Unit;
import org.trapline.result.ParameterValue;

/**
 * The value of one parameter at a point, which overrides that of the model.
 *
 * @param variable the parameter
 * @param number   the value, in its unit
 */
public record Setting(Variable variable, BigDecimal number) {

	public Setting {
		Objects.requireNonNull(variable);
		Objects.requireNonNull(number);
	}

	/** For results. */
	ParameterValue value() {
		return new ParameterValue(variable.name(), number, variable.unit().map(Unit::getLiteral).orElse(""));
	}
}
