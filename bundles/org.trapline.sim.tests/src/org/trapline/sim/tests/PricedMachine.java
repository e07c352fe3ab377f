// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.cost.Amount;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;
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
			return new Prices(VALUES, Map.of(), BigDecimal.valueOf(1_000_000_000));
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
