// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.picture;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.run.compile.SourcePlace;

/**
 * The contents of a stack's picture: the machine and the levels of the stack, and the paths of operations through them. The paths
 * come from the engine, so that they include the effects of mechanisms.
 *
 * @param stack   name of the stack
 * @param machine the machine
 * @param levels  L0 first, the guest on top last
 * @param routes  the paths of some workloads
 * @param usual   names of those of them that are shown first, at most {@link #AT_ONCE}: workloads that experiments run on the
 *                stack, and those that notify a device or are notified by one
 * @param place   where the stack is in the text
 */
public record StackDiagram(String stack, Machine machine, List<LevelBox> levels, List<Route> routes, List<String> usual, Optional<SourcePlace> place) {

	/** More paths than these are hard to distinguish in one picture. */
	public static final int AT_ONCE = 4;

	/**
	 * A machine.
	 *
	 * @param name    of the platform
	 * @param cpu     name of its CPU
	 * @param clock   in words; empty where it is unknown
	 * @param cores   its cores; at least one
	 * @param devices its devices
	 */
	public record Machine(String name, String cpu, String clock, List<Core> cores, List<DeviceBox> devices, Optional<SourcePlace> place) {
		public Machine {
			Objects.requireNonNull(name);
			Objects.requireNonNull(cpu);
			Objects.requireNonNull(clock);
			cores = List.copyOf(cores);
			devices = List.copyOf(devices);
			Objects.requireNonNull(place);
		}
	}

	/**
	 * A core.
	 *
	 * @param number  from 0
	 * @param threads its hardware threads, each with the vCPUs that are pinned to it: {@code L2 vCPU 0}
	 */
	public record Core(int number, List<List<String>> threads) {
		public Core {
			threads = threads.stream().map(List::copyOf).toList();
		}
	}

	/**
	 * A device.
	 *
	 * @param name     its name
	 * @param kind     network or disk
	 * @param assigned the level that it is assigned to; empty where L0 keeps it
	 */
	public record DeviceBox(String name, String kind, Optional<Integer> assigned, Optional<SourcePlace> place) {
		public DeviceBox {
			Objects.requireNonNull(name);
			Objects.requireNonNull(kind);
			Objects.requireNonNull(assigned);
			Objects.requireNonNull(place);
		}
	}

	/**
	 * Software at a level.
	 *
	 * @param level      0 for the host hypervisor
	 * @param name       of the hypervisor, or of the guest on top
	 * @param guest      whether it is the guest on top
	 * @param mechanisms names of the mechanisms that it has
	 */
	public record LevelBox(int level, String name, boolean guest, List<String> mechanisms, Optional<SourcePlace> place) {
		public LevelBox {
			Objects.requireNonNull(name);
			mechanisms = List.copyOf(mechanisms);
			Objects.requireNonNull(place);
		}
	}

	/**
	 * The path of a workload.
	 *
	 * @param workload its name
	 * @param hops     in the order of time
	 * @param traps    all its traps, including those of the hypervisors
	 * @param cycles   all cycles
	 */
	public record Route(String workload, List<Hop> hops, long traps, long cycles) {
		public Route {
			Objects.requireNonNull(workload);
			hops = List.copyOf(hops);
		}
	}

	/**
	 * A part of a path, from one level to another.
	 *
	 * @param kind    its kind
	 * @param from    the level where it begins; {@link #HARDWARE} for the machine itself
	 * @param to      the level where it ends
	 * @param devices names of the devices at the hardware's end; empty where that is the machine with its cores
	 * @param by      costs that a mechanism replaces, as {@code thread_stall in place of vm_exit}, with commas between several; empty where nothing is replaced
	 */
	public record Hop(Kind kind, int from, int to, List<String> devices, String by) {

		/** The machine, below all levels. */
		public static final int HARDWARE = -1;

		/** Kinds of hops. */
		public enum Kind {
			/** An operation traps. */
			TRAP,
			/** A hypervisor forwards it. */
			FORWARD,
			/** Software that trapped goes on. */
			RETURN,
			/** Something happens without a trap. */
			DIRECT,
			/** An interrupt reaches another core. */
			SIGNAL,
			/** A device's interrupt causes an exit of the running software. */
			INTERRUPT,
			/** Between a device and the hypervisor whose backend serves the guest, asynchronously. */
			SERVICE
		}

		public Hop {
			Objects.requireNonNull(kind);
			devices = List.copyOf(devices);
			Objects.requireNonNull(by);
		}

		/** A hop without devices or replacements, between levels or a level and the cores. */
		public Hop(Kind kind, int from, int to) {
			this(kind, from, to, List.of(), "");
		}

		/** The event in words: {@code L2 traps to L0}. */
		public String words() {
			String names = String.join(", ", devices);
			String what = switch (kind) {
			case TRAP -> "L" + from + " traps to L0";
			case FORWARD -> "L" + from + " forwards it to L" + to;
			case RETURN -> from == to ? "L" + to + " goes on" : "L" + from + " has handled it: L" + to + " goes on";
			case DIRECT -> from == HARDWARE ? names + " interrupts L" + to + " without a trap"
					: to != HARDWARE ? "L" + from + " posts it to L" + to + " without a trap"
					: devices.isEmpty() ? "between L" + from + " and the machine, without a trap" : "L" + from + " reaches " + names + " without a trap";
			case SIGNAL -> "L0 interrupts the other vCPU's core";
			case INTERRUPT -> names + " interrupts: exit to L0";
			case SERVICE -> from == HARDWARE ? "L" + to + " takes the interrupt of " + names
					: from == 0 ? "L0 serves it with " + names : "L" + from + " serves it with its own device, on " + names;
			};
			return by.isEmpty() ? what : what + ", by " + by;
		}
	}

	public StackDiagram {
		Objects.requireNonNull(stack);
		Objects.requireNonNull(machine);
		levels = List.copyOf(levels);
		routes = List.copyOf(routes);
		usual = List.copyOf(usual);
		Objects.requireNonNull(place);
	}

	/** Names of a hypervisor's own devices on which it serves its guest, by the paths; none where it does not, and for L0. */
	public List<String> servedOn(int level) {
		return level == 0 ? List.of() : routes.stream().flatMap(route -> route.hops().stream()).filter(hop -> hop.kind() == Hop.Kind.SERVICE && hop.from() == level)
				.flatMap(hop -> hop.devices().stream()).distinct().toList();
	}

	/** The same with only some of its paths. */
	public StackDiagram withRoutes(List<String> workloads) {
		return new StackDiagram(stack, machine, levels, routes.stream().filter(route -> workloads.contains(route.workload())).toList(), usual, place);
	}
}
