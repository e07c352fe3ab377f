// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import org.trapline.model.Stack;
import org.trapline.sim.bill.BillOverflowException;

/** A stack without errors that still cannot be simulated. */
public final class StackProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Stack stack;

	public StackProblem(Stack stack, String message) {
		super(message);
		this.stack = stack;
	}

	/** The problem of a count that does not fit a {@code long}. */
	public static String overflow(Stack stack, String workload, ArithmeticException overflow) {
		String what = overflow instanceof BillOverflowException ? overflow.getMessage() : "a count";
		return "stack '" + stack.getName() + "': " + what + " of workload '" + workload + "' exceeds 2^63 - 1: take fewer levels";
	}

	/** The stack. */
	Stack stack() {
		return stack;
	}
}
