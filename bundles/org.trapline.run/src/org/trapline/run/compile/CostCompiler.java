// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.trapline.lang.Inheritance;
import org.trapline.lang.NamedCosts;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Platform;
import org.trapline.model.WaitKind;
import org.trapline.run.point.Point;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Amount;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.cost.ScaleParameter;

/**
 * Turns the costs of a model into parameters of the engine, one object for each element, and gives their prices on the stack's
 * platform at a point. Not thread-safe.
 */
final class CostCompiler {

	private final Platform platform;
	private final NamedCosts named;
	private final CostTable table;
	private final Map<org.trapline.model.Cost, CostParameter> costs = new IdentityHashMap<>();
	private final Map<WaitKind, ScaleParameter> slowdowns = new HashMap<>();

	CostCompiler(Platform platform, NamedCosts named) {
		this.platform = platform;
		this.named = named;
		this.table = platform.getCosts();
	}

	/**
	 * A cost parameter.
	 *
	 * @throws SimulationException when the platform gives it no value
	 */
	CostParameter cost(org.trapline.model.Cost cost) {
		return costs.computeIfAbsent(cost, c -> {
			value(c);
			return new CostParameter(c.getName(), cause(c.getCause()));
		});
	}

	private CostValue value(org.trapline.model.Cost cost) {
		return Inheritance.value(cost, table).orElseThrow(
				() -> new SimulationException("platform '" + platform.getName() + "' gives no value to cost '" + cost.getName() + "'"));
	}

	/** The slowdown of work while the sibling thread waits in a given way. */
	ScaleParameter slowdown(WaitKind wait) {
		return slowdowns.computeIfAbsent(wait, each -> new ScaleParameter(each.getLiteral()));
	}

	/**
	 * Costs by their names.
	 *
	 * @param costs     those with unique names
	 * @param ambiguous the full names of those that share a name
	 */
	record ByName(Map<String, CostTerm> costs, Map<String, List<String>> ambiguous) {
	}

	/** All costs that are visible from the platform and have a value. */
	ByName byName() {
		Map<String, List<org.trapline.model.Cost>> found = new LinkedHashMap<>();
		for (org.trapline.model.Cost cost : named.inSight(platform)) {
			if (Inheritance.value(cost, table).isPresent()) {
				found.computeIfAbsent(cost.getName(), name -> new ArrayList<>()).add(cost);
			}
		}
		Map<String, CostTerm> single = new HashMap<>();
		Map<String, List<String>> ambiguous = new HashMap<>();
		found.forEach((name, elements) -> {
			if (elements.size() == 1) {
				single.put(name, cost(elements.getFirst()));
			} else {
				ambiguous.put(name, elements.stream().map(named::place).sorted().toList());
			}
		});
		return new ByName(single, ambiguous);
	}

	/** The prices of the parameters compiled so far, at a point. */
	Prices prices(Point point) {
		Map<CostParameter, Amount> amounts = new IdentityHashMap<>();
		costs.forEach((cost, parameter) -> amounts.put(parameter, point.amount(cost).orElseGet(() -> {
			CostValue value = value(cost);
			return Inheritance.amount(value.getAmount(), value.getUnit());
		})));
		Map<ScaleParameter, BigDecimal> percent = new IdentityHashMap<>();
		slowdowns.forEach((wait, parameter) -> percent.put(parameter, Inheritance.slowdown(platform, wait)
				.orElseThrow(() -> new SimulationException("platform '" + platform.getName() + "' does not say how much work slows down while the sibling thread is in "
						+ wait.getLiteral()))
				.getAmount()));
		return new Prices(amounts, percent, point.hertz(platform));
	}

	/** The parameter of a cost; empty where nothing compiled so far uses it. */
	Optional<CostParameter> known(org.trapline.model.Cost cost) {
		return Optional.ofNullable(costs.get(cost));
	}

	/** Adds the origins of the parameters: the values in force. */
	void origins(Map<Object, EObject> elements) {
		costs.forEach((element, cost) -> elements.put(cost, Inheritance.value(element, table).map(EObject.class::cast).orElse(element)));
	}

	private static Cause cause(org.trapline.model.Cause cause) {
		return switch (cause) {
		case TRANSITION -> Cause.TRANSITION;
		case SWITCHING -> Cause.SWITCHING;
		case EMULATION -> Cause.EMULATION;
		case HANDLING -> Cause.HANDLING;
		case FORWARDING -> Cause.FORWARDING;
		case STATE -> Cause.STATE;
		case MEMORY -> Cause.MEMORY;
		};
	}
}
