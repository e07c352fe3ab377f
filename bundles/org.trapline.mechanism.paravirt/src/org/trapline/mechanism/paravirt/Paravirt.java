// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.paravirt;

import java.util.Optional;
import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.spi.CpuModel;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.Mechanism;

/**
 * Gives guest hypervisors the dispositions of another CPU. An operation that traps on that CPU and not on the machine becomes an
 * HVC, which costs the same trap (68 to 76 cycles for any instruction, by measurement) and its decoding; operations that trap on
 * both are unchanged. The HVC's immediate tells the hypervisor which instruction it replaces.
 */
final class Paravirt implements Mechanism {

	private final String name;
	private final CpuModel prototyped;
	private final Optional<CostTerm> decode;

	Paravirt(String name, CpuModel prototyped, Optional<CostTerm> decode) {
		this.name = name;
		this.prototyped = prototyped;
		this.decode = decode;
	}

	@Override
	public String name() {
		return name;
	}

	/** Guest hypervisors see the controls of the prototyped CPU. */
	@Override
	public Set<Control> hardware() {
		return prototyped.controls();
	}

	@Override
	public Disposition refine(Operation operation, GuestContext context, Disposition decided) {
		if (!context.hypervisor()) {
			return decided;
		}
		Disposition wanted = prototyped.disposition(operation, context);
		boolean replaced = wanted instanceof Disposition.Trap && !(decided instanceof Disposition.Trap);
		return replaced ? new Disposition.Trap(decode, Optional.of(hvc(operation))) : wanted;
	}

	private String hvc(Operation operation) {
		try {
			return HvcImmediate.of(operation).instruction();
		} catch (IllegalArgumentException e) {
			throw new SimulationException("mechanism " + name + ": no HVC can stand for " + operation.label() + ": " + e.getMessage());
		}
	}
}
