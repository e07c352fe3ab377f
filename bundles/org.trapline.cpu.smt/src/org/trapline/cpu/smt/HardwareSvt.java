// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.smt;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.WorldSwitch;

/**
 * SVt in hardware: each level from L0 up has a hardware thread of its own, as far as there are enough. Between two levels with a
 * thread, an exit stalls one thread and resumes another, and a hypervisor accesses its guest's registers in place. Levels without a
 * thread are switched in software.
 */
final class HardwareSvt implements Mechanism {

	private final String name;
	private final Map<CostTerm, CostTerm> replaced;
	private final int contexts;
	private final Set<Control> hardware;
	private final Set<Control> offers;

	/**
	 * @param replaced costs that are replaced between levels with a hardware thread each
	 * @param contexts hardware threads of a core
	 * @param hardware controls that it adds to the machine
	 * @param offers   controls that hypervisors with it offer their guest hypervisors
	 */
	HardwareSvt(String name, Map<CostTerm, CostTerm> replaced, int contexts, Set<Control> hardware, Set<Control> offers) {
		this.name = Objects.requireNonNull(name);
		this.replaced = Map.copyOf(replaced);
		this.contexts = contexts;
		this.hardware = Set.copyOf(hardware);
		this.offers = Set.copyOf(offers);
	}

	@Override
	public Set<Control> hardware() {
		return hardware;
	}

	@Override
	public Set<Control> offers() {
		return offers;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Optional<CostTerm> replaced(CostTerm cost, WorldSwitch where) {
		boolean own = where.level() < where.guest() && where.guest() < contexts;
		return own ? Optional.ofNullable(replaced.get(cost)) : Optional.empty();
	}

	@Override
	public boolean replacesCosts() {
		return true;
	}
}
