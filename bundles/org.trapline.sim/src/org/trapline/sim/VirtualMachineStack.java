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

	/** The controls that a hypervisor sets while the software at a level above it runs: what it is to it, or a part of its guest. */
	Set<Control> controls(int by, int level) {
		Hypervisor hypervisor = hypervisors.get(by);
		boolean guestHypervisor = by == level - 1 && level < hypervisors.size();
		return guestHypervisor ? hypervisor.controlsForHypervisor(runsWith(level)) : hypervisor.controlsForGuest();
	}

	/** How the software at a level runs: hardware obeys all the hypervisors below it. */
	GuestContext context(int level) {
		Set<Control> controls = new HashSet<>();
		for (int below = 0; below < level; below++) {
			controls.addAll(controls(below, level));
		}
		return new GuestContext(level, level < hypervisors.size(), controls);
	}

	/**
	 * The level of the hypervisor that handles a trap: the highest that has asked for it. What traps because of L0's policy
	 * alone, L0 handles, whoever runs on top.
	 */
	int handler(Operation operation, int level) {
		for (int by = level - 1; by > 0; by--) {
			if (operation.traps(controls(by, level))) {
				return by;
			}
		}
		return 0;
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
