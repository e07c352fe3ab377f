// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A value that a publication gives for one cell of one of its tables.
 *
 * @param value  the number, in the metric's unit
 * @param source where it was published, for people
 * @param status how well the number is established: confirmed, secondary, recalled or derived
 * @since 0.2.0
 */
public record PublishedValue(BigDecimal value, String source, String status) {

	public PublishedValue {
		Objects.requireNonNull(value);
		Objects.requireNonNull(source);
		Objects.requireNonNull(status);
	}
}
