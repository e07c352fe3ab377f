// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each charge was made: exact counts, in the order in which the charges were first made. Immutable.
 *
 * @since 0.2.0
 */
public final class Counts {

	/** No charge. */
	public static final Counts NONE = new Counts(List.of(), new long[0]);

	private final List<Charge> charges;
	private final long[] times;

	private Counts(List<Charge> charges, long[] times) {
		this.charges = charges;
		this.times = times;
	}

	/** The charges, each once. */
	public List<Charge> charges() {
		return charges;
	}

	/** How many charges there are. */
	public int size() {
		return times.length;
	}

	/** How often the charge of that index was made. */
	public long times(int index) {
		return times[index];
	}

	/** How often a charge was made; 0 where it was not. */
	public long times(Charge charge) {
		int index = charges.indexOf(charge);
		return index < 0 ? 0 : times[index];
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Counts that && asMap().equals(that.asMap());
	}

	@Override
	public int hashCode() {
		return asMap().hashCode();
	}

	private Map<Charge, Long> asMap() {
		Map<Charge, Long> map = new LinkedHashMap<>();
		for (int i = 0; i < times.length; i++) {
			map.put(charges.get(i), times[i]);
		}
		return map;
	}

	@Override
	public String toString() {
		return asMap().toString();
	}

	/** Adds up charges. Overflow is a {@link BillOverflowException} that names the charge, never a wrong number. */
	public static final class Builder {

		private final Map<Charge, long[]> times = new LinkedHashMap<>();

		/** Adds a charge a number of times, at least 0. */
		public void add(Charge charge, long more) {
			long[] sum = times.computeIfAbsent(charge, each -> new long[1]);
			sum[0] = BillOverflowException.sum(sum[0], more, charge);
		}

		/** Adds all charges a number of times. */
		public void add(Counts counts, long more) {
			for (int i = 0; i < counts.times.length; i++) {
				Charge charge = counts.charges.get(i);
				add(charge, BillOverflowException.product(counts.times[i], more, charge));
			}
		}

		/** The counts so far. */
		public Counts build() {
			List<Charge> charges = new ArrayList<>(times.keySet());
			long[] values = new long[charges.size()];
			int i = 0;
			for (long[] each : times.values()) {
				values[i++] = each[0];
			}
			return new Counts(List.copyOf(charges), values);
		}
	}
}
