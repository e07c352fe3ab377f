// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.passthrough;

import org.trapline.sim.Mechanism;
import org.trapline.sim.MechanismFactory;
import org.trapline.sim.MechanismSpec;
import org.trapline.sim.OfferedHardware;

/** Makes device assignment, physical and virtual, from its model. */
public final class PassthroughFactory implements MechanismFactory {

	@Override
	public Mechanism create(MechanismSpec spec) {
		return OfferedHardware.of(spec);
	}
}
