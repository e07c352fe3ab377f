// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.ExitCode;

/**
 * Makes a CPU model from its specification: the class that a contribution to {@code org.trapline.sim.cpu} names.
 *
 * @since 0.2.0
 */
public interface CpuModelFactory {

	/**
	 * Makes a model.
	 *
	 * @throws SimulationException when the specification lacks something the model needs
	 */
	CpuModel create(CpuSpec spec);

	/**
	 * The names of the costs that {@link #create} asks its specification for, so that a platform without them is found before anything runs. Each has a value
	 * on every platform with such a CPU, and no other cost in sight has its name.
	 */
	default Set<String> requiredCosts() {
		return Set.of();
	}

	/** All exit reasons of the architecture. */
	List<ExitCode> exitCodes();

	/**
	 * The number of the exit reason that accesses to registers have, where no instruction of the models stands for them.
	 *
	 * @return empty where the architecture has none
	 */
	default OptionalInt exitCode(AccessReason reason) {
		return OptionalInt.empty();
	}
}
