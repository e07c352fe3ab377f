// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.List;
import java.util.Set;

import org.trapline.sim.isa.Operation;
import org.trapline.sim.stack.Flag;

/**
 * A workload of the guest on top, which it repeats.
 *
 * @param operations in order
 * @param given      flags that are set in every hypervisor at the start of each round: the state that the workload assumes, such as a target vCPU
 *                   that waits
 * @since 0.2.0
 */
public record Workload(List<Operation> operations, Set<Flag> given) {

	public Workload {
		operations = List.copyOf(operations);
		given = Set.copyOf(given);
	}
}
