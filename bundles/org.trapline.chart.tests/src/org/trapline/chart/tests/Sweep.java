// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trapline.result.Breakdown;
import org.trapline.result.ExitDetail;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.sim.isa.Direction;

/** Results with points of sweeps, intervals, percentiles and breakdowns. */
final class Sweep {

	static final Metric LATENCY = new Metric("latency", "ns", false, "Latency (ns)");

	private Sweep() {
	}

	/** Time of two stacks over 1, 2, 4 and 8 vCPUs and two clocks, with intervals. */
	static ExperimentResult result() {
		List<ResultRow> rows = new ArrayList<>();
		for (String stack : List.of("Vm", "Nested")) {
			for (int vcpus : new int[] { 8, 1, 2, 4 }) {
				for (String clock : List.of("2.4 GHz", "3 GHz")) {
					BigDecimal value = BigDecimal.valueOf(vcpus * (stack.equals("Vm") ? 100 : 5000) + clock.length());
					rows.add(new ResultRow("s", "Sweep", stack, "hypercall", 2,
							List.of(new ParameterValue("vcpus", vcpus), ParameterValue.parse("clock", clock)), Metric.TIME, value,
							Optional.of(new Interval(value.subtract(BigDecimal.TEN), value.add(BigDecimal.TEN), BigDecimal.valueOf(95))), Optional.empty()));
				}
			}
		}
		return new ExperimentResult("s", "Sweep", "A sweep", rows, List.of());
	}

	/** Samples of two stacks over three parameters, each of which differs from one sample to the next, as in a Latin hypercube. */
	static ExperimentResult samples(int points) {
		List<ResultRow> rows = new ArrayList<>();
		for (String stack : List.of("Vm", "Nested")) {
			for (int i = 0; i < points; i++) {
				rows.add(new ResultRow("s", "Samples", stack, "hypercall", 2,
						List.of(new ParameterValue("exit", BigDecimal.valueOf(100 + 7L * i), "cycles"),
								new ParameterValue("entry", BigDecimal.valueOf(50 + 3 * (i * 29L % points)), "cycles"),
								new ParameterValue("clock", BigDecimal.valueOf(1000 + i * 17L % points), "MHz")),
						Metric.CYCLES, BigDecimal.valueOf((stack.equals("Vm") ? 1000 : 20_000) + i * 31 % 1009), Optional.empty(), Optional.empty()));
			}
		}
		return new ExperimentResult("s", "Samples", "Samples", rows, List.of());
	}

	/** Points of one line. */
	static ExperimentResult of(int points) {
		List<ResultRow> rows = new ArrayList<>();
		for (int i = 0; i < points; i++) {
			rows.add(new ResultRow("s", "Sweep", "Vm", "hypercall", 1, List.of(new ParameterValue("n", i)), Metric.TIME,
					BigDecimal.valueOf(i * 31 % 1009), Optional.empty(), Optional.empty()));
		}
		return new ExperimentResult("s", "Sweep", "A sweep", rows, List.of());
	}

	/** Percentiles of latency of one stack. */
	static ExperimentResult latency() {
		List<ResultRow> rows = new ArrayList<>();
		for (String percent : List.of("50", "90", "99", "99.9", "100")) {
			rows.add(new ResultRow("s", "Latency", "Vm", "hypercall", 1, LATENCY.percentile(new BigDecimal(percent)),
					new BigDecimal(percent).multiply(BigDecimal.TEN), Optional.empty()));
		}
		return new ExperimentResult("s", "Latency", "Latency", rows, List.of());
	}

	/** Cycles of two workloads on one stack, taken apart. */
	static ExperimentResult breakdown() {
		List<ResultRow> rows = List.of(new ResultRow("s", "Parts", "Nested", "hypercall", 2, Metric.CYCLES, BigDecimal.valueOf(100), Optional.empty()),
				new ResultRow("s", "Parts", "Nested", "ipi", 2, Metric.CYCLES, BigDecimal.valueOf(50), Optional.empty()));
		return new ExperimentResult("s", "Parts", "Parts", Optional.empty(), rows,
				List.of(new Breakdown("Nested", "hypercall", List.of(), List.of("Kvm", "Kvm", "guest"),
						List.of(new Breakdown.Share(0, "switching", 30), new Breakdown.Share(0, "transition", 50), new Breakdown.Share(1, "switching", 20))),
						new Breakdown("Nested", "ipi", List.of(), List.of("Kvm", "Kvm", "guest"), List.of(new Breakdown.Share(0, "memory", 50)))),
				List.of());
	}

	/** Exits of a VM and of a nested VM, which exits for sixteen reasons more; one register is read and written. */
	static ExperimentResult exits() {
		List<ResultRow> rows = new ArrayList<>();
		rows.add(exit("Vm", 1, 0, "VMCALL", null, 1, 1500));
		rows.add(exit("Nested", 2, 1, "VMCALL", null, 1, 40_000));
		rows.add(exit("Nested", 1, 0, "VMRESUME", null, 4, 12_000));
		rows.add(exit("Nested", 1, 0, "VMREAD", Direction.READ, 10, 9000));
		rows.add(exit("Nested", 1, 0, "VMREAD", Direction.WRITE, 6, 5000));
		rows.add(exit("Nested", 2, 0, "VMREAD", null, 5, 4000));
		for (int i = 0; i < 12; i++) {
			rows.add(exit("Nested", 1, 0, "REASON_" + i, null, 1, 100 + i));
		}
		return new ExperimentResult("s", "Exits", "Exits", rows, List.of());
	}

	private static ResultRow exit(String stack, int level, int handler, String reason, Direction direction, int count, int cycles) {
		return new ResultRow("s", "Exits", stack, "hypercall", 2, List.of(), Metric.EXITS, BigDecimal.valueOf(count), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.of(new ExitDetail(level, handler, reason, Optional.ofNullable(direction).map(access -> "GUEST_RIP"),
						Optional.ofNullable(direction), BigDecimal.ONE, BigDecimal.valueOf(cycles))));
	}
}
