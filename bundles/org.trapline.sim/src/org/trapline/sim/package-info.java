// SPDX-License-Identifier: EPL-2.0
/**
 * The trap machine: what one operation of software in a stack of hypervisors costs, trap by trap.
 *
 * <p>
 * A {@link org.trapline.sim.VirtualMachineStack} is a CPU model, hypervisors from L0 up, and mechanisms. Software at a
 * level performs an {@link org.trapline.sim.Operation}; the {@link org.trapline.sim.CpuModel}, refined by
 * {@link org.trapline.sim.Mechanism}s, gives its {@link org.trapline.sim.Disposition}. A trap enters L0, which
 * handles it or forwards it up; what a {@link org.trapline.sim.Hypervisor} does for an exit is a list of
 * {@link org.trapline.sim.Step}s, whose operations are performed at its own level and may trap again. The
 * {@link org.trapline.sim.TrapMachine} walks this recursion and counts.
 *
 * <p>
 * Plain Java: no OSGi, EMF or UI type occurs here. Everything but the trap machine is immutable, and two trap machines
 * share no state.
 */
package org.trapline.sim;
