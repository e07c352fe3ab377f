// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import org.trapline.result.ParameterValue;

/**
 * Where something is evaluated: names of a study, and values. Plain: any process can send it to another that has the study's texts.
 *
 * @param experiment says what is measured, and how often
 * @param stack      name of a stack that the study has or imports
 * @param workload   name of a workload that the study has or imports
 * @param overrides  what parameters are, in place of what the models say: costs by their names, with the namespace where the name alone is not
 *                   enough; {@code clock}, {@code threads} and {@code clients}
 * @param seed       of the random numbers; empty for that of the experiment
 */
public record Request(String experiment, String stack, String workload, List<ParameterValue> overrides, OptionalLong seed) {

	public Request {
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(stack);
		Objects.requireNonNull(workload);
		overrides = List.copyOf(overrides);
		Objects.requireNonNull(seed);
	}

	/** As the models say, with the experiment's own random numbers. */
	public Request(String experiment, String stack, String workload) {
		this(experiment, stack, workload, List.of(), OptionalLong.empty());
	}

	/** The same with other values. */
	public Request with(List<ParameterValue> values) {
		return new Request(experiment, stack, workload, values, seed);
	}
}
