// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The controls of the CPU that each hypervisor of a stack sees; this is the only place that decides them. L0 sees the machine's,
 * with those that mechanisms add; every other hypervisor sees those that the one below passes on from its own CPU, with those that
 * it and its mechanisms offer.
 *
 * <p>
 * The type of controls is a parameter: the engine's controls during a run, a model's controls during validation.
 *
 * @since 0.2.0
 */
public final class CpuViews {

	/**
	 * A mechanism of a stack.
	 *
	 * @param hardware controls that it adds to the machine
	 * @param offers   controls that each hypervisor with it offers its guests
	 * @param without  the levels that do not use it: they do not have its controls, and no level above them has the mechanism
	 */
	public record Mechanism<C>(Set<C> hardware, Set<C> offers, Set<Integer> without) {

		public Mechanism {
			hardware = Set.copyOf(hardware);
			offers = Set.copyOf(offers);
			without = Set.copyOf(without);
		}
	}

	/**
	 * A hypervisor of a stack.
	 *
	 * @param hides  controls that it hides from its guests
	 * @param offers controls that it offers its guests, whether its own CPU has them or not
	 */
	public record Level<C>(Set<C> hides, Set<C> offers) {

		public Level {
			hides = Set.copyOf(hides);
			offers = Set.copyOf(offers);
		}
	}

	private CpuViews() {
	}

	/**
	 * Whether all hypervisors up to a level pass a mechanism on: only then does the software above that level have it.
	 *
	 * @param without the levels that do not use the mechanism
	 */
	public static boolean reaches(Set<Integer> without, int level) {
		return without.stream().noneMatch(left -> left <= level);
	}

	/**
	 * The controls of the CPU that each hypervisor sees.
	 *
	 * @param machine    those of the machine's CPU
	 * @param mechanisms in any order
	 * @param levels     L0 first
	 * @return L0's first; as many as there are levels
	 */
	public static <C> List<Set<C>> of(Set<C> machine, List<Mechanism<C>> mechanisms, List<Level<C>> levels) {
		Set<C> seen = new HashSet<>(machine);
		for (Mechanism<C> mechanism : mechanisms) {
			if (reaches(mechanism.without(), 0)) {
				seen.addAll(mechanism.hardware());
			}
		}
		List<Set<C>> byLevel = new ArrayList<>();
		for (int level = 0; level < levels.size(); level++) {
			for (Mechanism<C> mechanism : mechanisms) {
				if (mechanism.without().contains(level)) {
					seen.removeAll(mechanism.offers());
				}
			}
			byLevel.add(Set.copyOf(seen));
			for (Mechanism<C> mechanism : mechanisms) {
				if (reaches(mechanism.without(), level)) {
					seen.addAll(mechanism.offers());
				}
			}
			seen.removeAll(levels.get(level).hides());
			seen.addAll(levels.get(level).offers());
		}
		return List.copyOf(byLevel);
	}
}
