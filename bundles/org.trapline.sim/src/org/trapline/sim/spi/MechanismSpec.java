// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.ScaleParameter;
import org.trapline.sim.isa.Control;

/**
 * What a model in the language says of a mechanism.
 *
 * @param name       its name
 * @param treatments what it makes of register accesses
 * @param emulates   the CPU that it prototypes on the machine's, where it does that
 * @param trapCost   what each trap costs more that it makes
 * @param hardware   controls that the machine has more with it
 * @param offers     controls that hypervisors with it offer their guest hypervisors
 * @param replaced   costs and what takes their place
 * @param threads    hardware threads of a core of the machine
 * @param siblingSlowdown how much longer work takes while the sibling thread waits that the mechanism takes; empty where it takes none
 * @since 0.2.0
 */
public record MechanismSpec(String name, Treatments treatments, Optional<CpuModel> emulates, Optional<CostTerm> trapCost,
		Set<Control> hardware, Set<Control> offers, Map<CostTerm, CostTerm> replaced, int threads,
		Optional<ScaleParameter> siblingSlowdown) {

	public MechanismSpec {
		Objects.requireNonNull(name);
		Objects.requireNonNull(treatments);
		Objects.requireNonNull(emulates);
		Objects.requireNonNull(trapCost);
		hardware = Set.copyOf(hardware);
		offers = Set.copyOf(offers);
		replaced = Map.copyOf(replaced);
		Objects.requireNonNull(siblingSlowdown);
	}
}
