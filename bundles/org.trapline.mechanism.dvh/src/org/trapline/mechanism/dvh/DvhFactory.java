// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.dvh;

import java.util.Set;

import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.MechanismFactory;
import org.trapline.sim.spi.MechanismNeed;
import org.trapline.sim.spi.MechanismSpec;
import org.trapline.sim.spi.TextMechanism;

/** Makes direct virtual hardware (DVH) from its model. */
public final class DvhFactory implements MechanismFactory {

	@Override
	public Mechanism create(MechanismSpec spec) {
		return TextMechanism.of(spec);
	}

	@Override
	public Set<MechanismNeed> needs() {
		return Set.of(MechanismNeed.CONTROLS);
	}
}
