// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.emf.common.util.URI;
import org.trapline.catalog.Catalog;
import org.trapline.lang.Inheritance;
import org.trapline.model.Control;
import org.trapline.model.Operation;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Platform;
import org.trapline.model.Stack;
import org.trapline.run.point.Point;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.trap.OperationMetrics;
import org.trapline.sim.trap.TrapMachine;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.Workload;

/**
 * A stack of a validated model, compiled once, with the bills of its workloads, each expanded once. Points that change no structure share it: they
 * differ in {@link #prices} only. Thread-safe.
 */
public final class CompiledStack {

	private final Stack stack;
	private final StackCompiler compiler;
	private final VirtualMachineStack machine;
	private final TrapMachine traps;
	private final Map<OperationWorkload, Workload> workloads = new IdentityHashMap<>();
	private final Map<OperationWorkload, Bill> bills = new IdentityHashMap<>();
	private final Map<OperationWorkload, Bill> itemized = new IdentityHashMap<>();
	private final Map<OperationWorkload, Map<String, Bill>> metrics = new IdentityHashMap<>();

	/**
	 * A stack at its model's own values.
	 *
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 */
	public CompiledStack(Catalog catalog, Stack stack) {
		this(catalog, stack, Point.NONE);
	}

	/**
	 * @param catalog makes CPU models and mechanisms
	 * @param stack   a stack without errors
	 * @param point   only its settings that change the structure are used; the others are for {@link #prices}
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 */
	public CompiledStack(Catalog catalog, Stack stack, Point point) {
		this.stack = stack;
		this.compiler = new StackCompiler(catalog, stack, point.threads(platform(stack)));
		this.machine = compiler.stack();
		this.traps = new TrapMachine(machine);
	}

	/** The settings of a point that change the structure: equal for points that share a compiled stack. */
	public static Object structure(Stack stack, Point point) {
		return point.threads(platform(stack));
	}

	private static Platform platform(Stack stack) {
		return Inheritance.platform(stack).orElseThrow();
	}

	/** The model. */
	public Stack stack() {
		return stack;
	}

	/** The machine that it runs on. */
	public Platform platform() {
		return platform(stack);
	}

	/** The stack as the engine runs it. */
	public VirtualMachineStack machine() {
		return machine;
	}

	/** The software at each level, L0 first: the names of the hypervisors, and the guest. */
	public List<String> software() {
		List<String> names = new ArrayList<>(Inheritance.hypervisors(stack).values().stream().map(org.trapline.model.Hypervisor::getName).toList());
		names.add("guest");
		return names;
	}

	/** The bill of a workload. */
	public synchronized Bill bill(OperationWorkload workload) {
		return memo(bills, workload, each -> traps.bill(workload(each)));
	}

	/** The same, itemized by exits. */
	public synchronized Bill itemizedBill(OperationWorkload workload) {
		return memo(itemized, workload, each -> traps.itemizedBill(workload(each)));
	}

	/** The bills of metrics that plug-ins compute from the trap tree of a workload, by their ids; without one where it does not apply. */
	public synchronized Map<String, Bill> metricBills(OperationWorkload workload, List<OperationMetrics> contributed) {
		return memo(metrics, workload, each -> {
			TrapTree tree = traps.explain(workload(each), pricesOf(Point.NONE));
			Map<String, Bill> byId = new HashMap<>();
			for (OperationMetrics some : contributed) {
				some.of(tree).forEach((id, counts) -> byId.put(id, Bill.of(machine.guestLevel() + 1, counts)));
			}
			return byId;
		});
	}

	/** The bill of one operation of the software at a level; see {@link TrapMachine#billAt}. Of the guest on top: in steady state. */
	public synchronized Bill bill(int level, Operation operation) {
		org.trapline.sim.isa.Operation compiled = compiler.operation(operation);
		return level == machine.guestLevel() ? traps.bill(new Workload(List.of(compiled), Set.of())) : traps.billAt(level, compiled);
	}

	/** The same, itemized by exits. */
	public synchronized Bill itemizedBill(int level, Operation operation) {
		org.trapline.sim.isa.Operation compiled = compiler.operation(operation);
		return level == machine.guestLevel() ? traps.itemizedBill(new Workload(List.of(compiled), Set.of())) : traps.itemizedBillAt(level, compiled);
	}

	/** The explanation of a workload's traps and cycles at a point. */
	public synchronized TrapTree explain(Workload workload, Point point) {
		return traps.explain(workload, pricesOf(point));
	}

	/** A workload of the model. */
	public synchronized Workload workload(OperationWorkload workload) {
		return memo(workloads, workload, compiler::workload);
	}

	/** The workload that repeats one operation of the guest on top. */
	public synchronized Workload workload(Operation operation) {
		return new Workload(List.of(compiler.operation(operation)), Set.of());
	}

	/** The prices at a point, of all costs that were compiled so far. */
	public synchronized Prices prices(Point point) {
		return pricesOf(point);
	}

	private Prices pricesOf(Point point) {
		return compiler.costs().prices(point);
	}

	/** The engine's parameter for a cost of the model; empty where nothing on the stack uses it. */
	public synchronized Optional<CostParameter> parameter(org.trapline.model.Cost cost) {
		return compiler.costs().known(cost);
	}

	/** The engine's control for one of the model. */
	public synchronized org.trapline.sim.isa.Control control(Control control) {
		return compiler.control(control);
	}

	/** The kernel's names for the exits of operations. */
	public synchronized ExitNames exitNames() {
		return compiler.exitNames();
	}

	/** The origins of the compiled objects. */
	public synchronized Origins origins(Function<URI, Optional<String>> libraries) {
		return compiler.origins(libraries);
	}

	private static <V> V memo(Map<OperationWorkload, V> memo, OperationWorkload workload, Function<OperationWorkload, V> make) {
		// Not by computeIfAbsent: creating one may look another one up.
		V known = memo.get(workload);
		if (known == null) {
			known = make.apply(workload);
			memo.put(workload, known);
		}
		return known;
	}
}
