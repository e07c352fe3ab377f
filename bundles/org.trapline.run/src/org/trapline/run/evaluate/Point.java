// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.lang.Sweeps;
import org.trapline.model.Cost;
import org.trapline.model.Platform;
import org.trapline.model.Sweep;
import org.trapline.model.SweptParameter;
import org.trapline.result.ParameterValue;

/** What the parameters of an experiment's sweeps are at one of its points. */
public final class Point {

	/** Nothing is swept. */
	public static final Point NONE = new Point(Map.of());

	private final Map<Sweep, BigDecimal> values;

	/** @param values in the order of the experiment's sweeps */
	Point(Map<Sweep, BigDecimal> values) {
		this.values = new LinkedHashMap<>(values);
	}

	/** The parameters in words. */
	List<ParameterValue> parameters() {
		return values.entrySet().stream().map(entry -> new ParameterValue(Sweeps.name(entry.getKey()), entry.getValue(), unit(entry.getKey()))).toList();
	}

	private static String unit(Sweep sweep) {
		return Sweeps.isCounted(sweep) ? "" : sweep.getUnit().getLiteral();
	}

	/** What a cost is here, in cycles; empty where it is as ever. */
	public OptionalLong cycles(Cost cost, BigDecimal hertz) {
		for (Map.Entry<Sweep, BigDecimal> each : values.entrySet()) {
			if (each.getKey().getCost() == cost) {
				return OptionalLong.of(Inheritance.cycles(each.getValue(), each.getKey().getUnit(), hertz));
			}
		}
		return OptionalLong.empty();
	}

	/** Cycles a second. */
	public BigDecimal hertz(Platform platform) {
		return value(SweptParameter.CLOCK).map(each -> Quantities.inBase(each.getValue(), each.getKey().getUnit()))
				.orElseGet(() -> Inheritance.hertz(platform));
	}

	/** Hardware threads of a core. */
	public int threads(Platform platform) {
		return count(SweptParameter.THREADS).orElse(Math.max(1, platform.getThreads()));
	}

	/** Clients of flows; empty where each has its own. */
	public OptionalInt clients() {
		return count(SweptParameter.CLIENTS);
	}

	private OptionalInt count(SweptParameter parameter) {
		return value(parameter).map(each -> OptionalInt.of(each.getValue().intValueExact())).orElse(OptionalInt.empty());
	}

	private Optional<Map.Entry<Sweep, BigDecimal>> value(SweptParameter parameter) {
		return values.entrySet().stream().filter(each -> each.getKey().getCost() == null && each.getKey().getParameter() == parameter).findFirst();
	}

	/** A key of the point, for its random numbers: the same for equal points of any study. */
	String key() {
		return parameters().stream().map(ParameterValue::toString).collect(Collectors.joining(","));
	}
}
