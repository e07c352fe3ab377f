// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.dvh;

import org.trapline.sim.Mechanism;
import org.trapline.sim.MechanismFactory;
import org.trapline.sim.MechanismSpec;
import org.trapline.sim.OfferedHardware;

/** Makes direct virtual hardware (DVH) from its model. */
public final class DvhFactory implements MechanismFactory {

	@Override
	public Mechanism create(MechanismSpec spec) {
		return OfferedHardware.of(spec);
	}
}
