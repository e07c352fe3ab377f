// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.Objects;
import java.util.Optional;

/**
 * How far a study says that a value may be from the published one.
 *
 * @param bound   how far
 * @param general how far the study's other values of the metric may be, where this value has a bound of its own
 * @param reason  why this one has its own; there wherever {@code general} is
 */
public record Tolerance(Bound bound, Optional<Bound> general, Optional<String> reason) {

	public Tolerance {
		Objects.requireNonNull(bound);
		Objects.requireNonNull(general);
		Objects.requireNonNull(reason);
	}
}
