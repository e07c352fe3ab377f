// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.point;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.Cost;
import org.trapline.model.Platform;
import org.trapline.model.SweptParameter;
import org.trapline.model.Unit;
import org.trapline.result.ParameterValue;
import org.trapline.sim.cost.Amount;

/**
 * The values of parameters at one point, which override those of the models: a combination of sweeps' values, a sample, or a user's overrides.
 *
 * @param settings in the order of the sweeps
 */
public record Point(List<Setting> settings) {

	/** No overrides. */
	public static final Point NONE = new Point(List.of());

	public Point {
		settings = List.copyOf(settings);
	}

	/** Whether it overrides nothing. */
	public boolean isNone() {
		return settings.isEmpty();
	}

	/** The parameters with their values, for results. */
	public List<ParameterValue> parameters() {
		return settings.stream().map(Setting::value).toList();
	}

	/** The value of a cost here; empty where it is not overridden. */
	public Optional<Amount> amount(Cost cost) {
		for (Setting each : settings) {
			if (each.variable().cost().isPresent() && each.variable().cost().get() == cost) {
				return Optional.of(Inheritance.amount(each.number(), each.variable().unit().orElseThrow()));
			}
		}
		return Optional.empty();
	}

	/** The unit in which a cost is given here; empty where it is as the models say. */
	public Optional<Unit> unit(Cost cost) {
		return settings.stream().map(Setting::variable).filter(each -> each.cost().isPresent() && each.cost().get() == cost).findFirst().flatMap(Variable::unit);
	}

	/** Cycles per second. */
	public BigDecimal hertz(Platform platform) {
		return setting(SweptParameter.CLOCK).map(each -> Quantities.inBase(each.number(), each.variable().unit().orElseThrow()))
				.orElseGet(() -> Inheritance.hertz(platform));
	}

	/** Hardware threads of a core. */
	public int threads(Platform platform) {
		return count(SweptParameter.THREADS).orElse(Math.max(1, platform.getThreads()));
	}

	/** Clients of closed-loop workloads; empty where each has its own number. */
	public OptionalInt clients() {
		return count(SweptParameter.CLIENTS);
	}

	private OptionalInt count(SweptParameter parameter) {
		return setting(parameter).map(each -> OptionalInt.of(each.number().intValueExact())).orElse(OptionalInt.empty());
	}

	private Optional<Setting> setting(SweptParameter parameter) {
		return settings.stream().filter(each -> each.variable().is(parameter)).findFirst();
	}

	/** A key of the point, for its random numbers: the same for equal points of any study. */
	public String key() {
		return parameters().stream().map(ParameterValue::toString).collect(Collectors.joining(","));
	}
}
