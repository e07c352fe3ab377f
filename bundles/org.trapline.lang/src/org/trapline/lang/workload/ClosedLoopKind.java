// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.workload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.validation.Units;
import org.trapline.model.ClosedLoop;
import org.trapline.model.CostValue;
import org.trapline.model.Demand;
import org.trapline.model.ModelPackage;
import org.trapline.model.OperationDemand;
import org.trapline.model.Place;
import org.trapline.model.Stage;
import org.trapline.model.TimeDemand;
import org.trapline.model.TransferDemand;
import org.trapline.model.Unit;
import org.trapline.model.Workload;
import org.trapline.result.Metric;
import org.trapline.sim.stat.Percentiles;

/** Clients that send requests through stages, each a new one when the last is answered. */
public final class ClosedLoopKind implements WorkloadKind {

	/** More clients than anybody simulates. */
	public static final int MOST_CLIENTS = 100_000;
	/** More take longer to simulate than anybody waits. */
	private static final int MOST_REQUESTS = 10_000_000;
	/** An operation is not done more often for a request: that of the engine. */
	private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(1_000_000_000);
	/** The longest latency that is recorded, in seconds. */
	private static final BigDecimal LONGEST = BigDecimal.valueOf(Percentiles.HIGHEST.picoseconds()).movePointLeft(12);

	@Override
	public EClass type() {
		return ModelPackage.Literals.CLOSED_LOOP;
	}

	@Override
	public String keyword() {
		return "closed-loop";
	}

	@Override
	public List<Metric> metrics() {
		return List.of(Metric.LATENCY, Metric.THROUGHPUT, Metric.BANDWIDTH, Metric.UTILIZATION, Metric.SPEEDUP, Metric.OVERHEAD, Metric.EXITS);
	}

	@Override
	public boolean isRandom() {
		return true;
	}

	@Override
	public boolean hasClients() {
		return true;
	}

	@Override
	public boolean isTraced() {
		return false;
	}

	// ------------------------------------------------------------------------------------------- checks

	@Override
	public void check(Workload workload, Problems problems) {
		ClosedLoop loop = (ClosedLoop) workload;
		Map<String, Boolean> parts = new LinkedHashMap<>();
		parts.put("'clients 1'", loop.getClients() == 0);
		parts.put("'requests 10000'", loop.getRequests() == 0);
		parts.put("'on vcpu { do OPERATION }'", loop.getStages().isEmpty());
		String missing = parts.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.joining(" and "));
		if (!missing.isEmpty()) {
			problems.error("flow '" + loop.getName() + "' is not complete: add " + missing, loop, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
		most(loop, ModelPackage.Literals.CLOSED_LOOP__REQUESTS, MOST_REQUESTS, problems);
		most(loop, ModelPackage.Literals.CLOSED_LOOP__CLIENTS, MOST_CLIENTS, problems);
		Units.problem(loop.getRequest(), ModelPackage.Literals.CLOSED_LOOP__REQUEST, Dimension.SIZE)
				.ifPresent(message -> problems.error(message, loop, ModelPackage.Literals.CLOSED_LOOP__REQUEST, ProblemCodes.UNIT));
		Units.problemOfSize(loop.getRequest()).or(() -> Optional.ofNullable(loop.getRequest()).filter(request -> request.getAmount().signum() == 0)
				.map(request -> "a request of nothing takes no time: give it a size above 0, or leave 'request' out"))
				.ifPresent(message -> problems.error(message, loop, ModelPackage.Literals.CLOSED_LOOP__REQUEST, ProblemCodes.OUT_OF_BOUNDS));
		loop.getStages().forEach(stage -> check(loop, stage, problems));
	}

	private static void most(ClosedLoop loop, EStructuralFeature feature, int most, Problems problems) {
		if ((Integer) loop.eGet(feature) > most) {
			problems.error("flow '" + loop.getName() + "' has " + loop.eGet(feature) + " " + feature.getName() + ": the most are " + most, loop, feature,
					ProblemCodes.OUT_OF_BOUNDS);
		}
	}

	private static void check(ClosedLoop loop, Stage stage, Problems problems) {
		if (stage.getUnless() != null && stage.getPlace() != Place.BACKEND) {
			problems.error("only a backend is another hypervisor's where a device is given away: remove 'unless …', or write 'on backend'", stage,
					ModelPackage.Literals.STAGE__UNLESS, ProblemCodes.FLOW);
		}
		for (Demand demand : stage.getDemands()) {
			switch (demand) {
			case OperationDemand operation -> check(stage, operation, problems);
			case TimeDemand time -> check(time, problems);
			case TransferDemand transfer -> check(loop, transfer, problems);
			default -> {
				// A demand with a syntax error.
			}
			}
		}
	}

	private static void check(Stage stage, OperationDemand demand, Problems problems) {
		Place place = stage.getPlace();
		if (place != Place.VCPU && place != Place.BACKEND) {
			problems.error("nobody does operations on '" + place + "': give it a time, 'for 10 us assumed \"why\"', or do them on 'vcpu' or 'backend'", demand,
					ModelPackage.Literals.OPERATION_DEMAND__OPERATION, ProblemCodes.FLOW);
		}
		if (demand.getTimes() != null && Quantities.dimension(demand.getTimes().getUnit()) != Dimension.COUNT) {
			unit("how often something is done is a number of " + Dimension.COUNT.units(), demand, demand.getTimes(), ModelPackage.Literals.OPERATION_DEMAND__TIMES,
					problems);
		} else if (demand.getTimes() != null && demand.getTimes().getAmount().compareTo(MOST_TIMES) > 0) {
			problems.error("an operation is done " + MOST_TIMES.toPlainString() + " times for a request at most, not " + demand.getTimes().getAmount().toPlainString(),
					demand, ModelPackage.Literals.OPERATION_DEMAND__TIMES, ProblemCodes.OUT_OF_BOUNDS);
		}
	}

	private static void check(TimeDemand demand, Problems problems) {
		CostValue time = demand.getTime();
		if (time != null && time.getUnit() != Unit.CYCLES && Quantities.dimension(time.getUnit()) != Dimension.TIME) {
			unit("a time is in " + Dimension.TIME.units() + ", or in cycles", demand, time, ModelPackage.Literals.TIME_DEMAND__TIME, problems);
		} else if (time != null && time.getUnit() != Unit.CYCLES) {
			notTooLong(Quantities.inBase(time), demand, ModelPackage.Literals.TIME_DEMAND__TIME, problems);
		}
	}

	private static void check(ClosedLoop loop, TransferDemand demand, Problems problems) {
		CostValue rate = demand.getRate();
		if (rate != null && Quantities.dimension(rate.getUnit()) != Dimension.BANDWIDTH) {
			unit("a link has a bandwidth, in " + Dimension.BANDWIDTH.units(), demand, rate, ModelPackage.Literals.TRANSFER_DEMAND__RATE, problems);
		} else if (rate != null && rate.getAmount().signum() == 0) {
			problems.error("nothing goes over a link of 0: give it a bandwidth", demand, ModelPackage.Literals.TRANSFER_DEMAND__RATE, ProblemCodes.OUT_OF_BOUNDS);
		}
		if (loop.getRequest() == null) {
			problems.error("the requests of flow '" + loop.getName() + "' carry nothing to send: add 'request 4 KiB'", demand,
					ModelPackage.Literals.TRANSFER_DEMAND__RATE, ProblemCodes.FLOW);
		} else if (rate != null && rate.getAmount().signum() > 0 && Quantities.dimension(rate.getUnit()) == Dimension.BANDWIDTH
				&& Quantities.dimension(loop.getRequest().getUnit()) == Dimension.SIZE) {
			notTooLong(Quantities.inBase(loop.getRequest()).divide(Quantities.inBase(rate), MathContext.DECIMAL64), demand,
					ModelPackage.Literals.TRANSFER_DEMAND__RATE, problems);
		}
	}

	private static void notTooLong(BigDecimal seconds, EObject demand, EStructuralFeature feature, Problems problems) {
		if (seconds.compareTo(LONGEST) > 0) {
			problems.error("this takes a request " + seconds.stripTrailingZeros().toPlainString() + " s, and latencies are recorded up to "
					+ LONGEST.stripTrailingZeros().toPlainString() + " s: give it less to do", demand, feature, ProblemCodes.OUT_OF_BOUNDS);
		}
	}

	private static void unit(String wanted, EObject demand, CostValue value, EStructuralFeature feature, Problems problems) {
		problems.error(wanted + ", and not in " + value.getUnit(), demand, feature, ProblemCodes.UNIT);
	}
}
