// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

/**
 * A number of a bill does not fit a {@code long}; the message names the parameter and the level.
 *
 * @since 0.2.0
 */
public final class BillOverflowException extends ArithmeticException {

	private static final long serialVersionUID = 1L;

	private BillOverflowException(String message) {
		super(message);
	}

	/** An overflow at a charge. */
	public static BillOverflowException at(Charge charge) {
		return new BillOverflowException("cost " + charge.term().name() + " at L" + charge.level());
	}

	static long sum(long a, long b, Charge charge) {
		long sum = a + b;
		if (((a ^ sum) & (b ^ sum)) < 0) {
			throw at(charge);
		}
		return sum;
	}

	static long product(long a, long b, Charge charge) {
		long high = Math.multiplyHigh(a, b);
		long low = a * b;
		if (high != 0 || low < 0) {
			throw at(charge);
		}
		return low;
	}
}
