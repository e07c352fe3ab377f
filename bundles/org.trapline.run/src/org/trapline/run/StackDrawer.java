// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.lang.Inheritance;
import org.trapline.model.Device;
import org.trapline.model.DeviceAssignment;
import org.trapline.model.Level;
import org.trapline.model.Mechanism;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Pin;
import org.trapline.model.Platform;
import org.trapline.model.Quantity;
import org.trapline.model.Stack;
import org.trapline.run.StackDiagram.Core;
import org.trapline.run.StackDiagram.DeviceBox;
import org.trapline.run.StackDiagram.Hop;
import org.trapline.run.StackDiagram.LevelBox;
import org.trapline.run.StackDiagram.Machine;
import org.trapline.run.StackDiagram.Route;
import org.trapline.sim.Disposition;
import org.trapline.sim.SimulationException;
import org.trapline.sim.TrapMachine;
import org.trapline.sim.TrapTree;
import org.trapline.sim.TrapTree.What;

/** Makes the diagram of a stack from its model, and the ways of workloads by asking the engine. */
final class StackDrawer {

	private final Stack stack;
	private final Platform platform;
	private final List<String> names;
	private final Function<URI, Optional<String>> libraries;

	/** @param libraries the name of the library that a resource is */
	StackDrawer(Stack stack, Function<URI, Optional<String>> libraries) {
		this.stack = stack;
		this.platform = Inheritance.platform(stack).orElseThrow();
		this.names = List.copyOf(Inheritance.levels(stack).keySet());
		this.libraries = libraries;
	}

	/**
	 * @param run       the workloads that experiments run on the stack
	 * @param workloads all, those that are run included
	 */
	StackDiagram draw(Catalog catalog, List<OperationWorkload> run, List<OperationWorkload> workloads) {
		List<Route> routes = new ArrayList<>();
		StackCompiler compiler = new StackCompiler(catalog, stack);
		for (OperationWorkload workload : workloads) {
			try {
				routes.add(route(workload.getName(), new TrapMachine(compiler.stack()).explain(compiler.workload(workload))));
			} catch (SimulationException | CatalogException | ArithmeticException e) {
				// This workload cannot happen on this stack: it has no way to draw. A run says why.
			}
		}
		List<String> possible = routes.stream().map(Route::workload).toList();
		List<String> usual = run.stream().map(OperationWorkload::getName).filter(possible::contains).toList();
		return new StackDiagram(stack.getName(), machine(), levels(), routes,
				usual.isEmpty() ? possible.stream().limit(1).toList() : usual.stream().limit(StackDiagram.AT_ONCE).toList(), place(stack));
	}

	private Optional<Place> place(EObject element) {
		return Origins.place(element, libraries);
	}

	// ------------------------------------------------------------------------------------------- boxes

	private Machine machine() {
		int cores = Math.max(1, Math.max(platform.getCores(), pins().map(Pin::getCore).max(Integer::compare).orElse(0) + 1));
		int threads = Math.max(1, Math.max(platform.getThreads(), pins().map(Pin::getThread).max(Integer::compare).orElse(0) + 1));
		List<Core> list = new ArrayList<>();
		for (int core = 0; core < cores; core++) {
			List<List<String>> ofThreads = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				int c = core;
				int t = thread;
				ofThreads.add(pins().filter(pin -> pin.getCore() == c && pin.getThread() == t).map(pin -> pin.getLevel() + " vCPU " + pin.getVcpu()).toList());
			}
			list.add(new Core(core, ofThreads));
		}
		Quantity clock = platform.getClock();
		String words = clock == null ? "" : clock.getAmount().toPlainString() + " " + clock.getUnit().getLiteral();
		List<DeviceBox> devices = platform.getDevices().stream()
				.map(device -> new DeviceBox(device.getName(), device.getKind().getLiteral(), assigned(device), place(device))).toList();
		return new Machine(platform.getName(), platform.getCpu().getName(), words, list, devices, place(platform));
	}

	/** Of the stack, and of those that it extends. */
	private Stream<Pin> pins() {
		return lineage().flatMap(each -> each.getPins().stream());
	}

	private Stream<Stack> lineage() {
		return Stream.iterate(stack, each -> each != null, Stack::getSuperStack);
	}

	private Optional<Integer> assigned(Device device) {
		return lineage().flatMap(each -> each.getAssignments().stream()).filter(each -> each.getDevice() == device).map(DeviceAssignment::getLevel)
				.findFirst().map(this::number);
	}

	private int number(String level) {
		int index = names.indexOf(level);
		return index < 0 ? names.size() : index;
	}

	private List<LevelBox> levels() {
		List<LevelBox> boxes = new ArrayList<>();
		List<Level> levels = List.copyOf(Inheritance.levels(stack).values());
		for (int i = 0; i < levels.size(); i++) {
			boxes.add(new LevelBox(i, levels.get(i).getHypervisor().getName(), false, mechanisms(i), place(levels.get(i))));
		}
		boxes.add(new LevelBox(levels.size(), "guest", true, List.of(), place(stack)));
		return boxes;
	}

	private List<String> mechanisms(int level) {
		return Inheritance.mechanisms(stack).stream().filter(mechanism -> Inheritance.reaches(stack, mechanism, level)).map(Mechanism::getName).toList();
	}

	// ------------------------------------------------------------------------------------------- ways

	private static Route route(String workload, TrapTree round) {
		List<Hop> hops = new ArrayList<>();
		round.children().forEach(each -> hops(each, hops));
		return new Route(workload, hops, round.traps(), round.cycles());
	}

	private static void hops(TrapTree node, List<Hop> hops) {
		switch (node.what()) {
		case What.Performs(var operation, Disposition.Trap trap) -> {
			int handler = node.trap().map(each -> each.handler()).orElse(0);
			add(hops, new Hop(Hop.Kind.TRAP, node.level(), 0));
			for (int level = 0; level < handler; level++) {
				add(hops, new Hop(Hop.Kind.FORWARD, level, level + 1));
			}
			add(hops, new Hop(Hop.Kind.RETURN, handler, node.level()));
		}
		case What.Performs performs -> add(hops, new Hop(Hop.Kind.DIRECT, node.level(), Hop.HARDWARE));
		case What.UntilSignal until -> {
			node.children().forEach(each -> hops(each, hops));
			// It goes on beside what the other vCPU does, and nobody waits for it.
			if (!hops.isEmpty() && hops.get(hops.size() - 1).kind() == Hop.Kind.RETURN) {
				hops.remove(hops.size() - 1);
			}
			add(hops, new Hop(Hop.Kind.SIGNAL, 0, Hop.HARDWARE));
		}
		case What.Meanwhile meanwhile -> {
			add(hops, new Hop(Hop.Kind.SIGNAL, 0, Hop.HARDWARE));
			node.children().forEach(each -> hops(each, hops));
		}
		default -> {
			// What hypervisors do for it is no part of the way.
		}
		}
	}

	/** What happens twice in a row is one arrow. */
	private static void add(List<Hop> hops, Hop hop) {
		if (hops.isEmpty() || !hops.get(hops.size() - 1).equals(hop)) {
			hops.add(hop);
		}
	}
}
