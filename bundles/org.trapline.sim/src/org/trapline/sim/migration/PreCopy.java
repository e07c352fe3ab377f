// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.migration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Live migration by pre-copy. All memory is copied over the link while the virtual machine runs; then pages that became dirty
 * meanwhile, round after round, until the rest is small enough to be copied while the virtual machine is stopped, or the number of
 * rounds is reached. Immutable.
 *
 * @param memory     bytes of the virtual machine, at least 1
 * @param dirtyRate  bytes per second that become dirty, at least 0
 * @param workingSet upper bound of the dirty bytes of a round, at least 0
 * @param bandwidth  bytes per second over the link, above 0
 * @param downtime   seconds that it may be stopped, at least 0
 * @param mostRounds rounds after which it is stopped in any case, at least 1
 * @param devices    costs of assigned devices
 */
public record PreCopy(long memory, BigDecimal dirtyRate, long workingSet, BigDecimal bandwidth, BigDecimal downtime, int mostRounds,
		Devices devices) {

	private static final MathContext PRECISION = MathContext.DECIMAL128;

	/**
	 * Costs of the devices that migrate with a virtual machine.
	 *
	 * @param secondsPerRound time to fetch the pages that they made dirty
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
	 * The results of a migration.
	 *
	 * @param rounds      while the virtual machine ran
	 * @param downtime    seconds that it was stopped
	 * @param stopBytes   bytes that were copied meanwhile
	 * @param withinLimit whether the downtime is within its limit
	 */
	public record Result(List<Round> rounds, BigDecimal downtime, long stopBytes, boolean withinLimit) {

		public Result {
			rounds = List.copyOf(rounds);
		}

		/** Seconds from the start until the virtual machine runs on the target. */
		public BigDecimal seconds() {
			return rounds.stream().map(Round::seconds).reduce(downtime, BigDecimal::add);
		}

		/** All bytes that were copied over the link. */
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

	/** Simulates the migration. */
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

	/** Seconds that the virtual machine is stopped when this many bytes are left. */
	private BigDecimal stop(long left) {
		return transfer(Math.addExact(left, devices.state())).add(devices.secondsAtEnd());
	}

	private BigDecimal transfer(long bytes) {
		return BigDecimal.valueOf(bytes).divide(bandwidth, PRECISION);
	}
}
