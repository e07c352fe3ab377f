// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;
import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Operation;

/**
 * A mechanism that its model specifies completely: it treats register accesses of guest hypervisors, adds controls to the machine,
 * and adds controls to the CPU that hypervisors give their guests. It needs no code of its own: hypervisors' configurations and
 * programs ask for the controls.
 *
 * @param name       for messages
 * @param treatments its treatments of register accesses that would trap
 * @param hardware   controls that it adds to the machine
 * @param offers     controls that hypervisors offer their guest hypervisors
 * @since 0.2.0
 */
public record TextMechanism(String name, Treatments treatments, Set<Control> hardware, Set<Control> offers) implements Mechanism {

	/** Makes a mechanism of its model alone: for those that name no code. */
	public static final class Factory implements MechanismFactory {

		@Override
		public Mechanism create(MechanismSpec spec) {
			return TextMechanism.of(spec);
		}

		@Override
		public Set<MechanismNeed> needs() {
			return Set.of(MechanismNeed.CONTROLS);
		}
	}

	public TextMechanism {
		Objects.requireNonNull(name);
		Objects.requireNonNull(treatments);
		hardware = Set.copyOf(hardware);
		offers = Set.copyOf(offers);
	}

	/**
	 * A mechanism by its specification.
	 *
	 * @throws SimulationException when the specification needs code, or needs more than its text
	 */
	public static TextMechanism of(MechanismSpec spec) {
		if (spec.emulates().isPresent() || spec.trapCost().isPresent() || !spec.replaced().isEmpty() || spec.siblingSlowdown().isPresent()) {
			throw new SimulationException("mechanism " + spec.name()
					+ " emulates a CPU, has a trap cost, replaces costs or takes the sibling thread: add \"implementation\" with the plug-in's class that says when");
		}
		return new TextMechanism(spec.name(), spec.treatments(), spec.hardware(), spec.offers());
	}

	@Override
	public Disposition refine(Operation operation, GuestContext context, Disposition decided) {
		return treatments.apply(operation, context, decided);
	}
}
