// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.trapline.result.ParameterValue;

/** The costs that what is varied stands for: what evaluations take for it. */
final class Arguments {

	private final List<Varied.Share> shares = new ArrayList<>();
	private final List<Integer> owners = new ArrayList<>();
	private final int size;

	Arguments(List<Varied> varied) {
		size = varied.size();
		for (int i = 0; i < size; i++) {
			for (Varied.Share share : varied.get(i).shares()) {
				shares.add(share);
				owners.add(i);
			}
		}
	}

	/** Full names of the costs. */
	List<String> names() {
		return shares.stream().map(Varied.Share::fullName).toList();
	}

	/** Their values. */
	double[] of(double[] x) {
		double[] values = new double[shares.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = shares.get(i).times() * x[owners.get(i)];
		}
		return values;
	}

	/** The derivatives by what is varied, from those by the costs. */
	double[] gathered(double[] byCosts) {
		double[] sum = new double[size];
		for (int i = 0; i < byCosts.length; i++) {
			sum[owners.get(i)] += shares.get(i).times() * byCosts[i];
		}
		return sum;
	}

	/** Their values as overrides of an evaluation. */
	List<ParameterValue> overrides(double[] x) {
		double[] values = of(x);
		List<ParameterValue> overrides = new ArrayList<>();
		for (int i = 0; i < values.length; i++) {
			overrides.add(new ParameterValue(shares.get(i).fullName(), BigDecimal.valueOf(Math.max(0, values[i])), shares.get(i).value().getUnit().getLiteral()));
		}
		return overrides;
	}
}
