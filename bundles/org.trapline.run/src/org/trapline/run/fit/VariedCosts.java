// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.trapline.lang.Inheritance;
import org.trapline.model.Cause;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Element;
import org.trapline.run.InvalidStudyException;

/** Reads what a fit is to vary: costs by their names, with bounds, and factors of another machine's costs. */
final class VariedCosts {

	/** The factors of a machine by another, by what costs are charged to. */
	private static final Map<String, List<Cause>> FACTORS = new LinkedHashMap<>();
	static {
		FACTORS.put("transition", List.of(Cause.TRANSITION));
		FACTORS.put("access", List.of(Cause.SWITCHING, Cause.STATE, Cause.MEMORY));
		FACTORS.put("kernel", List.of(Cause.HANDLING, Cause.EMULATION, Cause.FORWARDING));
	}

	private static final Pattern BOUNDED = Pattern.compile("([^=]+)(?:=(.*?)\\.\\.(.*))?");

	private final FitStudy study;
	private final CostTable table;
	private final boolean scaled;

	/**
	 * @param table  what costs are before
	 * @param scaled whether factors may be varied
	 */
	VariedCosts(FitStudy study, CostTable table, boolean scaled) {
		this.study = study;
		this.table = table;
		this.scaled = scaled;
	}

	/** What is varied. */
	List<Varied> of(List<String> wanted) throws InvalidStudyException {
		if (wanted.isEmpty() && !scaled) {
			throw study.problem("nothing to vary: name the costs to fit, as --vary run_loop");
		}
		Map<String, double[]> bounds = new LinkedHashMap<>();
		for (String each : wanted.isEmpty() ? List.copyOf(FACTORS.keySet()) : wanted) {
			Matcher matcher = BOUNDED.matcher(each);
			if (!matcher.matches()) {
				throw study.problem("'" + each + "' is no cost to vary: write NAME, or NAME=LOW..HIGH");
			}
			double low = matcher.group(2) == null ? 0 : number(each, matcher.group(2), 0);
			double high = matcher.group(2) == null ? Double.POSITIVE_INFINITY : number(each, matcher.group(3), Double.POSITIVE_INFINITY);
			if (low < 0 || low >= high) {
				throw study.problem("the bounds of '" + matcher.group(1) + "' contradict each other: from " + text(low) + " to " + text(high)
						+ (low < 0 ? "; a cost is at least 0" : "; the lower one has to be the smaller one"));
			}
			if (bounds.put(matcher.group(1), new double[] { low, high }) != null) {
				throw study.problem("'" + matcher.group(1) + "' is varied twice: leave one out");
			}
		}
		return varied(bounds);
	}

	private static String text(double bound) {
		return Double.isInfinite(bound) ? "infinity" : BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
	}

	private double number(String spec, String text, double missing) throws InvalidStudyException {
		if (text.isBlank()) {
			return missing;
		}
		try {
			return new BigDecimal(text.strip()).doubleValue();
		} catch (NumberFormatException e) {
			throw study.problem("a bound in '" + spec + "' is '" + text + "', and has to be a number: write NAME=LOW..HIGH");
		}
	}

	private List<Varied> varied(Map<String, double[]> bounds) throws InvalidStudyException {
		List<Varied> single = new ArrayList<>();
		for (Map.Entry<String, double[]> each : bounds.entrySet()) {
			if (!(scaled && FACTORS.containsKey(each.getKey()))) {
				single.add(single(each.getKey(), each.getValue()));
			}
		}
		List<Varied> all = new ArrayList<>();
		for (Map.Entry<String, double[]> each : bounds.entrySet()) {
			if (scaled && FACTORS.containsKey(each.getKey())) {
				all.add(factor(each.getKey(), each.getValue(), single));
			} else {
				all.add(single.removeFirst());
				single.add(all.getLast());
			}
		}
		return all;
	}

	private Varied single(String name, double[] bounds) throws InvalidStudyException {
		List<Cost> named = study.elements(Cost.class).filter(cost -> name.equals(cost.getName()) || name.equals(FitStudy.fullName(cost))).toList();
		if (named.isEmpty()) {
			List<String> known = study.elements(Cost.class).map(Element::getName).collect(Collectors.toCollection(ArrayList::new));
			if (scaled) {
				known.addAll(FACTORS.keySet());
			}
			throw study.problem("there is no cost '" + name + "' in the file or its imports" + org.trapline.lang.NearestName.of(name, known).map(near -> ": did you mean '" + near + "'?").orElse(""));
		}
		if (named.size() > 1) {
			throw study.problem("several costs have the name '" + name + "': say which, " + named.stream().map(FitStudy::fullName).collect(Collectors.joining(" or ")));
		}
		Cost cost = named.getFirst();
		CostValue value = value(cost).orElseThrow(() -> study.problem("cost '" + name + "' has no value in the cost table '" + table.getName() + "': nothing depends on it there"));
		double start = value.getAmount().doubleValue();
		return new Varied(study.name(Cost.class, cost), value.getUnit().getLiteral(), Math.clamp(start, bounds[0], bounds[1]), bounds[0], bounds[1],
				List.of(new Varied.Share(cost, FitStudy.fullName(cost), value, 1)));
	}

	/** Of what the machine's table says; what a cost is by default is not that machine's. */
	private Varied factor(String name, double[] bounds, List<Varied> single) {
		List<Varied.Share> shares = study.elements(Cost.class).filter(cost -> FACTORS.get(name).contains(cost.getCause()))
				.filter(cost -> single.stream().noneMatch(each -> each.shares().getFirst().cost() == cost))
				.flatMap(cost -> value(cost).filter(value -> value.eContainer() instanceof CostSetting).map(value -> new Varied.Share(cost, FitStudy.fullName(cost), value, value.getAmount().doubleValue())).stream()).toList();
		return new Varied(name, "", Math.clamp(1, bounds[0], bounds[1]), bounds[0], bounds[1], shares);
	}

	private Optional<CostValue> value(Cost cost) {
		return Inheritance.value(cost, table);
	}
}
