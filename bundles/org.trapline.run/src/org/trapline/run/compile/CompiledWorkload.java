// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.util.List;

import org.trapline.sim.isa.Operation;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.trap.TrapMachine;

/**
 * A workload of a model and the stack that it runs on, as the engine takes them: what a {@link TrapMachine} needs.
 *
 * @param stack      what it runs on
 * @param operations what the guest on top does, in order
 */
public record CompiledWorkload(VirtualMachineStack stack, List<Operation> operations) {

	public CompiledWorkload {
		operations = List.copyOf(operations);
	}
}
