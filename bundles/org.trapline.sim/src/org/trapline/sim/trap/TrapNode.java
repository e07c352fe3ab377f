// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.isa.Signal;

/**
 * A node of the shared graph of an operation's expansion: its own trap, if it traps, its charges, and the nodes that it leads to,
 * in order. Equal work is one node, however often it happens. Nodes count nothing: {@link Account} does.
 */
final class TrapNode {

	/** What a node is made of, in order. */
	sealed interface Part {

		/** Something charged to a level. */
		record Charged(Charge charge) implements Part {
		}

		/** Work that is a node of its own. */
		record Child(TrapNode node) implements Part {
		}

		/** The start of a hypervisor's step, which includes the parts up to the next start of a step. */
		record Started(TrapTree.What.Runs step) implements Part {
		}

		/** Here another vCPU is signalled. */
		record Signalled(Signal signal) implements Part {
		}
	}

	/** Numbers of a graph's nodes: each node has a higher number than all nodes that it leads to. */
	final int number;
	/** The node's own trap; null where it makes none. Read for every node of a walk, hence no Optional. */
	final Exit trap;
	/** The hypervisors' flags after it; bits as in {@link GuestMemory}. */
	final long remembered;

	private final int level;
	private final Optional<TrapTree.What> what;
	private final List<Part> parts;
	private final Optional<Signal> signal;

	/**
	 * @param number     above those of all children
	 * @param level      level of the software that does it
	 * @param what       what is done, for output; empty where it only groups other nodes
	 * @param trap       its own trap
	 * @param parts      in order
	 * @param remembered the hypervisors' flags after it
	 */
	TrapNode(int number, int level, Optional<TrapTree.What> what, Optional<Exit> trap, List<Part> parts, long remembered) {
		this.number = number;
		this.level = level;
		this.what = what;
		this.trap = trap.orElse(null);
		this.parts = List.copyOf(parts);
		this.remembered = remembered;
		this.signal = firstSignal(parts);
	}

	private static Optional<Signal> firstSignal(List<Part> parts) {
		for (Part part : parts) {
			if (part instanceof Part.Signalled(Signal signalled)) {
				return Optional.of(signalled);
			}
			if (part instanceof Part.Child(TrapNode node) && node.signal.isPresent()) {
				return node.signal;
			}
		}
		return Optional.empty();
	}

	/** The level of the software that does it. */
	int level() {
		return level;
	}

	/** What is done, for output; empty where it only groups other nodes. */
	Optional<TrapTree.What> what() {
		return what;
	}

	/** Its parts, in order. */
	List<Part> parts() {
		return parts;
	}

	/** The first signal to another vCPU that it leads to. */
	Optional<Signal> signal() {
		return signal;
	}

	/**
	 * Passes on the charges and nodes before the first signal, in order, each with the trap that it is done for; there has to be a signal.
	 *
	 * @param outer the trap that this node is done for; empty where there is none
	 */
	void beforeSignal(Optional<Exit> outer, BiConsumer<Optional<Exit>, Part> before) {
		Optional<Exit> own = trap == null ? outer : Optional.of(trap);
		for (Part part : parts) {
			switch (part) {
			case Part.Charged charged -> before.accept(own, charged);
			case Part.Child(TrapNode node) -> {
				if (node.signal.isPresent()) {
					node.beforeSignal(own, before);
					return;
				}
				before.accept(own, part);
			}
			case Part.Started started -> {
				// For people only.
			}
			case Part.Signalled signalled -> {
				return;
			}
			}
		}
	}
}
