// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is fitted to what.
 *
 * @param references names of references that the study compares with; {@code REFERENCE:CONFIGURATION} for one column of one,
 *                   {@code REFERENCE:CONFIGURATION:WORKLOAD} for one cell
 * @param vary       names of costs, with bounds as {@code NAME=LOW..HIGH}; where another machine's costs are scaled, also names of factors
 * @param scale      the platform whose costs are scaled by a few factors; empty where costs are those of the study's platform
 * @param error      the error of measurement, in percent of each value; empty where residuals say how sure the values are
 * @param steps      after how many steps the fit gives up; empty for as many as ever help
 */
public record FitRequest(List<String> references, List<String> vary, Optional<String> scale, Optional<BigDecimal> error, OptionalInt steps) {

	public FitRequest {
		references = List.copyOf(references);
		vary = List.copyOf(vary);
		Objects.requireNonNull(scale);
		Objects.requireNonNull(error);
		Objects.requireNonNull(steps);
	}

	/** Costs of the study's own platform, fitted by relative errors. */
	public FitRequest(List<String> references, List<String> vary) {
		this(references, vary, Optional.empty(), Optional.empty(), OptionalInt.empty());
	}
}
