// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.Mechanism;
import org.trapline.model.Migration;
import org.trapline.model.Quantity;
import org.trapline.model.Stack;
import org.trapline.result.Metric;
import org.trapline.result.format.Table;
import org.trapline.run.RunMonitor;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.point.Point;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.migration.PreCopy;

/** A migration of a virtual machine by pre-copy. */
final class MigrationMeasurement implements MemoizedSeries.Measurement {

	private final Stack stack;
	private final Migration migration;
	private final CompiledStacks stacks;

	MigrationMeasurement(Stack stack, Migration migration, CompiledStacks stacks) {
		this.stack = stack;
		this.migration = migration;
		this.stacks = stacks;
	}

	@Override
	public Measured at(Point point, Point random, Wanted wanted, RunMonitor monitor) {
		long memory = bytes(migration.getMemory());
		long workingSet = Optional.ofNullable(migration.getWorkingSet()).map(MigrationMeasurement::bytes).orElse(memory);
		PreCopy.Result result = new PreCopy(memory, base(migration.getDirtyRate()), workingSet, base(migration.getLink()), base(migration.getDowntime()),
				migration.getRounds(), devices(point)).run();
		Map<Metric, BigDecimal> values = Map.of(Metric.TIME, rounded(result.seconds().movePointRight(9)), Metric.DOWNTIME,
				rounded(result.downtime().movePointRight(3)), Metric.ROUNDS, BigDecimal.valueOf(result.rounds().size()), Metric.TRANSFERRED,
				BigDecimal.valueOf(result.bytes()));
		return new Measured(values, Optional.empty()).withNote(result.withinLimit() ? Optional.empty() : Optional.of(overLimit(result)));
	}

	@Override
	public void tryOut(Point point) {
		devices(point);
	}

	/** A migration that does not converge uses all its rounds. */
	private String overLimit(PreCopy.Result result) {
		BigDecimal milliseconds = result.downtime().movePointRight(3);
		return "the migration does not converge: after all of its " + result.rounds().size() + (result.rounds().size() == 1 ? " round" : " rounds") + " it stands still for "
				+ Table.grouped(milliseconds.round(new MathContext(4)).stripTrailingZeros()) + " ms, and its limit is " + Quantities.text(migration.getDowntime());
	}

	/** The costs of devices whose state the migrating hypervisor does not emulate itself. */
	private PreCopy.Devices devices(Point point) {
		int level = Integer.parseInt(migration.getLevel().substring(1));
		long state = Optional.ofNullable(migration.getDeviceState()).map(MigrationMeasurement::bytes).orElse(0L);
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			if (mechanism.getMigrationOperation() != null && Inheritance.reaches(stack, mechanism, level - 1)) {
				CompiledStack compiled = stacks.at(stack, point);
				Bill bill = compiled.bill(level - 1, mechanism.getMigrationOperation());
				Prices prices = compiled.prices(point);
				BigDecimal each = BigDecimal.valueOf(bill.price(prices).cycles()).divide(prices.hertz(), MathContext.DECIMAL64);
				return new PreCopy.Devices(each.multiply(BigDecimal.valueOf(mechanism.getMigrationPerRound())),
						each.multiply(BigDecimal.valueOf(mechanism.getMigrationAtEnd())), state);
			}
		}
		return PreCopy.Devices.NONE;
	}

	private static BigDecimal rounded(BigDecimal value) {
		return value.round(MathContext.DECIMAL64).stripTrailingZeros();
	}

	private static BigDecimal base(Quantity quantity) {
		return Quantities.inBase(quantity);
	}

	private static long bytes(Quantity quantity) {
		return Quantities.inBase(quantity).longValueExact();
	}
}
