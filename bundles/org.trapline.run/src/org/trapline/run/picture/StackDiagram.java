// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.picture;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.run.compile.SourcePlace;

/**
 * The machine and the levels of a stack, and the ways that operations take through them: what a picture of the stack shows. The ways are
 * those that the engine finds, so that a mechanism changes them without anybody saying so here.
 *
 * @param stack   name of the stack
 * @param machine what it runs on
 * @param levels  L0 first, the guest on top last
 * @param routes  the ways of some workloads
 * @param usual   names of those of them that one wants to see first, at most {@link #AT_ONCE}: of the workloads that experiments run on the stack, and of those that
 *                notify a device or are notified by one
 * @param place   where the stack stands in the text
 */
public record StackDiagram(String stack, Machine machine, List<LevelBox> levels, List<Route> routes, List<String> usual, Optional<SourcePlace> place) {

	/** More ways than these are hard to tell apart in one picture. */
	public static final int AT_ONCE = 4;

	/**
	 * A machine.
	 *
	 * @param name    of the platform
	 * @param cpu     name of its CPU
	 * @param clock   in words; empty where nobody says
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
	 * @param level      0 for the one on the machine
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
	 * The way of a workload.
	 *
	 * @param workload its name
	 * @param hops     in the order of time
	 * @param traps    all traps of it, also those of the hypervisors on the way
	 * @param cycles   all cycles
	 */
	public record Route(String workload, List<Hop> hops, long traps, long cycles) {
		public Route {
			Objects.requireNonNull(workload);
			hops = List.copyOf(hops);
		}
	}

	/**
	 * A part of a way, from one level to another.
	 *
	 * @param kind    what it is
	 * @param from    the level where it begins; {@link #HARDWARE} for the machine itself
	 * @param to      the level where it ends
	 * @param devices names of the devices that the hardware's end is; empty where that is the machine with its cores
	 * @param by      what a mechanism has in place of what is usual, as {@code thread_stall in place of vm_exit}, with commas between several; empty where nothing is replaced
	 */
	public record Hop(Kind kind, int from, int to, List<String> devices, String by) {

		/** The machine, below all levels. */
		public static final int HARDWARE = -1;

		/** Kinds of hops. */
		public enum Kind {
			/** An operation traps. */
			TRAP,
			/** A hypervisor passes it on. */
			FORWARD,
			/** Software that trapped goes on. */
			RETURN,
			/** Something happens without a trap. */
			DIRECT,
			/** An interrupt reaches another core. */
			SIGNAL,
			/** A device's interrupt makes what runs exit. */
			INTERRUPT,
			/** Between a device and the hypervisor that serves its guest with it, in its own time. */
			SERVICE
		}

		public Hop {
			Objects.requireNonNull(kind);
			devices = List.copyOf(devices);
			Objects.requireNonNull(by);
		}

		/** A hop of the usual kind between levels, or a level and the cores. */
		public Hop(Kind kind, int from, int to) {
			this(kind, from, to, List.of(), "");
		}

		/** What happens, for people: {@code L2 traps to L0}. */
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

	/** Names of the devices on which a hypervisor serves its guest with devices of its own, by the ways; none where it does not, and of L0. */
	public List<String> servedOn(int level) {
		return level == 0 ? List.of() : routes.stream().flatMap(route -> route.hops().stream()).filter(hop -> hop.kind() == Hop.Kind.SERVICE && hop.from() == level)
				.flatMap(hop -> hop.devices().stream()).distinct().toList();
	}

	/** The same with some of its ways only. */
	public StackDiagram withRoutes(List<String> workloads) {
		return new StackDiagram(stack, machine, levels, routes.stream().filter(route -> workloads.contains(route.workload())).toList(), usual, place);
	}
}
