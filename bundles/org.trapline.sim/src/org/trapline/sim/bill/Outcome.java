// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.Arrays;
import java.util.stream.LongStream;

import org.trapline.sim.cost.Cause;

/**
 * A priced bill: exact counts of exits by level, and of cycles by level and cause. Immutable.
 *
 * @since 0.2.0
 */
public final class Outcome {

	private static final int CAUSES = Cause.values().length;

	private final long[] trapsByLevel;
	private final long[] cyclesByLevelAndCause;

	private Outcome(long[] trapsByLevel, long[] cyclesByLevelAndCause) {
		this.trapsByLevel = trapsByLevel;
		this.cyclesByLevelAndCause = cyclesByLevelAndCause;
	}

	/** Number of levels counted: the hypervisors' and the guest's. */
	public int levels() {
		return trapsByLevel.length;
	}

	/** Traps to L0, from all levels. */
	public long traps() {
		return sum(trapsByLevel, 0, trapsByLevel.length);
	}

	/** Traps to L0 by software of a level; 0 for level 0, which cannot trap. */
	public long traps(int level) {
		return trapsByLevel[level];
	}

	/** All cycles: the sum over levels and causes. */
	public long cycles() {
		return sum(cyclesByLevelAndCause, 0, cyclesByLevelAndCause.length);
	}

	/** Cycles charged to a level. A trap's hardware transition is charged to L0. */
	public long cycles(int level) {
		return sum(cyclesByLevelAndCause, level * CAUSES, (level + 1) * CAUSES);
	}

	/** Cycles charged to a level for a cause. */
	public long cycles(int level, Cause cause) {
		return cyclesByLevelAndCause[level * CAUSES + cause.ordinal()];
	}

	private static long sum(long[] values, int from, int to) {
		long sum = 0;
		for (int i = from; i < to; i++) {
			sum = Math.addExact(sum, values[i]);
		}
		return sum;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Outcome that && Arrays.equals(trapsByLevel, that.trapsByLevel)
				&& Arrays.equals(cyclesByLevelAndCause, that.cyclesByLevelAndCause);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(trapsByLevel) + Arrays.hashCode(cyclesByLevelAndCause);
	}

	@Override
	public String toString() {
		return traps() + " traps, " + cycles() + " cycles";
	}

	/** Adds up outcomes that happened many times; overflow of a count is an {@link ArithmeticException}. */
	public static final class Sum {

		private final long[] traps;
		private final long[] cycles;

		/** @param levels of the outcomes */
		public Sum(int levels) {
			traps = new long[levels];
			cycles = new long[levels * CAUSES];
		}

		/** Adds an outcome a number of times. */
		public void add(Outcome each, long times) {
			for (int i = 0; i < traps.length; i++) {
				traps[i] = Math.addExact(traps[i], Math.multiplyExact(each.trapsByLevel[i], times));
			}
			for (int i = 0; i < cycles.length; i++) {
				cycles[i] = Math.addExact(cycles[i], Math.multiplyExact(each.cyclesByLevelAndCause[i], times));
			}
		}

		/** The sum so far. */
		public Outcome outcome() {
			return new Outcome(traps.clone(), cycles.clone());
		}

		/** The sum divided by a number, each count rounded to the nearest whole number. */
		public Outcome mean(long count) {
			return new Outcome(LongStream.of(traps).map(each -> Math.round(each / (double) count)).toArray(),
					LongStream.of(cycles).map(each -> Math.round(each / (double) count)).toArray());
		}
	}

	/** Adds up an outcome; overflow of a count is an {@link ArithmeticException}, never a wrong number. */
	public static final class Builder {

		private final long[] traps;
		private final long[] cycles;

		/**
		 * With all counts 0.
		 *
		 * @param levels number of levels: the hypervisors' and the guest's
		 */
		public Builder(int levels) {
			traps = new long[levels];
			cycles = new long[levels * CAUSES];
		}

		/** Counts exits of a level. */
		public void traps(int level, long more) {
			traps[level] = Math.addExact(traps[level], more);
		}

		/** Charges cycles, at least 0, to a level for a term; an overflow names both. */
		public void charge(Charge charge, long more) {
			int index = charge.level() * CAUSES + charge.term().cause().ordinal();
			cycles[index] = BillOverflowException.sum(cycles[index], more, charge);
		}

		/** Charges cycles, at least 0, to a level for a cause. */
		public void charge(int level, Cause cause, long more) {
			int index = level * CAUSES + cause.ordinal();
			cycles[index] = Math.addExact(cycles[index], more);
		}

		/** Adds the traps and cycles of an outcome with the same number of levels. */
		public void add(Outcome part) {
			if (part.levels() != traps.length) {
				throw new IllegalArgumentException("an outcome of " + part.levels() + " levels is added to one of " + traps.length);
			}
			addTraps(part);
			addCycles(part);
		}

		/** Adds the traps of an outcome with the same number of levels. */
		public void addTraps(Outcome part) {
			for (int i = 0; i < traps.length; i++) {
				traps[i] = Math.addExact(traps[i], part.trapsByLevel[i]);
			}
		}

		/** Adds the cycles of an outcome with the same number of levels. */
		public void addCycles(Outcome part) {
			for (int i = 0; i < cycles.length; i++) {
				cycles[i] = Math.addExact(cycles[i], part.cyclesByLevelAndCause[i]);
			}
		}

		/** Resets all counts to 0. */
		public void reset() {
			Arrays.fill(traps, 0);
			Arrays.fill(cycles, 0);
		}

		/** The counts so far. */
		public Outcome build() {
			return new Outcome(traps.clone(), cycles.clone());
		}
	}
}
