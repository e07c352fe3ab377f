// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.cost.Amount;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.cost.ScaleParameter;
import org.trapline.sim.cost.ScaledCost;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.trap.TrapMachine;
import org.trapline.sim.trap.TrapTrace;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.Workload;

/** A trap machine together with what things cost: tests that are about cycles give each cost its value where they make it. */
final class PricedMachine {

	private static final Map<CostParameter, Amount> VALUES = Collections.synchronizedMap(new WeakHashMap<>());

	private static final Map<ScaleParameter, BigDecimal> SCALES = Collections.synchronizedMap(new WeakHashMap<>());

	private final TrapMachine machine;

	PricedMachine(VirtualMachineStack stack) {
		this.machine = new TrapMachine(stack);
	}

	/** A cost with its value. */
	static CostParameter cost(String name, Cause cause, long cycles) {
		CostParameter cost = new CostParameter(name, cause);
		VALUES.put(cost, Amount.cycles(cycles));
		return cost;
	}

	/** A scale with its value. */
	static ScaleParameter scale(String name, int percent) {
		ScaleParameter scale = new ScaleParameter(name);
		SCALES.put(scale, BigDecimal.valueOf(percent));
		return scale;
	}

	/** The values of all costs, but for some. */
	static Prices pricesWith(Map<CostParameter, Amount> others) {
		Map<CostParameter, Amount> amounts = new HashMap<>();
		synchronized (VALUES) {
			amounts.putAll(VALUES);
		}
		amounts.putAll(others);
		synchronized (SCALES) {
			return new Prices(amounts, SCALES, BigDecimal.valueOf(1_000_000_000));
		}
	}

	/** Other values for all costs: cycles, or times, that differ from point to point. */
	static Prices randomPrices(RandomGenerator random) {
		Map<CostParameter, Amount> amounts = new HashMap<>();
		synchronized (VALUES) {
			for (CostParameter cost : VALUES.keySet()) {
				BigDecimal number = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(3));
				amounts.put(cost, random.nextInt(4) == 0 ? new Amount(number.movePointLeft(9), true) : new Amount(number, false));
			}
		}
		Map<ScaleParameter, BigDecimal> percent = new HashMap<>();
		synchronized (SCALES) {
			SCALES.keySet().forEach(scale -> percent.put(scale, BigDecimal.valueOf(random.nextInt(800), 1)));
		}
		return new Prices(amounts, percent, BigDecimal.valueOf(random.nextInt(1_000, 4_000)).movePointRight(6));
	}

	/** The value of a cost. */
	static long cycles(CostTerm cost) {
		return switch (cost) {
		case CostParameter parameter -> VALUES.get(parameter).number().longValueExact();
		case ScaledCost scaled -> prices().cycles(scaled);
		};
	}

	/** The values of all costs. */
	static Prices prices() {
		synchronized (VALUES) {
			synchronized (SCALES) {
				return new Prices(VALUES, SCALES, BigDecimal.valueOf(1_000_000_000));
			}
		}
	}

	TrapMachine machine() {
		return machine;
	}

	Bill bill(Operation... operations) {
		return machine.bill(new Workload(List.of(operations), Set.of()));
	}

	Outcome run(Operation operation) {
		return run(List.of(operation));
	}

	Outcome run(List<? extends Operation> operations) {
		return run(new Workload(List.copyOf(operations), Set.of()));
	}

	Outcome run(Workload workload) {
		return machine.bill(workload).price(prices());
	}

	TrapTree explain(List<? extends Operation> operations) {
		return machine.explain(new Workload(List.copyOf(operations), Set.of()), prices());
	}

	TrapTrace trace(Operation operation) {
		return machine.trace(new Workload(List.of(operation), Set.of()), prices());
	}

	void trace(Operation operation, Consumer<Exit> listener) {
		TrapTrace trace = trace(operation);
		while (trace.next()) {
			listener.accept(trace.trap());
		}
	}
}
