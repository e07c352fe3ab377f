// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;

/**
 * The specification of a CPU, from a model in the language.
 *
 * @param name     its name, as {@code arm.v8_3}
 * @param controls the controls it understands
 * @param costs    the cost parameters that have a value, by name
 * @param ambiguous the full names of those that share a name; such a name has no value
 * @param treatments the CPU's own treatments of register accesses that would trap
 * @param trapCost   the hardware's cost of a trap, where the model says so
 * @since 0.2.0
 */
public record CpuSpec(String name, Set<Control> controls, Map<String, CostTerm> costs, Map<String, List<String>> ambiguous, Treatments treatments,
		Optional<CostTerm> trapCost) {

	public CpuSpec {
		Objects.requireNonNull(name);
		controls = Set.copyOf(controls);
		costs = Map.copyOf(costs);
		ambiguous = Map.copyOf(ambiguous);
		Objects.requireNonNull(treatments);
		Objects.requireNonNull(trapCost);
	}

	/**
	 * A cost parameter by its name.
	 *
	 * @throws SimulationException when none of that name has a value, or several have
	 */
	public CostTerm cost(String costName) {
		if (ambiguous.containsKey(costName)) {
			throw new SimulationException("cpu " + name + " needs the cost " + costName + ", and several have that name: " + String.join(", ", ambiguous.get(costName))
					+ "; import or define one of them only");
		}
		CostTerm cost = costs.get(costName);
		if (cost == null) {
			throw new SimulationException("cpu " + name + " needs the cost " + costName + ", and no cost table gives it a value");
		}
		return cost;
	}
}
