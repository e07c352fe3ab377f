// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is fitted to what.
 *
 * @param references names of references that the study compares with; {@code REFERENCE:CONFIGURATION} for one column of one
 * @param vary       names of costs, with bounds as {@code NAME=LOW..HIGH}; where another machine's costs are scaled, also names of factors
 * @param scale      the platform whose costs are scaled by a few factors; empty where costs are those of the study's platform
 * @param error      the error of measurement, in percent of each value; empty where residuals say how sure the values are
 */
public record FitRequest(List<String> references, List<String> vary, Optional<String> scale, Optional<BigDecimal> error) {

	public FitRequest {
		references = List.copyOf(references);
		vary = List.copyOf(vary);
		Objects.requireNonNull(scale);
		Objects.requireNonNull(error);
	}
}
