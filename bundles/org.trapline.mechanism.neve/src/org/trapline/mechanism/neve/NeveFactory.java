// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.neve;

import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.MechanismFactory;
import org.trapline.sim.spi.MechanismSpec;

/** Makes NEVE from its model. */
public final class NeveFactory implements MechanismFactory {

	@Override
	public Mechanism create(MechanismSpec spec) {
		return new Neve(spec.name(), spec.treatments());
	}
}
