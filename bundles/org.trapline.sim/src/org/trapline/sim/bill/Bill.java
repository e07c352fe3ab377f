// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.trapline.sim.cost.Prices;

/**
 * The counts of a workload on a stack: how often each kind of exit happens and how often each cost term is charged. Exact, and
 * independent of prices. Immutable.
 *
 * @param levels number of levels: the hypervisors' and the guest's
 * @param exits  how often each kind of exit happens, on all vCPUs
 * @param way    the charges up to the moment when the last vCPU continues
 * @since 0.2.0
 */
public record Bill(int levels, Map<Exit, Long> exits, Way way) {

	public Bill {
		exits = Collections.unmodifiableMap(new LinkedHashMap<>(exits));
		Objects.requireNonNull(way);
	}

	/** A bill without exits: charges of software at a level. */
	public static Bill of(int levels, Counts counts) {
		return new Bill(levels, Map.of(), new Way(counts, List.of(), List.of()));
	}

	/**
	 * The exits and cycles of this bill at the given prices.
	 *
	 * @throws BillOverflowException when a number exceeds 2^63 - 1; names the parameter and the level
	 */
	public Outcome price(Prices prices) {
		return new Pricer(this).outcome(prices);
	}

	/**
	 * The exact derivatives of its cycles, not rounded, by every parameter.
	 *
	 * @param prices the point
	 */
	public Gradient gradient(Prices prices) {
		return Gradient.of(way, prices);
	}

	/**
	 * Exits by level, operation and handler, with L0's cycles for them: in the order of levels from the top, the most frequent first.
	 * Counts are those of all vCPUs, cycles those of the longer path. The bill has to be itemized.
	 *
	 * @throws BillOverflowException as {@link #price}
	 */
	public List<PricedExit> pricedExits(Prices prices) {
		Map<Exit, Long> cycles = new LinkedHashMap<>();
		Pricer.addExits(way, prices, cycles);
		List<PricedExit> priced = new ArrayList<>();
		exits.forEach((exit, count) -> priced.add(new PricedExit(exit, count, cycles.getOrDefault(exit, 0L))));
		priced.sort(Comparator.comparingInt((PricedExit each) -> -each.exit().level()).thenComparing(PricedExit::count, Comparator.reverseOrder()));
		return List.copyOf(priced);
	}

	/**
	 * Exits of a kind, priced.
	 *
	 * @param exit   the kind
	 * @param count  how many
	 * @param cycles of L0 for all of them, each from the exit to the next entry
	 */
	public record PricedExit(Exit exit, long count, long cycles) {
		public PricedExit {
			Objects.requireNonNull(exit);
		}
	}
}
