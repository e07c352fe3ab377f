// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model in the language says of a mechanism.
 *
 * @param name       its name
 * @param memoryCost of an access that became a load or store, where the mechanism has such
 * @param treatments by register; the first whose control is set holds
 */
public record MechanismSpec(String name, Optional<Cost> memoryCost, Map<Register, List<Treatment>> treatments) {

	public MechanismSpec {
		Objects.requireNonNull(name);
		Objects.requireNonNull(memoryCost);
		treatments = Map.copyOf(treatments);
	}
}
