// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.trapline.model.Experiment;
import org.trapline.model.Workload;
import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.run.RunMonitor;
import org.trapline.run.point.Point;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.flow.Flow;
import org.trapline.sim.flow.FlowResult;
import org.trapline.sim.flow.FlowSimulation;
import org.trapline.sim.random.RandomStream;
import org.trapline.sim.stat.ConfidenceInterval;
import org.trapline.sim.stat.Tally;

/**
 * Replications of a flow, each with different random numbers: a fixed number, or until the confidence interval of a metric is narrow enough.
 *
 * @param least     minimum number, at least 1
 * @param most      maximum number
 * @param precise   the metric whose interval has to be narrow enough; empty where {@code least} is {@code most}
 * @param precision half the width of its confidence interval divided by its mean
 * @param stream    the source of random numbers
 * @param monitor   may stop before each replication
 */
public record Replications(int least, int most, Optional<Metric> precise, double precision, RandomStream stream,
		RunMonitor monitor) {

	private static final double CONFIDENCE = 0.95;
	private static final BigDecimal PERCENT = BigDecimal.valueOf(95);
	private static final double MICROSECONDS = 1e6;
	private static final double PICOSECONDS_TO_MICROSECONDS = 1e-6;
	private static final double BITS_TO_MEGABITS = 8e-6;
	/** Values of simulations are rounded to their significant digits. */
	private static final MathContext DIGITS = new MathContext(9);

	/** The random numbers of a workload at a point: the same on every stack. */
	public static RandomStream stream(long seed, String study, Experiment experiment, Workload workload, Point point) {
		return RandomStream.of(seed).child(study).child(experiment.getName()).child(workload.getName()).child(point.key());
	}

	/** As an experiment asks for. */
	public static Replications of(Experiment experiment, RandomStream stream, RunMonitor monitor) {
		int least = Math.max(1, experiment.getReplications());
		if (experiment.getMostReplications() == 0) {
			return new Replications(least, least, Optional.empty(), 0, stream, monitor);
		}
		return new Replications(least, experiment.getMostReplications(), Optional.of(Metric.of(experiment.getPrecise(), "")),
				experiment.getPrecision().movePointLeft(2).doubleValue(), stream, monitor);
	}

	/**
	 * @param request bytes of a request; empty where a flow carries no data
	 * @param wanted  the requested metrics: percentiles are computed only on request
	 * @param done    receives the number of operations per request
	 * @throws CancellationException when stopped
	 */
	Measured measure(Flow flow, Optional<Long> request, Set<Metric> wanted, List<BigDecimal> done) {
		Map<Metric, Tally> tallies = new LinkedHashMap<>();
		Optional<ConfidenceInterval> within = Optional.empty();
		Outcome.Sum spent = new Outcome.Sum(flow.levels());
		long requests = 0;
		int runs = 0;
		long[] operations = new long[0];
		while (runs < least || runs < most && !known(tallies)) {
			if (monitor.isCancelled()) {
				throw new CancellationException("stopped after %d replications".formatted(runs));
			}
			FlowResult result = FlowSimulation.run(flow, stream.child("replication " + runs));
			values(result, request, wanted).forEach((metric, value) -> tallies.computeIfAbsent(metric, each -> new Tally()).add(value));
			within = Optional.of(result.latency());
			spent.add(result.spent(), 1);
			requests += result.requests();
			operations = sum(operations, result.done());
			runs++;
		}
		Map<Metric, BigDecimal> means = new HashMap<>();
		Map<Metric, Interval> intervals = new HashMap<>();
		for (Map.Entry<Metric, Tally> each : tallies.entrySet()) {
			means.put(each.getKey(), number(each.getValue().mean()));
			if (runs > 1) {
				intervals.put(each.getKey(), interval(each.getValue().confidence(CONFIDENCE), 1));
			}
		}
		// A single run has a confidence interval of its mean latency by batch means.
		if (runs == 1) {
			within.filter(interval -> Double.isFinite(interval.halfWidth()))
					.ifPresent(interval -> intervals.put(Metric.LATENCY, interval(interval, MICROSECONDS)));
		}
		for (long each : operations) {
			done.add(BigDecimal.valueOf(each).divide(BigDecimal.valueOf(requests), DIGITS));
		}
		return new Measured(means, intervals, Optional.of(spent.mean(requests)));
	}

	private static long[] sum(long[] before, List<Long> more) {
		long[] sum = new long[more.size()];
		for (int i = 0; i < sum.length; i++) {
			sum[i] = Math.addExact(before.length == 0 ? 0 : before[i], more.get(i));
		}
		return sum;
	}

	private boolean known(Map<Metric, Tally> tallies) {
		return precise.map(tallies::get).filter(tally -> tally.confidence(CONFIDENCE).relative() <= precision).isPresent();
	}

	private Map<Metric, Double> values(FlowResult result, Optional<Long> request, Set<Metric> wanted) {
		Map<Metric, Double> values = new LinkedHashMap<>();
		values.put(Metric.LATENCY, result.latency().mean() * MICROSECONDS);
		Stream.concat(wanted.stream(), precise.stream()).filter(metric -> metric.base().equals(Metric.LATENCY.id()))
				.forEach(metric -> metric.percentile().ifPresent(
						percent -> values.put(metric, result.percentiles().percentile(percent.doubleValue()) * PICOSECONDS_TO_MICROSECONDS)));
		values.put(Metric.THROUGHPUT, result.throughput());
		request.ifPresent(bytes -> values.put(Metric.BANDWIDTH, result.throughput() * bytes * BITS_TO_MEGABITS));
		values.put(Metric.UTILIZATION, result.utilization() * 100);
		return values;
	}

	private static Interval interval(ConfidenceInterval interval, double factor) {
		return new Interval(number(interval.low() * factor), number(interval.high() * factor), PERCENT);
	}

	private static BigDecimal number(double value) {
		return new BigDecimal(value).round(DIGITS).stripTrailingZeros();
	}
}
