// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.arm;

import java.util.Set;
import java.util.stream.Collectors;

import org.trapline.sim.Control;
import org.trapline.sim.Cost;
import org.trapline.sim.CpuModel;
import org.trapline.sim.Disposition;
import org.trapline.sim.GuestContext;
import org.trapline.sim.Operation;
import org.trapline.sim.Treatments;

/**
 * An Arm A-profile CPU: an operation from EL1 traps to EL2 when a control that its rule names is set, and the CPU has that
 * control. A control that the CPU does not have is a reserved bit to it: setting it changes nothing. With FEAT_NV2 some
 * of a guest hypervisor's accesses go to the VNCR page or to another register instead.
 */
final class ArmCpu implements CpuModel {

	private static final Disposition TRAP = new Disposition.Trap();
	private static final Disposition NATIVE = new Disposition.Native();

	private final Set<Control> implemented;
	private final Cost exceptionEntry;
	private final Treatments treatments;

	ArmCpu(Set<Control> implemented, Cost exceptionEntry, Treatments treatments) {
		this.implemented = implemented;
		this.exceptionEntry = exceptionEntry;
		this.treatments = treatments;
	}

	@Override
	public Disposition disposition(Operation operation, GuestContext context) {
		Set<Control> effective = context.controls().stream().filter(implemented::contains)
				.collect(Collectors.toUnmodifiableSet());
		if (!operation.traps(effective)) {
			return NATIVE;
		}
		return treatments.apply(operation, new GuestContext(context.level(), context.hypervisor(), effective), TRAP);
	}

	@Override
	public Set<Control> controls() {
		return implemented;
	}

	@Override
	public Cost trapEntry() {
		return exceptionEntry;
	}
}
