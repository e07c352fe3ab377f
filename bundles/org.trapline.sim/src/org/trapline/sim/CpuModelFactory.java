// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

/** Makes a CPU model from its specification: the class that a contribution to {@code org.trapline.sim.cpu} names. */
@FunctionalInterface
public interface CpuModelFactory {

	/**
	 * Makes a model.
	 *
	 * @throws SimulationException when the specification lacks something the model needs
	 */
	CpuModel create(CpuSpec spec);
}
