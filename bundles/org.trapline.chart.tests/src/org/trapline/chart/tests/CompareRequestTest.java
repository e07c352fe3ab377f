// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.Test;
import org.trapline.chart.ChartSource;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.kind.CompareRequest;
import org.trapline.chart.kind.CompareRequest.Answer;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.RunSelection;
import org.trapline.result.StudyResult;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunSettings;

/** What a view of several runs can show: it chooses what nobody chose, and forgets what cannot be had any more. */
public class CompareRequestTest {

	private static Run run(int second, ExperimentResult... experiments) {
		StudyResult study = new StudyResult("hypercall", "f00dbabe0" + second, List.of(experiments));
		return Run.of(List.of(study), new RunSettings(List.of("x.trapline"), RunSelection.ALL), Instant.ofEpochSecond(second), Duration.ZERO, Studies.CATALOG);
	}

	@Test
	public void whatTheStudyAsksForIsShownFirst() {
		ExperimentResult hypercall = Studies.hypercall();
		Answer answer = CompareRequest.of(List.of(run(1,
				new ExperimentResult("hypercall", "Hypercall", "", hypercall.rows(), List.of(Studies.CYCLES))))).answer();
		assertEquals(Optional.of(Studies.CYCLES), answer.request().chart());
		assertEquals(10, answer.samples().size());
		assertEquals(List.of("Hypercall"), answer.experiments());
	}

	@Test
	public void aChartIsKeptWhereTheNextRunHasItToo() {
		CompareRequest first = CompareRequest.of(List.of(run(1, Studies.hypercall()))).answer().request()
				.withChart(new ChartSpec(ChartSpec.Kind.OVERHEAD, Metric.CYCLES).against("Nested"));
		Answer other = first.withRuns(List.of(run(2, Studies.hypercall()))).answer();
		assertEquals(first.chart(), other.request().chart());
		Answer without = first.withRuns(List.of(run(2, Sweep.result()))).answer();
		assertEquals("nothing of it is there", ChartSpec.Kind.BARS, without.request().chart().orElseThrow().kind());
		assertTrue(without.data().isPresent());
	}

	@Test
	public void anExperimentIsChosenByItsName() {
		Run run = run(1, Studies.hypercall(), Sweep.breakdown());
		assertEquals(List.of("Hypercall", "Parts"), CompareRequest.of(List.of(run)).answer().experiments());
		Answer parts = CompareRequest.of(List.of(run)).withExperiment("Parts").answer();
		assertEquals(2, parts.samples().size());
		assertEquals(Optional.of("Parts"), parts.request().experiment());
	}

	@Test
	public void aFilterIsAboutChartAndTable() {
		Answer answer = CompareRequest.of(List.of(run(1, Studies.hypercall()))).withFilter(" neve VHE ").answer();
		assertEquals(List.of("NestedNeveVhe"), ((BarData) answer.data().orElseThrow()).categories());
		assertEquals(2, answer.samples().size());
		Answer nothing = CompareRequest.of(List.of(run(1, Studies.hypercall()))).withFilter("xyz").answer();
		assertEquals(Optional.of("No value has all of these words: xyz"), nothing.problem());
		assertTrue(nothing.samples().isEmpty());
	}

	@Test
	public void runsOfOneNameAreToldApartByTheirTimes() {
		Answer answer = CompareRequest.of(List.of(run(1, Studies.hypercall()), run(2, Studies.hypercall()))).answer();
		assertEquals(2, ((BarData) answer.data().orElseThrow()).series().stream().distinct().count());
		List<String> ids = Stream.of(run(1, Studies.hypercall()), run(2, Studies.hypercall())).map(run -> run.info().id()).toList();
		assertTrue("runs are baselines too", answer.baselines().keySet().containsAll(ids));
		assertEquals(2, ChartSource.of(List.of(run(1, Studies.hypercall()), run(2, Studies.hypercall()))).stream().map(ChartSource::name).distinct().count());
	}

	@Test
	public void whatIsSweptCanBeChosen() {
		assertEquals(List.of("vcpus", "clock"), CompareRequest.of(List.of(run(1, Sweep.result()))).answer().parameters());
	}
}
