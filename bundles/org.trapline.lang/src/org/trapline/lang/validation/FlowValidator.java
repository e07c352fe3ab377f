// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.LinkedHashMap;
import java.util.Map;
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

/** Flows: whether they are complete, and whether what requests need can be had where they need it. */
public class FlowValidator extends PartialValidator {

	/** More take longer to simulate than anybody waits. */
	private static final int MOST_REQUESTS = 10_000_000;
	private static final int MOST_CLIENTS = 100_000;

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
		if (flow.getRequest() != null && Quantities.dimension(flow.getRequest().getUnit()) == Dimension.SIZE
				&& (Quantities.inBase(flow.getRequest()).signum() == 0 || Quantities.inBase(flow.getRequest()).stripTrailingZeros().scale() > 0)) {
			error("'" + Quantities.text(flow.getRequest()) + "' is no whole number of bytes above 0", ModelPackage.Literals.CLOSED_LOOP__REQUEST,
					ProblemCodes.OUT_OF_BOUNDS);
		}
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
		}
	}

	@Check
	public void timesAreTimes(TimeDemand demand) {
		CostValue time = demand.getTime();
		if (time != null && time.getUnit() != Unit.CYCLES && Quantities.dimension(time.getUnit()) != Dimension.TIME) {
			unit("a time is in " + Dimension.TIME.units() + ", or in cycles", demand, time, ModelPackage.Literals.TIME_DEMAND__TIME);
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
		}
	}

	private void unit(String wanted, EObject demand, CostValue value, EStructuralFeature feature) {
		error(wanted + ", and not in " + value.getUnit(), demand, feature, ProblemCodes.UNIT);
	}
}
