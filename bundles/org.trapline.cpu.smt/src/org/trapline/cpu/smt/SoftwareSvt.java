// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.smt;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.ScaleParameter;
import org.trapline.sim.cost.ScaledCost;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.WorldSwitch;

/**
 * SVt in software, on existing SMT cores: L1 has a thread on the sibling of the hardware thread that L0 and the levels above L1
 * share. Where L0 would enter L1 for an exit of its guest, or L1 would exit to enter its guest, a command goes through a ring in
 * memory. All other exits stay exits. While one side waits it may slow the other side down, depending on its way of waiting.
 */
final class SoftwareSvt implements Mechanism {

	private final String name;
	private final Map<CostTerm, CostTerm> replaced;
	private final ScaleParameter slowdown;

	/**
	 * @param replaced costs that are replaced between L0 and L1
	 * @param slowdown slowdown of all work while the sibling waits
	 */
	SoftwareSvt(String name, Map<CostTerm, CostTerm> replaced, ScaleParameter slowdown) {
		this.name = Objects.requireNonNull(name);
		this.replaced = Map.copyOf(replaced);
		this.slowdown = Objects.requireNonNull(slowdown);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Optional<CostTerm> replaced(CostTerm cost, WorldSwitch where) {
		return Optional.of(new ScaledCost(byRing(where) ? replaced.getOrDefault(cost, cost) : cost, slowdown));
	}

	/** Whether it is on the path between L1 and its guest, on the side of L1. */
	private static boolean byRing(WorldSwitch where) {
		if (where.level() != 0 || where.from() == where.to()) {
			return false;
		}
		int side = where.phase() == WorldSwitch.Phase.BETWEEN ? Math.min(where.from(), where.to()) : where.guest();
		return side == 1;
	}

	@Override
	public boolean replacesCosts() {
		return true;
	}
}
