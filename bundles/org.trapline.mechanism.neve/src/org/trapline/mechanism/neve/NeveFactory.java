// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.neve;

import org.trapline.sim.Mechanism;
import org.trapline.sim.MechanismFactory;
import org.trapline.sim.MechanismSpec;
import org.trapline.sim.SimulationException;

/** Makes NEVE from its model. */
public final class NeveFactory implements MechanismFactory {

	@Override
	public Mechanism create(MechanismSpec spec) {
		return new Neve(spec.memoryCost().orElseThrow(() -> new SimulationException(
				"mechanism " + spec.name() + " does not say what an access to the deferred access page costs: add \"memory access costs …\"")),
				spec.treatments());
	}
}
