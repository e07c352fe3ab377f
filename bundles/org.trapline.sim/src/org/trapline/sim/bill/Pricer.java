// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;

/**
 * Prices one bill at many points. A point is an array with the cycles of each of {@link #terms()}; pricing it is a sum of products, without
 * allocation.
 *
 * @since 0.2.0
 */
public final class Pricer {

	private static final int CAUSES = Cause.values().length;

	/** A path with the indices of its terms. Read for every point, hence arrays. */
	private static final class Priced {
		final Counts counts;
		final int[] terms;
		final long[] times;
		final Priced[] delivered;
		final Priced[] sender;

		Priced(Way way, Map<CostTerm, Integer> indices) {
			counts = way.counts();
			terms = new int[counts.size()];
			times = new long[counts.size()];
			for (int i = 0; i < times.length; i++) {
				terms[i] = indices.get(counts.charges().get(i).term());
				times[i] = counts.times(i);
			}
			delivered = way.overlaps().stream().map(each -> new Priced(each.delivered(), indices)).toArray(Priced[]::new);
			sender = way.overlaps().stream().map(each -> new Priced(each.sender(), indices)).toArray(Priced[]::new);
		}

		long cycles(long[] prices) {
			long sum = 0;
			for (int i = 0; i < times.length; i++) {
				long a = times[i];
				long b = prices[terms[i]];
				long product = a * b;
				long more = sum + product;
				// Both are at least 0: overflow of a product or a sum shows in the high part or the sign.
				if (Math.multiplyHigh(a, b) != 0 || (product | more) < 0) {
					throw BillOverflowException.at(counts.charges().get(i));
				}
				sum = more;
			}
			for (int i = 0; i < delivered.length; i++) {
				sum = Math.addExact(sum, Math.max(delivered[i].cycles(prices), sender[i].cycles(prices)));
			}
			return sum;
		}

		void add(long[] prices, Outcome.Builder sum) {
			for (int i = 0; i < times.length; i++) {
				Charge charge = counts.charges().get(i);
				sum.charge(charge, BillOverflowException.product(times[i], prices[terms[i]], charge));
			}
			for (int i = 0; i < delivered.length; i++) {
				(delivered[i].cycles(prices) >= sender[i].cycles(prices) ? delivered[i] : sender[i]).add(prices, sum);
			}
		}
	}

	private final Bill bill;
	private final List<CostTerm> terms;
	private final Priced way;

	/** @param bill the bill to price */
	public Pricer(Bill bill) {
		this.bill = bill;
		Map<CostTerm, Integer> indices = new LinkedHashMap<>();
		number(bill.way(), indices);
		this.way = new Priced(bill.way(), indices);
		this.terms = List.copyOf(indices.keySet());
	}

	private static void number(Way way, Map<CostTerm, Integer> indices) {
		for (Charge charge : way.counts().charges()) {
			indices.putIfAbsent(charge.term(), indices.size());
		}
		for (Overlap overlap : way.overlaps()) {
			number(overlap.delivered(), indices);
			number(overlap.sender(), indices);
		}
	}

	/** The terms that the bill charges, each once: the order of a point's cycles. */
	public List<CostTerm> terms() {
		return terms;
	}

	/** A point: the cycles of each term. */
	public long[] point(Prices prices) {
		long[] cycles = new long[terms.size()];
		for (int i = 0; i < cycles.length; i++) {
			cycles[i] = prices.cycles(terms.get(i));
		}
		return cycles;
	}

	/**
	 * All cycles at a point.
	 *
	 * @param point the cycles of each of {@link #terms()}, at least 0
	 * @throws ArithmeticException when they exceed 2^63 - 1
	 */
	public long cycles(long[] point) {
		return way.cycles(point);
	}

	/**
	 * Exits by level, and cycles by level and cause at a point.
	 *
	 * @throws ArithmeticException when a number exceeds 2^63 - 1
	 */
	public Outcome outcome(long[] point) {
		// A total that does not fit is an error, though its parts fit.
		way.cycles(point);
		Outcome.Builder sum = new Outcome.Builder(bill.levels());
		bill.exits().forEach((exit, count) -> sum.traps(exit.level(), count));
		way.add(point, sum);
		return sum.build();
	}

	/** The same at prices. */
	public Outcome outcome(Prices prices) {
		return outcome(point(prices));
	}

	/** Adds L0's cycles for each kind of exit on the path; of overlaps, those of the longer path. */
	static void addExits(Way way, Prices prices, Map<Exit, Long> sum) {
		for (ExitCharges each : way.exits()) {
			for (int i = 0; i < each.counts().size(); i++) {
				Charge charge = each.counts().charges().get(i);
				long cycles = BillOverflowException.product(each.counts().times(i), prices.cycles(charge.term()), charge);
				sum.merge(each.exit(), cycles, (one, other) -> BillOverflowException.sum(one, other, charge));
			}
		}
		for (Overlap overlap : way.overlaps()) {
			addExits(longer(overlap, prices), prices, sum);
		}
	}

	private static Way longer(Overlap overlap, Prices prices) {
		return cycles(overlap.delivered(), prices) >= cycles(overlap.sender(), prices) ? overlap.delivered() : overlap.sender();
	}

	private static long cycles(Way way, Prices prices) {
		Pricer pricer = new Pricer(new Bill(0, Map.of(), way));
		return pricer.cycles(pricer.point(prices));
	}
}
