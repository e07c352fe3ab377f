// SPDX-License-Identifier: EPL-2.0
/**
 * The trap machine: expands an operation of a guest into exits and the hypervisors' work for each of them.
 *
 * <p>
 * A {@link org.trapline.sim.stack.VirtualMachineStack} is a CPU model, hypervisors from L0 up, and mechanisms. Software at a level
 * performs an {@link org.trapline.sim.isa.Operation}; the {@link org.trapline.sim.spi.CpuModel}, refined by {@link
 * org.trapline.sim.spi.Mechanism}s, gives its {@link org.trapline.sim.spi.Disposition}. A trap enters L0, which handles it or
 * forwards it up; the program of a {@link org.trapline.sim.stack.Hypervisor} for an exit is a list of {@link
 * org.trapline.sim.stack.Step}s, whose operations are performed at its own level and may trap again. The {@link
 * org.trapline.sim.trap.TrapMachine} walks this recursion and counts.
 */
package org.trapline.sim.trap;
