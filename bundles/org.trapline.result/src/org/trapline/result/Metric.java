// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row of a result measures. Two metrics of one id are the same: results that another version wrote may have metrics that this
 * one does not know, and are shown all the same.
 *
 * @param id          the word used in the language, in JSON and in CSV
 * @param unit        the unit of every value of this metric
 * @param count       whether values are counts: exact, and never between two whole numbers
 * @param title       for people, with the unit: the label of an axis
 * @param description one sentence, for editors and the page of the language; empty where no more is known than an id
 * @since 0.2.0
 */
public record Metric(String id, String unit, boolean count, String title, String description) {

	/** Traps to L0 caused by one operation: an exact count. */
	public static final Metric TRAPS = new Metric("traps", "traps", true, "Traps to L0 per operation",
			"Traps to L0 by one operation.");
	/** Exits of one operation, or on average of one request, for one reason: the {@link ExitDetail} of a row says which. */
	public static final Metric EXITS = new Metric("exits", "exits", false, "Exits per operation",
			"Exits of one operation, or on average of one request, by level and exit reason: how often, and the cycles that they take.");
	/** Processor cycles of one operation: an exact count. */
	public static final Metric CYCLES = new Metric("cycles", "cycles", true, "Cycles per operation",
			"Processor cycles of one operation.");
	/** Time of one operation at the platform's clock, or of a migration from its start to its end, in nanoseconds. */
	public static final Metric TIME = new Metric("time", "ns", false, "Time (ns)",
			"Time of one operation, or of a migration from its start to its end.");
	/** How long a virtual machine is stopped while it migrates, in milliseconds. */
	public static final Metric DOWNTIME = new Metric("downtime", "ms", false, "Downtime (ms)",
			"How long a virtual machine is stopped while it migrates.");
	/** Rounds of copying memory: an exact count. */
	public static final Metric ROUNDS = new Metric("rounds", "rounds", true, "Rounds of copying memory",
			"Rounds of copying memory.");
	/** Bytes that went over the link: an exact count. */
	public static final Metric TRANSFERRED = new Metric("transferred", "B", true, "Bytes over the link",
			"Bytes that were sent over the link.");
	/** How many times faster than on the baseline stack. */
	public static final Metric SPEEDUP = new Metric("speedup", "x", false, "Speedup",
			"How many times faster than on the baseline stack.");
	/** How many times slower than on the baseline stack. */
	public static final Metric OVERHEAD = new Metric("overhead", "x", false, "Overhead (times the baseline)",
			"How many times slower than on the baseline stack.");
	/** Time from a request to its response, in microseconds. */
	public static final Metric LATENCY = new Metric("latency", "us", false, "Latency (us)",
			"Time from a request to its response.");
	/** Completed requests per second. */
	public static final Metric THROUGHPUT = new Metric("throughput", "/s", false, "Requests per second",
			"Completed requests per second.");
	/** Throughput of data, in megabits per second. */
	public static final Metric BANDWIDTH = new Metric("bandwidth", "Mb/s", false, "Bandwidth (Mb/s)",
			"Throughput of data.");
	/** Share of the time that the hardware thread of the vCPU is busy, in percent. */
	public static final Metric UTILIZATION = new Metric("utilization", "%", false, "Utilization of the vCPU's thread (%)",
			"Share of the time that the hardware thread of the vCPU is busy.");
	private static final List<Metric> KNOWN = List.of(TRAPS, CYCLES, TIME, DOWNTIME, ROUNDS, TRANSFERRED, SPEEDUP, OVERHEAD, LATENCY, THROUGHPUT,
			BANDWIDTH, UTILIZATION, EXITS);
	/** What requests of clients come to, whose demands are random. */
	private static final Set<String> RANDOM = Set.of(LATENCY.id, THROUGHPUT.id, BANDWIDTH.id, UTILIZATION.id);
	/** {@code latency.p99.9} is the 99.9th percentile of {@code latency}. */
	private static final Pattern PERCENTILE = Pattern.compile("(.+)\\.p(\\d+(?:\\.\\d+)?)");

	public Metric {
		Objects.requireNonNull(id);
		Objects.requireNonNull(unit);
		Objects.requireNonNull(title);
		Objects.requireNonNull(description);
	}

	/** A metric that needs no description. */
	public Metric(String id, String unit, boolean count, String title) {
		this(id, unit, count, title, "");
	}

	/** The metrics of this version, in the order in which people see them; percentiles of them are not listed. */
	public static List<Metric> known() {
		return KNOWN;
	}

	/** The metric of an id, as it is read from a file: the known one, a percentile, or one of which no more is known than this. */
	public static Metric of(String id, String unit) {
		for (Metric known : KNOWN) {
			if (known.id.equals(id)) {
				return known;
			}
		}
		Matcher percentile = PERCENTILE.matcher(id);
		if (percentile.matches()) {
			return of(percentile.group(1), unit).percentile(new BigDecimal(percentile.group(2)));
		}
		return new Metric(id, unit, false, id + (unit.isEmpty() || unit.equals(id) ? "" : " (" + unit + ")"));
	}

	/** A percentile of this metric: {@code latency} becomes {@code latency.p99}. */
	public Metric percentile(BigDecimal percent) {
		String number = percent.stripTrailingZeros().toPlainString();
		return new Metric(id + ".p" + number, unit, count, title + ", percentile " + number,
				"The " + id + " that " + number + " % of the requests are within.");
	}

	/** Which percentile this is, in percent; empty where it is none. */
	public Optional<BigDecimal> percentile() {
		Matcher percentile = PERCENTILE.matcher(id);
		return percentile.matches() ? Optional.of(new BigDecimal(percentile.group(2))) : Optional.empty();
	}

	/** Whether values depend on random numbers, so that a mean of several runs is known within an interval only. */
	public boolean isRandom() {
		return RANDOM.contains(base());
	}

	/** Whether there are percentiles of it. */
	public boolean hasPercentiles() {
		return id.equals(LATENCY.id);
	}

	/** The id without the percentile. */
	public String base() {
		Matcher percentile = PERCENTILE.matcher(id);
		return percentile.matches() ? percentile.group(1) : id;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Metric that && id.equals(that.id);
	}

	@Override
	public int hashCode() {
		return id.hashCode();
	}

	@Override
	public String toString() {
		return id;
	}
}
