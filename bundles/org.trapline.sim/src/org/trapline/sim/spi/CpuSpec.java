// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cost;
import org.trapline.sim.isa.Control;

/**
 * What a model in the language says of a CPU.
 *
 * @param name     its name, as {@code arm.v8_3}
 * @param controls the controls it understands
 * @param costs    the values of the cost parameters, by name
 * @param treatments how the CPU itself keeps register accesses from trapping
 */
public record CpuSpec(String name, Set<Control> controls, Map<String, Cost> costs, Treatments treatments) {

	public CpuSpec {
		Objects.requireNonNull(name);
		controls = Set.copyOf(controls);
		costs = Map.copyOf(costs);
		Objects.requireNonNull(treatments);
	}

	/**
	 * The value of a cost parameter.
	 *
	 * @throws SimulationException when there is none
	 */
	public Cost cost(String costName) {
		Cost cost = costs.get(costName);
		if (cost == null) {
			throw new SimulationException("cpu " + name + " needs the cost " + costName + ", to which nothing gives a value");
		}
		return cost;
	}
}
