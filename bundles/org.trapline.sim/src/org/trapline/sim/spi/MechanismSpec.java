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
 * The specification of a mechanism, from a model in the language.
 *
 * @param name            its name
 * @param treatments      its treatments of register accesses
 * @param emulates        the CPU that it prototypes on the machine's; empty where it prototypes none
 * @param trapCost        additional cost of each trap that it causes
 * @param hardware        controls that it adds to the machine
 * @param offers          controls that hypervisors with it offer their guest hypervisors
 * @param replaced        costs and their replacements
 * @param threads         hardware threads of a core of the machine
 * @param siblingSlowdown slowdown of work while the sibling thread that the mechanism uses waits; empty where
 *                        it uses none
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
