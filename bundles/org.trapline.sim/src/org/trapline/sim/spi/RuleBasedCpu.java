// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Operation;

/**
 * A CPU on which a guest's operation traps when a control that its rule names is set, and the CPU has that control. A control that
 * the CPU does not have is a reserved bit: setting it changes nothing. Its treatments may defer register accesses of a guest
 * hypervisor to memory, or redirect them to another register, instead.
 *
 * @since 0.2.0
 */
public final class RuleBasedCpu implements CpuModel {

	private static final Disposition TRAP = new Disposition.Trap();
	private static final Disposition NATIVE = new Disposition.Native();

	private final Set<Control> controls;
	private final Treatments treatments;
	private final CostTerm trapEntry;

	/**
	 * @param spec its specification
	 * @param trapEntry the hardware's cost of a trap
	 */
	public RuleBasedCpu(CpuSpec spec, CostTerm trapEntry) {
		this.controls = spec.controls();
		this.treatments = spec.treatments();
		this.trapEntry = Objects.requireNonNull(trapEntry);
	}

	/**
	 * A CPU that its model says all of.
	 *
	 * @throws SimulationException when the model does not say what a trap costs
	 */
	public static RuleBasedCpu of(CpuSpec spec) {
		return new RuleBasedCpu(spec, spec.trapCost().orElseThrow(
				() -> new SimulationException("cpu " + spec.name() + " has no implementation and does not say what a trap costs: add \"trap costs COST\"")));
	}

	@Override
	public Disposition disposition(Operation operation, GuestContext context) {
		Set<Control> effective = context.controls().stream().filter(controls::contains).collect(Collectors.toUnmodifiableSet());
		if (!operation.traps(effective)) {
			return NATIVE;
		}
		return treatments.apply(operation, new GuestContext(context.level(), context.hypervisor(), effective), TRAP);
	}

	@Override
	public Set<Control> controls() {
		return controls;
	}

	@Override
	public CostTerm trapEntry() {
		return trapEntry;
	}
}
