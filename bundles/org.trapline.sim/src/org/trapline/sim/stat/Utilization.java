// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

import org.trapline.sim.cost.Cause;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.event.Time;

/**
 * The utilization of a CPU by level and cause: cycles are added up exactly, like those of an {@link Outcome}, and divided by the
 * elapsed time. Charging does not allocate.
 *
 * @since 0.2.0
 */
public final class Utilization {

	private final Outcome.Builder sum;
	private final Time.Clock clock;
	private long start;

	/**
	 * From time 0 on, with nothing spent.
	 *
	 * @param levels how many there are, L0 included
	 * @param clock  the CPU's
	 */
	public Utilization(int levels, Time.Clock clock) {
		this.sum = new Outcome.Builder(levels);
		this.clock = clock;
	}

	/**
	 * The traps and cycles of an operation of the trap machine are spent.
	 *
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public void charge(Outcome outcome) {
		sum.add(outcome);
	}

	/**
	 * Cycles are spent.
	 *
	 * @param cycles at least 0
	 * @throws ArithmeticException when the count exceeds 2^63 - 1
	 */
	public void charge(int level, Cause cause, long cycles) {
		sum.charge(level, cause, cycles);
	}

	/** Forgets what was spent before that time, as at the end of warm-up. */
	public void reset(long time) {
		sum.reset();
		start = time;
	}

	/** All that was spent. */
	public Outcome spent() {
		return sum.build();
	}

	/** The part of the time up to the given one that was spent; NaN where no time has gone by. */
	public double share(long time) {
		return share(spent().cycles(), time);
	}

	/** The part of the time that was spent at a level; see {@link #share(long)}. */
	public double share(int level, long time) {
		return share(spent().cycles(level), time);
	}

	/** The part of the time that was spent at a level for a cause; see {@link #share(long)}. */
	public double share(int level, Cause cause, long time) {
		return share(spent().cycles(level, cause), time);
	}

	private double share(long cycles, long time) {
		return (double) clock.picoseconds(cycles) / (time - start);
	}
}
