// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.paravirt;

import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.MechanismFactory;
import org.trapline.sim.spi.MechanismNeed;
import org.trapline.sim.spi.MechanismSpec;

/** Creates a prototype from its model. */
public final class ParavirtFactory implements MechanismFactory {

	@Override
	public Mechanism create(MechanismSpec spec) {
		return new Paravirt(spec.name(), spec.emulates().orElseThrow(() -> new SimulationException(
				"mechanism " + spec.name() + " does not say which CPU it prototypes: add \"emulates CPU\"")), spec.trapCost());
	}

	@Override
	public Set<MechanismNeed> needs() {
		return Set.of(MechanismNeed.EMULATED_CPU);
	}
}
