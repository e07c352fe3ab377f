// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.model.CostValue;
import org.trapline.model.ClosedLoop;
import org.trapline.model.ModelPackage;
import org.trapline.model.OperationDemand;
import org.trapline.model.Place;
import org.trapline.model.Stage;
import org.trapline.model.TimeDemand;
import org.trapline.model.TransferDemand;
import org.trapline.model.Unit;
import org.trapline.sim.stat.Percentiles;

/** Flows: whether they are complete, and whether what requests need can be had where they need it. */
public class FlowValidator extends PartialValidator {

	/** More take longer to simulate than anybody waits. */
	private static final int MOST_REQUESTS = 10_000_000;
	static final int MOST_CLIENTS = 100_000;
	/** An operation is not done more often for a request: that of the engine. */
	private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(1_000_000_000);
	/** The longest latency that is recorded, in seconds. */
	private static final BigDecimal LONGEST = BigDecimal.valueOf(Percentiles.HIGHEST.picoseconds()).movePointLeft(12);

	@Check
	public void flowIsComplete(ClosedLoop flow) {
		Map<String, Boolean> parts = new LinkedHashMap<>();
		parts.put("'clients 1'", flow.getClients() == 0);
		parts.put("'requests 10000'", flow.getRequests() == 0);
		parts.put("'on vcpu { do OPERATION }'", flow.getStages().isEmpty());
		String missing = parts.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.joining(" and "));
		if (!missing.isEmpty()) {
			error("flow '" + flow.getName() + "' is not complete: add " + missing, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
		most(flow, ModelPackage.Literals.CLOSED_LOOP__REQUESTS, MOST_REQUESTS);
		most(flow, ModelPackage.Literals.CLOSED_LOOP__CLIENTS, MOST_CLIENTS);
		Units.problem(flow.getRequest(), ModelPackage.Literals.CLOSED_LOOP__REQUEST, Dimension.SIZE)
				.ifPresent(message -> error(message, ModelPackage.Literals.CLOSED_LOOP__REQUEST, ProblemCodes.UNIT));
		Units.problemOfSize(flow.getRequest()).or(() -> Optional.ofNullable(flow.getRequest()).filter(request -> request.getAmount().signum() == 0)
				.map(request -> "a request of nothing takes no time: give it a size above 0, or leave 'request' out"))
				.ifPresent(message -> error(message, ModelPackage.Literals.CLOSED_LOOP__REQUEST, ProblemCodes.OUT_OF_BOUNDS));
	}

	private void most(ClosedLoop flow, EStructuralFeature feature, int most) {
		if ((Integer) flow.eGet(feature) > most) {
			error("flow '" + flow.getName() + "' has " + flow.eGet(feature) + " " + feature.getName() + ": the most are " + most, feature,
					ProblemCodes.OUT_OF_BOUNDS);
		}
	}

	@Check
	public void onlyABackendIsGivenAway(Stage stage) {
		if (stage.getUnless() != null && stage.getPlace() != Place.BACKEND) {
			error("only a backend is another hypervisor's where a device is given away: remove 'unless …', or write 'on backend'",
					ModelPackage.Literals.STAGE__UNLESS, ProblemCodes.FLOW);
		}
	}

	@Check
	public void operationsHaveSomebodyWhoDoesThem(OperationDemand demand) {
		Place place = ((Stage) demand.eContainer()).getPlace();
		if (place != Place.VCPU && place != Place.BACKEND) {
			error("nobody does operations on '" + place + "': give it a time, 'for 10 us assumed \"why\"', or do them on 'vcpu' or 'backend'",
					ModelPackage.Literals.OPERATION_DEMAND__OPERATION, ProblemCodes.FLOW);
		}
		if (demand.getTimes() != null && Quantities.dimension(demand.getTimes().getUnit()) != Dimension.COUNT) {
			unit("how often something is done is a number of " + Dimension.COUNT.units(), demand, demand.getTimes(),
					ModelPackage.Literals.OPERATION_DEMAND__TIMES);
		} else if (demand.getTimes() != null && demand.getTimes().getAmount().compareTo(MOST_TIMES) > 0) {
			error("an operation is done " + MOST_TIMES.toPlainString() + " times for a request at most, not " + demand.getTimes().getAmount().toPlainString(),
					ModelPackage.Literals.OPERATION_DEMAND__TIMES, ProblemCodes.OUT_OF_BOUNDS);
		}
	}

	@Check
	public void timesAreTimes(TimeDemand demand) {
		CostValue time = demand.getTime();
		if (time != null && time.getUnit() != Unit.CYCLES && Quantities.dimension(time.getUnit()) != Dimension.TIME) {
			unit("a time is in " + Dimension.TIME.units() + ", or in cycles", demand, time, ModelPackage.Literals.TIME_DEMAND__TIME);
		} else if (time != null && time.getUnit() != Unit.CYCLES) {
			notTooLong(Quantities.inBase(time), ModelPackage.Literals.TIME_DEMAND__TIME);
		}
	}

	@Check
	public void transfersHaveDataAndALink(TransferDemand demand) {
		CostValue rate = demand.getRate();
		if (rate != null && Quantities.dimension(rate.getUnit()) != Dimension.BANDWIDTH) {
			unit("a link has a bandwidth, in " + Dimension.BANDWIDTH.units(), demand, rate, ModelPackage.Literals.TRANSFER_DEMAND__RATE);
		} else if (rate != null && rate.getAmount().signum() == 0) {
			error("nothing goes over a link of 0: give it a bandwidth", ModelPackage.Literals.TRANSFER_DEMAND__RATE, ProblemCodes.OUT_OF_BOUNDS);
		}
		ClosedLoop flow = (ClosedLoop) demand.eContainer().eContainer();
		if (flow.getRequest() == null) {
			error("the requests of flow '" + flow.getName() + "' carry nothing to send: add 'request 4 KiB'",
					ModelPackage.Literals.TRANSFER_DEMAND__RATE, ProblemCodes.FLOW);
		} else if (rate != null && rate.getAmount().signum() > 0 && Quantities.dimension(rate.getUnit()) == Dimension.BANDWIDTH
				&& Quantities.dimension(flow.getRequest().getUnit()) == Dimension.SIZE) {
			notTooLong(Quantities.inBase(flow.getRequest()).divide(Quantities.inBase(rate), MathContext.DECIMAL64), ModelPackage.Literals.TRANSFER_DEMAND__RATE);
		}
	}

	private void notTooLong(BigDecimal seconds, EStructuralFeature feature) {
		if (seconds.compareTo(LONGEST) > 0) {
			error("this takes a request " + seconds.stripTrailingZeros().toPlainString() + " s, and latencies are recorded up to " + LONGEST.stripTrailingZeros().toPlainString()
					+ " s: give it less to do", feature, ProblemCodes.OUT_OF_BOUNDS);
		}
	}

	private void unit(String wanted, EObject demand, CostValue value, EStructuralFeature feature) {
		error(wanted + ", and not in " + value.getUnit(), demand, feature, ProblemCodes.UNIT);
	}
}
