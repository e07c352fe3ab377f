// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.flow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.Test;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.event.Time;
import org.trapline.sim.flow.Flow;
import org.trapline.sim.flow.Flow.Demand;
import org.trapline.sim.flow.Flow.Place;
import org.trapline.sim.flow.Flow.Stage;
import org.trapline.sim.flow.FlowResult;
import org.trapline.sim.flow.FlowSimulation;
import org.trapline.sim.random.Distribution;
import org.trapline.sim.random.RandomStream;

/** Clients whose requests go through stages, contending for hardware threads, the backend and the wire. */
public class FlowSimulationTest {

	private static final Time.Clock CLOCK = new Time.Clock(1_000_000_000);
	private static final RandomStream STREAM = RandomStream.of(1);

	private static Stage spans(Place place, long microseconds) {
		return new Stage(place, List.of(new Demand.Span(new Distribution.Constant(microseconds * 1_000_000))));
	}

	private static Stage exponential(Place place, long microseconds) {
		return new Stage(place, List.of(new Demand.Span(new Distribution.Exponential(microseconds * 1e6))));
	}

	private static FlowResult run(int clients, Optional<BigDecimal> sibling, int requests, Stage... stages) {
		return FlowSimulation.run(new Flow("f", clients, List.of(stages), CLOCK, 3, sibling, requests), STREAM);
	}

	private static FlowResult run(int clients, Stage... stages) {
		return run(clients, Optional.empty(), 1000, stages);
	}

	@Test
	public void oneClientWaitsForNobody() {
		FlowResult result = run(1, spans(Place.VCPU, 2), spans(Place.WIRE, 3), spans(Place.ELSEWHERE, 5));
		assertEquals(10e-6, result.latency().mean(), 1e-12);
		assertEquals(1e5, result.throughput(), 1e-3);
		assertEquals(0.2, result.utilization(), 1e-9);
	}

	@Test
	public void requestsWaitForThoseBeforeThem() {
		FlowResult result = run(4, spans(Place.VCPU, 10));
		assertEquals("one at a time", 1e5, result.throughput(), 1e-3);
		assertEquals("after the three before it", 40e-6, result.latency().mean(), 1e-12);
		assertEquals(1, result.utilization(), 1e-9);
	}

	@Test
	public void elsewhereThereIsRoomForAll() {
		assertEquals(4e5, run(4, spans(Place.ELSEWHERE, 10)).throughput(), 1);
	}

	@Test
	public void theScarcePlaceBoundsThroughput() {
		assertEquals(1e6 / 7, run(8, spans(Place.VCPU, 2), spans(Place.WIRE, 7)).throughput(), 200);
	}

	@Test
	public void littlesLawHolds() {
		FlowResult result = run(6, Optional.empty(), 20_000, exponential(Place.VCPU, 10), exponential(Place.ELSEWHERE, 30));
		assertEquals(6, result.throughput() * result.latency().mean(), 0.02);
	}

	/** The utilization law, and mean value analysis of one queue and a delay, both exponential: exact for such networks. */
	@Test
	public void throughputIsThatOfMeanValueAnalysis() {
		double queue = 0;
		double throughput = 0;
		for (int clients = 1; clients <= 5; clients++) {
			double response = 10e-6 * (1 + queue);
			throughput = clients / (response + 30e-6);
			queue = throughput * response;
		}
		FlowResult result = run(5, Optional.empty(), 200_000, exponential(Place.VCPU, 10), exponential(Place.ELSEWHERE, 30));
		assertEquals(throughput, result.throughput(), throughput * 0.01);
		assertEquals(throughput * 10e-6, result.utilization(), 0.01);
	}

	@Test
	public void withoutASiblingTheBackendIsServedByTheGuestsThread() {
		assertEquals(1e6 / 20, run(8, spans(Place.VCPU, 10), spans(Place.BACKEND, 10)).throughput(), 1e-3);
	}

	@Test
	public void aSiblingServesTheBackendAndBothAreSlowerWhileBothAreBusy() {
		FlowResult two = run(8, Optional.of(BigDecimal.valueOf(25)), 1000, spans(Place.VCPU, 10), spans(Place.BACKEND, 10));
		assertEquals(1e6 / 12.5, two.throughput(), 100);
		FlowResult alone = run(1, Optional.of(BigDecimal.valueOf(25)), 1000, spans(Place.VCPU, 10), spans(Place.BACKEND, 10));
		assertEquals("one request is never on both", 20e-6, alone.latency().mean(), 1e-12);
	}

	@Test
	public void whatIsLeftOfAWorkIsStretchedWhenTheSiblingBecomesBusy() {
		// Two clients: vCPU 10, backend 4. While the backend works, 4 us of work take 6 on both; then the vCPU is alone for 6.
		FlowResult result = run(2, Optional.of(BigDecimal.valueOf(50)), 1000, spans(Place.VCPU, 10), spans(Place.BACKEND, 4));
		assertEquals(1e6 / 12, result.throughput(), 100);
	}

	@Test
	public void operationsAreDoneAsOftenOnAverageAsIsAskedAndAreCharged() {
		Outcome.Builder each = new Outcome.Builder(3);
		each.charge(0, Cause.HANDLING, 1000);
		Outcome outcome = each.build();
		FlowResult result = run(1, Optional.empty(), 20_000, new Stage(Place.VCPU, List.of(new Demand.Operations(outcome, 2.5))));
		assertEquals(2.5e-6, result.latency().mean(), 0.02e-6);
		assertEquals("every cycle of every request, less what the last one began", result.seconds() * 1e9, result.spent().cycles(), 3000);
		assertEquals(result.spent().cycles(), result.spent().cycles(0, Cause.HANDLING));
	}

	@Test
	public void theSameStreamGivesTheSameResult() {
		Stage stage = exponential(Place.VCPU, 10);
		assertEquals(run(3, stage).latency(), run(3, stage).latency());
	}

	@Test
	public void percentilesAreThoseOfTheDistribution() {
		FlowResult result = run(1, Optional.empty(), 100_000, exponential(Place.ELSEWHERE, 10));
		assertEquals(10 * Math.log(2), result.percentiles().percentile(50) / 1e6, 0.15);
		assertEquals(10 * Math.log(100), result.percentiles().percentile(99) / 1e6, 1.5);
	}

	@Test
	public void requestsThatTakeNoTimeAreAnErrorAndNoHang() {
		SimulationException problem = assertThrows(SimulationException.class, () -> run(1, spans(Place.VCPU, 0)));
		assertEquals("flow f: its requests take no time: give one of its stages something to do", problem.getMessage());
	}

	@Test
	public void aFlowHasClientsStagesAndRequests() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> run(0, spans(Place.VCPU, 1))).getMessage().contains("0 clients"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> run(1)).getMessage().contains("0 stages"));
	}
}
