// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.trapline.result.ParameterValue;
import org.trapline.run.UnknownNameException;
import org.trapline.run.evaluate.Evaluator;
import org.trapline.run.evaluate.Request;

/**
 * The value of a cell that has to be simulated, as those of clients and their requests: with the same random numbers at every point, so that two points
 * differ by what is varied alone. Derivatives are differences.
 */
final class SimulatedResponse implements Response {

	/** A change that is seen above what single requests happen to do. */
	private static final double CHANGE = 0.02;

	private final Evaluator evaluator;
	private final Request request;
	private final String metric;
	private final Arguments arguments;
	private final List<Varied> varied;
	private final Map<List<Double>, Double> known = new HashMap<>();

	SimulatedResponse(Evaluator evaluator, Request request, String metric, Arguments arguments, List<Varied> varied) {
		this.evaluator = evaluator;
		this.request = request;
		this.metric = metric;
		this.arguments = arguments;
		this.varied = varied;
	}

	@Override
	public double value(double[] x) {
		return known.computeIfAbsent(Arrays.stream(x).boxed().toList(), each -> simulated(x));
	}

	private double simulated(double[] x) {
		List<ParameterValue> overrides = new java.util.ArrayList<>(arguments.overrides(x));
		request.overrides().stream().filter(base -> overrides.stream().noneMatch(own -> own.name().equals(base.name()))).toList().forEach(overrides::add);
		try {
			return evaluator.evaluateAlike(request.with(overrides)).value(metric).doubleValue();
		} catch (UnknownNameException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public double[] gradient(double[] x) {
		double[] gradient = new double[x.length];
		for (int j = 0; j < x.length; j++) {
			double change = CHANGE * Math.max(Math.abs(x[j]), varied.get(j).scale());
			double[] less = x.clone();
			double[] more = x.clone();
			less[j] = Math.max(varied.get(j).low(), x[j] - change);
			more[j] = x[j] + change;
			gradient[j] = (value(more) - value(less)) / (more[j] - less[j]);
		}
		return gradient;
	}

	@Override
	public boolean exact() {
		return false;
	}
}
