// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import org.trapline.run.compile.PiecewiseLinear;

/** The value of a cell that a bill says. */
final class BillResponse implements Response {

	private final PiecewiseLinear function;
	private final Arguments arguments;

	BillResponse(PiecewiseLinear function, Arguments arguments) {
		this.function = function;
		this.arguments = arguments;
	}

	@Override
	public double value(double[] x) {
		return function.value(arguments.of(x));
	}

	@Override
	public double[] gradient(double[] x) {
		return arguments.gathered(function.gradient(arguments.of(x)));
	}

	@Override
	public boolean exact() {
		return true;
	}
}
