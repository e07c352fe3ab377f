// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.ContributedMetric;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.Flow;
import org.trapline.model.Mechanism;
import org.trapline.model.Migration;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Quantity;
import org.trapline.model.Workload;
import org.trapline.result.Metric;
import org.trapline.result.format.Table;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.compile.FlowCompiler;
import org.trapline.run.point.Point;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.migration.PreCopy;
import org.trapline.sim.trap.OperationMetrics;

/** Measures workloads on a stack: every metric that a kind of workload has. */
final class Measuring {

	/** The unit of contributed metrics that are not times. */
	private static final String CYCLES = "cycles";

	private final Catalog catalog;
	private final CompiledStack compiled;
	private final Point point;
	private final Set<Metric> wanted;
	private final Replications replications;

	/** @param wanted what is asked for: expensive metrics are computed on request only */
	Measuring(Catalog catalog, CompiledStack compiled, Point point, Set<Metric> wanted, Replications replications) {
		this.catalog = catalog;
		this.compiled = compiled;
		this.point = point;
		this.wanted = Set.copyOf(wanted);
		this.replications = replications;
	}

	/**
	 * What a workload comes to.
	 *
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 * @throws ArithmeticException                  when a count exceeds 2^63 - 1
	 */
	Measured measure(Workload workload) {
		return switch (workload) {
		case OperationWorkload operations -> operations(operations);
		case Migration migration -> migration(migration);
		case Flow flow -> replications.measure(new FlowCompiler(compiled, point).compile(flow), Optional.ofNullable(flow.getRequest()).map(Measuring::bytes));
		default -> throw new IllegalArgumentException("unknown workload " + workload.eClass().getName());
		};
	}

	private Measured operations(OperationWorkload workload) {
		Bill bill = compiled.bill(workload);
		List<ContributedMetric> contributed = catalog.metrics().stream().filter(each -> wanted.contains(Metric.of(each.id(), each.unit()))).toList();
		Map<String, Bill> bills = contributed.isEmpty() ? Map.of()
				: compiled.metricBills(workload, contributed.stream().map(each -> catalog.metricOf(each.id(), OperationMetrics.class)).distinct().toList());
		Prices prices = compiled.prices(point);
		Outcome outcome = bill.price(prices);
		Map<Metric, BigDecimal> values = new HashMap<>();
		values.put(Metric.TRAPS, BigDecimal.valueOf(outcome.traps()));
		values.put(Metric.CYCLES, BigDecimal.valueOf(outcome.cycles()));
		values.put(Metric.TIME, nanoseconds(outcome.cycles()));
		for (ContributedMetric each : contributed) {
			Optional.ofNullable(bills.get(each.id())).map(some -> some.price(prices).cycles())
					.ifPresent(cycles -> values.put(Metric.of(each.id(), each.unit()), each.unit().equals(CYCLES) ? BigDecimal.valueOf(cycles) : nanoseconds(cycles)));
		}
		return new Measured(values, Optional.of(outcome));
	}

	private BigDecimal nanoseconds(long cycles) {
		return seconds(cycles).movePointRight(9).stripTrailingZeros();
	}

	private Measured migration(Migration migration) {
		long memory = bytes(migration.getMemory());
		long workingSet = Optional.ofNullable(migration.getWorkingSet()).map(Measuring::bytes).orElse(memory);
		PreCopy.Result result = new PreCopy(memory, base(migration.getDirtyRate()), workingSet, base(migration.getLink()),
				base(migration.getDowntime()), migration.getRounds(), devices(migration)).run();
		Map<Metric, BigDecimal> values = Map.of(Metric.TIME, rounded(result.seconds().movePointRight(9)), Metric.DOWNTIME,
				rounded(result.downtime().movePointRight(3)), Metric.ROUNDS, BigDecimal.valueOf(result.rounds().size()), Metric.TRANSFERRED,
				BigDecimal.valueOf(result.bytes()));
		return new Measured(values, Map.of(), Optional.empty(), result.withinLimit() ? Optional.empty() : Optional.of(overLimit(migration, result)));
	}

	/** Rounds that leave too much each time go on until there are no more. */
	private static String overLimit(Migration migration, PreCopy.Result result) {
		BigDecimal milliseconds = result.downtime().movePointRight(3);
		return "the migration does not converge: after all of its " + result.rounds().size() + (result.rounds().size() == 1 ? " round" : " rounds") + " it stands still for "
				+ Table.grouped(milliseconds.round(new MathContext(4)).stripTrailingZeros()) + " ms, and its limit is " + Quantities.text(migration.getDowntime());
	}

	/** What devices cost that the hypervisor of the moving virtual machine does not know from inside. */
	private PreCopy.Devices devices(Migration migration) {
		int level = Integer.parseInt(migration.getLevel().substring(1));
		long state = Optional.ofNullable(migration.getDeviceState()).map(Measuring::bytes).orElse(0L);
		for (Mechanism mechanism : Inheritance.mechanisms(compiled.stack())) {
			if (mechanism.getMigrationOperation() != null && Inheritance.reaches(compiled.stack(), mechanism, level - 1)) {
				Bill bill = compiled.bill(level - 1, mechanism.getMigrationOperation());
				BigDecimal each = seconds(bill.price(compiled.prices(point)).cycles());
				return new PreCopy.Devices(each.multiply(BigDecimal.valueOf(mechanism.getMigrationPerRound())),
						each.multiply(BigDecimal.valueOf(mechanism.getMigrationAtEnd())), state);
			}
		}
		return PreCopy.Devices.NONE;
	}

	private BigDecimal seconds(long cycles) {
		return BigDecimal.valueOf(cycles).divide(compiled.prices(point).hertz(), MathContext.DECIMAL64);
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
