// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.Objects;
import java.util.Optional;

/**
 * The largest difference from a published value that a study allows.
 *
 * @param bound   how far
 * @param general the bound of the study's other values of the metric, where this value has its own
 * @param reason  the reason for its own bound; present if {@code general} is
 * @since 0.2.0
 */
public record Tolerance(Bound bound, Optional<Bound> general, Optional<String> reason) {

	public Tolerance {
		Objects.requireNonNull(bound);
		Objects.requireNonNull(general);
		Objects.requireNonNull(reason);
	}
}
