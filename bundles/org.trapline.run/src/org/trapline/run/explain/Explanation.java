// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.common.util.URI;
import org.trapline.catalog.Catalog;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.compile.ExitNames;
import org.trapline.run.compile.Origins;
import org.trapline.run.point.Point;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.trap.TrapMachine;
import org.trapline.sim.trap.TrapTrace;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.Workload;

/**
 * The explanation of an operation's traps and cycles on a stack.
 *
 * @param stack     the stack's name
 * @param operation the workload's or operation's name
 * @param software  the software at each level, L0 first
 * @param workload  the workload of the guest on top
 * @param tree      the tree of traps; its root is the whole
 * @param prices    the values of the costs
 * @param parts     metrics of plug-ins that break the whole down, in their order
 * @param machine   the trap machine
 * @param exits     the kernel's names of the exits
 * @param origins   the places in the models of what is in the tree
 */
public record Explanation(String stack, String operation, List<String> software, Workload workload, TrapTree tree, Prices prices, List<Part> parts,
		VirtualMachineStack machine, ExitNames exits, Origins origins) {

	/** For a depth that shows the whole tree. */
	public static final int WHOLE_DEPTH = Integer.MAX_VALUE;

	/**
	 * A part of the whole, by a plug-in's metric.
	 *
	 * @param title  the title of its metric, without the unit
	 * @param cycles its cycles
	 */
	public record Part(String title, long cycles) {
		public Part {
			Objects.requireNonNull(title);
		}
	}

	public Explanation {
		Objects.requireNonNull(stack);
		Objects.requireNonNull(operation);
		software = List.copyOf(software);
		Objects.requireNonNull(workload);
		Objects.requireNonNull(tree);
		Objects.requireNonNull(prices);
		parts = List.copyOf(parts);
		Objects.requireNonNull(machine);
		Objects.requireNonNull(exits);
		Objects.requireNonNull(origins);
	}

	/** The explanation of a workload on a compiled stack, at the models' own values. */
	static Explanation of(String stack, String operation, CompiledStack compiled, Workload workload, Catalog catalog, Function<URI, Optional<String>> libraries) {
		TrapTree tree = compiled.explain(workload, Point.NONE);
		Prices prices = compiled.prices(Point.NONE);
		List<Part> parts = compiled.machine().guestLevel() > 1 ? OperationParts.of(catalog, tree, prices) : List.of();
		return new Explanation(stack, operation, compiled.software(), workload, tree, prices, parts, compiled.machine(), compiled.exitNames(), compiled.origins(libraries));
	}

	/** The traps of the workload in the order of time, of its own vCPU. */
	public TrapTrace trace() {
		return new TrapMachine(machine).trace(workload, prices);
	}

	/**
	 * Gives all its exits, one after the other.
	 *
	 * @throws IOException when they cannot be taken
	 */
	public void exits(ExitSequence.Rows rows) throws IOException {
		ExitSequence.of(this, rows);
	}

	/**
	 * Writes it as text: the folded tree, and the cycles by level and cause.
	 *
	 * @param depth levels of the tree to show, at least 1
	 * @param all   also each operation that does not trap
	 */
	public void write(int depth, boolean all, Appendable out) throws IOException {
		if (depth < 1) {
			throw new IllegalArgumentException("depth " + depth + " shows nothing");
		}
		ExplanationText.write(this, depth, all, out);
	}
}
