// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.trapline.lang.Inheritance;
import org.trapline.lang.NamedCosts;
import org.trapline.model.Cost;
import org.trapline.model.CostTable;
import org.trapline.model.Cpu;
import org.trapline.model.Platform;
import org.trapline.sim.spi.CpuModelFactory;

import jakarta.inject.Inject;

/** The costs that the plug-in of a CPU takes by their names: the CPU cannot be made on a platform that gives one of them no value, or two. */
public final class RequiredCosts {

	/**
	 * A name that cannot be used.
	 *
	 * @param message   what is wrong, and the way out
	 * @param ambiguous whether several costs have it; else none has a value
	 */
	public record Problem(String message, boolean ambiguous) {
	}

	@Inject
	private Factories factories;

	@Inject
	private NamedCosts namedCosts;

	/** What is wrong with a CPU on a platform; empty where something of it is not known, which is reported where it is named. */
	public List<Problem> problems(Cpu cpu, Platform platform) {
		if (cpu == null || platform.getCosts() == null || unknown(cpu, Cpu::getSuperCpu) || unknown(platform.getCosts(), CostTable::getSuperTable)) {
			return List.of();
		}
		Set<String> names = new TreeSet<>(factories.of(cpu).map(CpuModelFactory::requiredCosts).orElse(Set.of()));
		List<Problem> problems = new ArrayList<>();
		List<Cost> costs = names.isEmpty() ? List.of() : namedCosts.inSight(platform);
		for (String name : names) {
			List<Cost> named = costs.stream().filter(cost -> name.equals(cost.getName())).toList();
			List<Cost> valued = named.stream().filter(cost -> Inheritance.value(cost, platform.getCosts()).isPresent()).toList();
			String takes = "cpu '" + cpu.getName() + "' takes the cost '" + name + "' by its name, and ";
			if (valued.isEmpty()) {
				problems.add(new Problem(takes + "cost table '" + platform.getCosts().getName() + "' gives it no value: add '" + name + " = … cycles …' there"
						+ (named.isEmpty() ? ", and define it: 'cost " + name + " : transition'" : ""), false));
			} else if (valued.size() > 1) {
				problems.add(new Problem(takes + valued.size() + " costs of that name have a value: "
						+ valued.stream().map(namedCosts::place).sorted().collect(Collectors.joining(" and "))
						+ "; give one of them another name, or take the value of one away", true));
			}
		}
		return problems;
	}

	/** Whether something that an element extends is not known. */
	private static <T extends EObject> boolean unknown(T element, UnaryOperator<T> parent) {
		Set<T> seen = new HashSet<>();
		T each = element;
		while (each != null && !each.eIsProxy() && seen.add(each)) {
			each = parent.apply(each);
		}
		return each != null;
	}
}
