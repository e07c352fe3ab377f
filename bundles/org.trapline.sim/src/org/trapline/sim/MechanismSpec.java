// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Objects;
import java.util.Optional;

/**
 * What a model in the language says of a mechanism.
 *
 * @param name       its name
 * @param treatments what it makes of register accesses
 * @param emulates   the CPU that it prototypes on the machine's, where it does that
 * @param trapCost   what each trap costs more that it makes
 */
public record MechanismSpec(String name, Treatments treatments, Optional<CpuModel> emulates, Optional<Cost> trapCost) {

	public MechanismSpec {
		Objects.requireNonNull(name);
		Objects.requireNonNull(treatments);
		Objects.requireNonNull(emulates);
		Objects.requireNonNull(trapCost);
	}
}
