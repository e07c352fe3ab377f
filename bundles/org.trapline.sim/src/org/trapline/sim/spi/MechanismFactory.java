// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Set;

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

	/** What a model has to say of a mechanism so that {@link #create} can make it; a model that does not say it is found before anything runs. */
	default Set<MechanismNeed> needs() {
		return Set.of();
	}

	/** The least number of hardware threads that {@link #create} takes. */
	default int requiredThreads() {
		return 1;
	}
}
