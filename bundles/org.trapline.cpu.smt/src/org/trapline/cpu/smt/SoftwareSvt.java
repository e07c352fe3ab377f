// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.smt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.cost.Cost;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.WorldSwitch;

/**
 * SVt in software, on the SMT that exists: L1 has a thread on the sibling of the hardware thread that L0 and the levels above L1 share. Where L0
 * would enter L1 for an exit of its guest, or L1 would exit to enter its guest, a command goes through a ring in memory. Every other exit is one.
 * While one side waits it may cost the other one time, as its way of waiting goes.
 */
final class SoftwareSvt implements Mechanism {

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private final String name;
	private final Map<Cost, Cost> replaced;
	private final BigDecimal factor;
	/** A scaled cost is one object, however often it is asked for: what is compared by identity stays equal. */
	private final Map<Cost, Cost> scaled = new HashMap<>();

	/**
	 * @param replaced what takes the place of a cost between L0 and L1
	 * @param slowdown how much longer everything takes while the sibling waits, in percent
	 */
	SoftwareSvt(String name, Map<Cost, Cost> replaced, BigDecimal slowdown) {
		this.name = Objects.requireNonNull(name);
		this.replaced = Map.copyOf(replaced);
		this.factor = WHOLE.add(slowdown).divide(WHOLE);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Optional<Cost> replaced(Cost cost, WorldSwitch crossing) {
		Cost now = byRing(crossing) ? replaced.getOrDefault(cost, cost) : cost;
		return Optional.of(factor.compareTo(BigDecimal.ONE) == 0 ? now : scaled.computeIfAbsent(now, this::slowed));
	}

	private Cost slowed(Cost cost) {
		BigDecimal cycles = BigDecimal.valueOf(cost.cycles()).multiply(factor).setScale(0, RoundingMode.HALF_UP);
		return new Cost(cost.name(), cost.cause(), cycles.longValueExact());
	}

	/** Whether it is part of the way between L1 and its guest, on the side of L1. */
	private static boolean byRing(WorldSwitch crossing) {
		if (crossing.level() != 0 || crossing.from() == crossing.to()) {
			return false;
		}
		int side = crossing.phase() == WorldSwitch.Phase.BETWEEN ? Math.min(crossing.from(), crossing.to()) : crossing.guest();
		return side == 1;
	}

	@Override
	public boolean replacesCosts() {
		return true;
	}
}
