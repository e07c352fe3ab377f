// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;
import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.isa.Control;

/**
 * A mechanism that is hardware, real or virtual: it adds controls to the machine, or to the CPU that hypervisors give their guests. What
 * comes of it is up to the hypervisors, whose configurations and programs ask for these controls.
 *
 * @param name     for messages
 * @param hardware controls that the machine has more
 * @param offers   controls that hypervisors offer their guest hypervisors
 */
public record OfferedHardware(String name, Set<Control> hardware, Set<Control> offers) implements Mechanism {

	public OfferedHardware {
		Objects.requireNonNull(name);
		hardware = Set.copyOf(hardware);
		offers = Set.copyOf(offers);
	}

	/**
	 * What a model says of such a mechanism.
	 *
	 * @throws SimulationException when it offers nothing, and adds nothing to the machine
	 */
	public static OfferedHardware of(MechanismSpec spec) {
		if (spec.hardware().isEmpty() && spec.offers().isEmpty()) {
			throw new SimulationException("mechanism " + spec.name() + " is hardware that nobody has: add \"offers CONTROL\" or \"hardware CONTROL\"");
		}
		return new OfferedHardware(spec.name(), spec.hardware(), spec.offers());
	}
}
