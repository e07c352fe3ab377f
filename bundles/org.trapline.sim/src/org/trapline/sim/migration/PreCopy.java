// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.migration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Live migration by pre-copy. All memory goes over the link while the virtual machine runs; then what got dirty meanwhile, again and
 * again, until the rest is small enough to go while it stands still, or the rounds are used up. Immutable.
 *
 * @param memory     bytes of the virtual machine, at least 1
 * @param dirtyRate  bytes that get dirty in a second, at least 0
 * @param workingSet the most bytes that get dirty again and again, at least 0
 * @param bandwidth  bytes that go over the link in a second, above 0
 * @param downtime   seconds that it may stand still, at least 0
 * @param mostRounds rounds after which the rest goes in any case, at least 1
 * @param devices    what assigned devices cost
 */
public record PreCopy(long memory, BigDecimal dirtyRate, long workingSet, BigDecimal bandwidth, BigDecimal downtime, int mostRounds,
		Devices devices) {

	private static final MathContext PRECISION = MathContext.DECIMAL128;

	/**
	 * What the devices that move with a virtual machine cost.
	 *
	 * @param secondsPerRound time to fetch what they made dirty
	 * @param secondsAtEnd    time to save and restore their state
	 * @param state           bytes of their state
	 */
	public record Devices(BigDecimal secondsPerRound, BigDecimal secondsAtEnd, long state) {

		/** Devices whose state is part of the virtual machine's. */
		public static final Devices NONE = new Devices(BigDecimal.ZERO, BigDecimal.ZERO, 0);

		public Devices {
			Objects.requireNonNull(secondsPerRound);
			Objects.requireNonNull(secondsAtEnd);
		}
	}

	/**
	 * A round.
	 *
	 * @param bytes   that went over the link
	 * @param seconds it took
	 */
	public record Round(long bytes, BigDecimal seconds) {
	}

	/**
	 * What a migration came to.
	 *
	 * @param rounds      while the virtual machine ran
	 * @param downtime    seconds that it stood still
	 * @param stopBytes   bytes that went over the link meanwhile
	 * @param withinLimit whether the downtime is what was aimed at
	 */
	public record Result(List<Round> rounds, BigDecimal downtime, long stopBytes, boolean withinLimit) {

		public Result {
			rounds = List.copyOf(rounds);
		}

		/** Seconds from the start to the virtual machine's going on. */
		public BigDecimal seconds() {
			return rounds.stream().map(Round::seconds).reduce(downtime, BigDecimal::add);
		}

		/** All bytes that went over the link. */
		public long bytes() {
			long sum = stopBytes;
			for (Round round : rounds) {
				sum = Math.addExact(sum, round.bytes());
			}
			return sum;
		}
	}

	public PreCopy {
		require(memory > 0, "memory of " + memory + " bytes");
		require(dirtyRate.signum() >= 0, "a dirty rate of " + dirtyRate);
		require(workingSet >= 0, "a working set of " + workingSet + " bytes");
		require(bandwidth.signum() > 0, "a bandwidth of " + bandwidth);
		require(downtime.signum() >= 0, "a downtime of " + downtime);
		require(mostRounds > 0, mostRounds + " rounds");
		Objects.requireNonNull(devices);
	}

	private static void require(boolean right, String what) {
		if (!right) {
			throw new IllegalArgumentException("no migration with " + what);
		}
	}

	/** Moves the virtual machine. */
	public Result run() {
		List<Round> rounds = new ArrayList<>();
		long left = memory;
		while (rounds.size() < mostRounds && (rounds.isEmpty() || stop(left).compareTo(downtime) > 0)) {
			BigDecimal seconds = transfer(left).add(devices.secondsPerRound());
			rounds.add(new Round(left, seconds));
			BigDecimal dirtied = dirtyRate.multiply(seconds).setScale(0, RoundingMode.CEILING);
			left = dirtied.min(BigDecimal.valueOf(Math.min(workingSet, memory))).longValueExact();
		}
		BigDecimal stop = stop(left);
		return new Result(rounds, stop, Math.addExact(left, devices.state()), stop.compareTo(downtime) <= 0);
	}

	/** Seconds that the virtual machine stands still when so many bytes are left. */
	private BigDecimal stop(long left) {
		return transfer(Math.addExact(left, devices.state())).add(devices.secondsAtEnd());
	}

	private BigDecimal transfer(long bytes) {
		return BigDecimal.valueOf(bytes).divide(bandwidth, PRECISION);
	}
}
