// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

/**
 * The time average of a value, such as the length of a queue, or 1 while a core is busy. Setting it does not allocate.
 *
 * @since 0.2.0
 */
public final class TimeAverage {

	private double value;
	private double max;
	/** The integral of the value over time, up to the last change. */
	private double integral;
	private long start;
	private long changed;

	/** From time 0 on, with the value 0. */
	public TimeAverage() {
		// As the fields are.
	}

	/**
	 * The value changes.
	 *
	 * @param time picoseconds; not before the last change
	 */
	public void set(double newValue, long time) {
		advance(time);
		value = newValue;
		max = Math.max(max, newValue);
	}

	/** The value changes by a difference, as a queue's length by 1; see {@link #set}. */
	public void add(double change, long time) {
		set(value + change, time);
	}

	private void advance(long time) {
		if (time < changed) {
			throw new IllegalArgumentException("a change at " + time + " ps after one at " + changed + " ps");
		}
		integral += value * (time - changed);
		changed = time;
	}

	/** Forgets what was before that time, as at the end of warm-up. The value stays. */
	public void reset(long time) {
		advance(time);
		integral = 0;
		start = time;
		max = value;
	}

	/** The value now. */
	public double value() {
		return value;
	}

	/** The greatest value. */
	public double max() {
		return max;
	}

	/** The average up to that time, which is not before the last change; NaN where no time has gone by. */
	public double mean(long time) {
		if (time < changed) {
			throw new IllegalArgumentException("the average up to " + time + " ps after a change at " + changed + " ps");
		}
		return (integral + value * (time - changed)) / (time - start);
	}
}
