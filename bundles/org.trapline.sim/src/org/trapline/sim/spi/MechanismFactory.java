// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import org.trapline.sim.SimulationException;

/** Makes a mechanism from its specification: the class that a contribution to {@code org.trapline.sim.mechanism} names. *
 * @since 0.2.0
 */
@FunctionalInterface
public interface MechanismFactory {

	/**
	 * Makes a mechanism.
	 *
	 * @throws SimulationException when the specification lacks something the mechanism needs
	 */
	Mechanism create(MechanismSpec spec);
}
