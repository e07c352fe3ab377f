// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import org.trapline.run.compile.Origins;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.trap.TrapTree;

/**
 * Why an operation comes to what it does on a stack.
 *
 * @param stack     the stack's name
 * @param operation the workload's or operation's name
 * @param software  who runs at each level, L0 first
 * @param tree      the tree of traps; its root is the whole
 * @param machine   what it happened on
 * @param origins   where in the models what is in the tree comes from
 */
public record Explanation(String stack, String operation, List<String> software, TrapTree tree, VirtualMachineStack machine, Origins origins) {

	/** For a depth that shows the whole tree. */
	public static final int WHOLE_DEPTH = Integer.MAX_VALUE;

	public Explanation {
		Objects.requireNonNull(stack);
		Objects.requireNonNull(operation);
		software = List.copyOf(software);
		Objects.requireNonNull(tree);
		Objects.requireNonNull(machine);
		Objects.requireNonNull(origins);
	}

	/**
	 * Writes it for people: the folded tree, and the cycles by level and cause.
	 *
	 * @param depth levels of the tree to show, at least 1
	 * @param all   also what does not trap, one by one
	 */
	public void write(int depth, boolean all, Appendable out) throws IOException {
		if (depth < 1) {
			throw new IllegalArgumentException("depth " + depth + " shows nothing");
		}
		ExplanationText.write(this, depth, all, out);
	}
}
