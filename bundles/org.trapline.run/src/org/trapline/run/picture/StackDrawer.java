// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.lang.Inheritance;
import org.trapline.model.Device;
import org.trapline.model.DeviceAssignment;
import org.trapline.model.DeviceEnd;
import org.trapline.model.Level;
import org.trapline.model.Mechanism;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Pin;
import org.trapline.model.Platform;
import org.trapline.model.Quantity;
import org.trapline.model.Stack;
import org.trapline.run.compile.Origins;
import org.trapline.run.compile.SourcePlace;
import org.trapline.run.point.Point;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.picture.StackDiagram.Core;
import org.trapline.run.picture.StackDiagram.DeviceBox;
import org.trapline.run.picture.StackDiagram.Hop;
import org.trapline.run.picture.StackDiagram.LevelBox;
import org.trapline.run.picture.StackDiagram.Machine;
import org.trapline.run.picture.StackDiagram.Route;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/** Makes the diagram of a stack from its model, and the paths of workloads with the engine. */
public final class StackDrawer {

	private final Stack stack;
	private final Platform platform;
	private final List<String> names;
	private final Function<URI, Optional<String>> libraries;

	/** @param libraries the name of the library that a resource is */
	public StackDrawer(Stack stack, Function<URI, Optional<String>> libraries) {
		this.stack = stack;
		this.platform = Inheritance.platform(stack).orElseThrow();
		this.names = List.copyOf(Inheritance.levels(stack).keySet());
		this.libraries = libraries;
	}

	/**
	 * @param run       the workloads that experiments run on the stack
	 * @param workloads all, those that are run included
	 */
	public StackDiagram draw(Catalog catalog, List<OperationWorkload> run, List<OperationWorkload> workloads) {
		List<Route> routes = new ArrayList<>();
		CompiledStack compiled = new CompiledStack(catalog, stack);
		for (OperationWorkload workload : workloads) {
			try {
				TrapTree round = compiled.explain(compiled.workload(workload), Point.NONE);
				String exit = compiled.machine().cpu().trapEntry().name();
				routes.add(new Route(workload.getName(), new Way(workload.getDevice(), exit).of(round), round.traps(), round.cycles()));
			} catch (SimulationException | CatalogException | ArithmeticException e) {
				// This workload cannot run on this stack, so that it has no path to draw. A run says why.
			}
		}
		List<String> possible = routes.stream().map(Route::workload).toList();
		return new StackDiagram(stack.getName(), machine(), levels(), routes, usual(possible, run, workloads), place(stack));
	}

	/** Workloads that experiments run, and those between devices and the guest. */
	private List<String> usual(List<String> possible, List<OperationWorkload> run, List<OperationWorkload> workloads) {
		List<String> ofExperiments = names(run.stream()).filter(possible::contains).toList();
		List<String> ofDevices = platform.getDevices().isEmpty() ? List.of() : Stream.of(DeviceEnd.TO, DeviceEnd.FROM)
				.map(end -> names(Stream.concat(run.stream(), workloads.stream()).filter(each -> each.getDevice() == end)).filter(possible::contains).findFirst())
				.flatMap(Optional::stream).toList();
		List<String> usual = new ArrayList<>(ofExperiments.stream().filter(name -> !ofDevices.contains(name)).limit(StackDiagram.AT_ONCE - ofDevices.size()).toList());
		usual.addAll(ofDevices);
		return usual.isEmpty() ? possible.stream().limit(1).toList() : usual;
	}

	private static Stream<String> names(Stream<OperationWorkload> workloads) {
		return workloads.map(OperationWorkload::getName).distinct();
	}

	private Optional<SourcePlace> place(EObject element) {
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

	/** The path of one workload, from its trap tree. */
	private final class Way {

		private final DeviceEnd device;
		private final String exit;
		private final List<Hop> hops = new ArrayList<>();

		/** @param exit name of the usual cost of leaving a guest */
		Way(DeviceEnd device, String exit) {
			this.device = device;
			this.exit = exit;
		}

		List<Hop> of(TrapTree round) {
			round.children().forEach(this::follow);
			return List.copyOf(hops);
		}

		private void follow(TrapTree node) {
			switch (node.what()) {
			case What.Performs(var operation, Disposition.Trap trap) -> {
				int handler = node.handler().orElseThrow();
				List<String> devices = devices(node.level(), false);
				if (device == DeviceEnd.FROM && !devices.isEmpty()) {
					add(new Hop(Hop.Kind.INTERRUPT, Hop.HARDWARE, 0, devices, ofTrap(node)));
				} else if (node.trap().isPresent()) {
					add(new Hop(Hop.Kind.TRAP, node.level(), 0, List.of(), ofTrap(node)));
				}
				for (int level = 0; level < handler; level++) {
					add(new Hop(Hop.Kind.FORWARD, level, level + 1, List.of(), ofEntry(node, level)));
				}
				if (device == DeviceEnd.TO && !devices.isEmpty()) {
					add(new Hop(Hop.Kind.SERVICE, handler, Hop.HARDWARE, devices, ""));
				}
				add(new Hop(Hop.Kind.RETURN, handler, node.level(), List.of(), ofEntry(node, handler)));
			}
			case What.Performs performs when device == DeviceEnd.FROM && !devices(node.level(), true).isEmpty() -> {
				List<String> own = devices(node.level(), true);
				if (assigned(own.get(0)) == node.level()) {
					add(new Hop(Hop.Kind.DIRECT, Hop.HARDWARE, node.level(), own, ""));
				} else {
					// The device and its interrupt are L0's: only what L0 passes on needs no trap.
					add(new Hop(Hop.Kind.SERVICE, Hop.HARDWARE, 0, own, ""));
					add(new Hop(Hop.Kind.DIRECT, 0, node.level()));
				}
			}
			case What.Performs performs -> add(new Hop(Hop.Kind.DIRECT, node.level(), Hop.HARDWARE, device == DeviceEnd.TO ? devices(node.level(), true) : List.of(), ""));
			case What.UntilSignal until -> {
				node.children().forEach(this::follow);
				// It runs concurrently with the other vCPU, and nothing waits for it.
				if (!hops.isEmpty() && hops.get(hops.size() - 1).kind() == Hop.Kind.RETURN) {
					hops.remove(hops.size() - 1);
				}
				add(new Hop(Hop.Kind.SIGNAL, 0, Hop.HARDWARE));
			}
			case What.Meanwhile meanwhile -> {
				add(new Hop(Hop.Kind.SIGNAL, 0, Hop.HARDWARE));
				node.children().forEach(this::follow);
			}
			default -> {
				// The hypervisors' work for it is not part of the path.
			}
			}
		}

		/** The replacement of the usual cost of leaving the software that trapped. */
		private String ofTrap(TrapTree trap) {
			return String.join(", ", inPlace(exit, trap.children().stream().filter(part -> part.what() instanceof What.Spends).findFirst()));
		}

		/**
		 * The replacement of the usual cost by which a hypervisor that forwards or handles a trap enters its guest: above L0 that
		 * guest is left and entered again.
		 */
		private String ofEntry(TrapTree trap, int level) {
			Set<String> found = new LinkedHashSet<>();
			Set<TrapTree> seen = new HashSet<>();
			trap.children().stream().filter(part -> part.level() == level && (part.what() instanceof What.Forwards || part.what() instanceof What.Handles))
					.flatMap(part -> part.children().stream()).filter(step -> step.what() instanceof What.Runs runs && runs.routine() == TrapTree.Routine.ENTER)
					.forEach(step -> collect(step, seen, found));
			return String.join(", ", found);
		}

		private void collect(TrapTree node, Set<TrapTree> seen, Set<String> found) {
			if (!seen.add(node)) {
				return;
			}
			if (node.what() instanceof What.Performs(Operation operation, Disposition disposition)) {
				if (disposition instanceof Disposition.Trap) {
					found.addAll(inPlace(exit, node.children().stream().filter(part -> part.what() instanceof What.Spends).findFirst()));
				} else if (operation instanceof Instruction instruction && instruction.role() == Instruction.Role.ENTRY) {
					found.addAll(inPlace(operation.nativeCost().name(), Optional.of(node)));
				}
			}
			node.children().forEach(child -> collect(child, seen, found));
		}

		private static List<String> inPlace(String usual, Optional<TrapTree> spends) {
			return spends.flatMap(TrapTree::spent).map(CostTerm::name).filter(name -> !name.equals(usual)).map(name -> name + " in place of " + usual).stream().toList();
		}

		/** Equal successive hops are one arrow. */
		private void add(Hop hop) {
			if (hops.isEmpty() || !hops.get(hops.size() - 1).equals(hop)) {
				hops.add(hop);
			}
		}
	}

	/**
	 * The devices that the guest may access: one of its own if nothing traps, one of a hypervisor's if something does; all devices if there is none of these.
	 */
	private List<String> devices(int guest, boolean own) {
		List<String> all = platform.getDevices().stream().map(Device::getName).toList();
		List<String> such = all.stream().filter(name -> assigned(name) == guest == own).toList();
		return such.isEmpty() ? all : such;
	}

	/** The level that has a device; L0 by default. */
	private int assigned(String device) {
		return platform.getDevices().stream().filter(each -> each.getName().equals(device)).findFirst().flatMap(this::assigned).orElse(0);
	}
}
