// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Hypervisors on each other on a CPU, with a guest on top.
 *
 * @param name        for messages
 * @param cpu         decides what traps
 * @param hypervisors L0 first; at least one
 * @param mechanisms  refine what the CPU decides, in this order, at every level
 */
public record VirtualMachineStack(String name, CpuModel cpu, List<Hypervisor> hypervisors, List<Mechanism> mechanisms) {

	public VirtualMachineStack {
		Objects.requireNonNull(name);
		Objects.requireNonNull(cpu);
		hypervisors = List.copyOf(hypervisors);
		mechanisms = List.copyOf(mechanisms);
		if (hypervisors.isEmpty()) {
			throw new IllegalArgumentException("stack " + name + " has no hypervisor");
		}
	}

	/** The level of the guest on top: 1 in a VM, 2 in a nested VM. */
	public int guestLevel() {
		return hypervisors.size();
	}

	/** The controls with which the software at a level runs: those of a hypervisor, none for the guest on top. */
	Set<Control> runsWith(int level) {
		return level < hypervisors.size() ? hypervisors.get(level).runsWith() : Set.of();
	}

	/**
	 * How the software at a level runs. The hypervisor right below configures it as what it is; to those further below
	 * it is a part of their guest, and hardware obeys the union.
	 */
	GuestContext context(int level) {
		boolean hypervisor = level < hypervisors.size();
		Hypervisor parent = hypervisors.get(level - 1);
		Set<Control> controls = new HashSet<>(
				hypervisor ? parent.controlsForHypervisor(runsWith(level)) : parent.controlsForGuest());
		for (int below = 0; below < level - 1; below++) {
			controls.addAll(hypervisors.get(below).controlsForGuest());
		}
		return new GuestContext(level, hypervisor, controls);
	}

	/** What becomes of an operation at a level: native in L0. */
	Disposition disposition(Operation operation, GuestContext context) {
		Disposition decided = cpu.disposition(operation, context);
		for (Mechanism mechanism : mechanisms) {
			decided = mechanism.refine(operation, context, decided);
		}
		return decided;
	}
}
