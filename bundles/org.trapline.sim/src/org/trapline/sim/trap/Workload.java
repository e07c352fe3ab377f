// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.List;
import java.util.Set;

import org.trapline.sim.isa.Operation;
import org.trapline.sim.stack.Flag;

/**
 * What the guest on top does, again and again.
 *
 * @param operations in order
 * @param given      what every hypervisor remembers at the start of each round, whatever was before: the state of the world that
 *                   the workload is about, as a target vCPU that waits
 * @since 0.2.0
 */
public record Workload(List<Operation> operations, Set<Flag> given) {

	public Workload {
		operations = List.copyOf(operations);
		given = Set.copyOf(given);
	}
}
