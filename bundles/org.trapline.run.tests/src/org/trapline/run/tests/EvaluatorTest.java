// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.run.UnknownNameException;
import org.trapline.run.evaluate.Evaluation;
import org.trapline.run.evaluate.Evaluator;
import org.trapline.run.evaluate.Request;
import org.trapline.run.evaluate.Slopes;

/** A point of a study, evaluated by names and values alone. */
public class EvaluatorTest {

	private static final Request NESTED = new Request("Hypercall", "Nested", "hypercall");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path study;
	private Evaluator evaluator;

	@Before
	public void load() throws Exception {
		study = OwnModels.shipped(folder.getRoot().toPath());
		evaluator = Installed.STUDIES.evaluator(study);
	}

	private static ParameterValue cycles(String cost, long cycles) {
		return new ParameterValue(cost, BigDecimal.valueOf(cycles), "cycles");
	}

	@Test
	public void withoutOverridesAPointIsARowOfARun() throws Exception {
		for (ResultRow row : Installed.rows(study)) {
			Evaluation evaluation = evaluator.evaluate(new Request(row.experiment(), row.stack(), row.workload()));
			assertEquals(row.stack(), row.value(), evaluation.value(row.metric().id()));
		}
	}

	@Test
	public void anOverriddenCostIsWhatAStudyWithThatCostGives() throws Exception {
		Path changed = Installed.write(folder.newFolder().toPath(), """
				import "org.trapline.cpu.arm/x-gene"
				costs Trial extends XGene { run_loop = 1234 cycles assumed "trial" }
				platform TrialPlatform { cpu arm.v8_3 clock 2.4 GHz costs Trial }
				stack Nested on TrialPlatform { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
				experiment Hypercall { stacks Nested workload hypercall measure cycles }
				""");
		assertEquals(Installed.rows(changed).getFirst().value(), evaluator.evaluate(NESTED.with(List.of(cycles("run_loop", 1234)))).value("cycles"));
	}

	@Test
	public void aFasterClockTakesLessTimeForTheSameCycles() throws Exception {
		Evaluation fast = evaluator.evaluate(NESTED.with(List.of(new ParameterValue("clock", BigDecimal.valueOf(4.8), "GHz"))));
		Evaluation plain = evaluator.evaluate(NESTED);
		assertEquals(plain.value("cycles"), fast.value("cycles"));
		assertEquals(plain.value("time").doubleValue(), 2 * fast.value("time").doubleValue(), 1e-6);
	}

	@Test
	public void aSlopeIsTheChangeForOneMoreOfTheParameter() throws Exception {
		Slopes slopes = evaluator.slopes(NESTED.with(List.of(cycles("run_loop", 1000))), "cycles");
		BigDecimal before = evaluator.evaluate(NESTED.with(List.of(cycles("run_loop", 1000)))).value("cycles");
		BigDecimal after = evaluator.evaluate(NESTED.with(List.of(cycles("run_loop", 1001)))).value("cycles");
		assertEquals(0, after.subtract(before).compareTo(slopes.by().get("arm.run_loop")));
	}

	@Test
	public void theSlopeOfTheTimeByTheClockIsMinusTheTimeByTheClock() throws Exception {
		Slopes slopes = evaluator.slopes(NESTED, "time");
		BigDecimal expected = slopes.value().divide(new BigDecimal("2.4"), MathContext.DECIMAL64).negate();
		assertEquals(expected.doubleValue(), slopes.by().get("clock").doubleValue(), 1e-6 * Math.abs(expected.doubleValue()));
	}

	@Test
	public void aNameThatIsNotThereIsAnErrorThatNamesTheNearest() {
		assertEquals("there is no cost 'run_lop' in the file or its imports; did you mean 'run_loop'?",
				assertThrows(UnknownNameException.class, () -> evaluator.evaluate(NESTED.with(List.of(cycles("run_lop", 1))))).getMessage());
		assertEquals("there is no stack 'Nestd' in the file or its imports; did you mean 'Nested'?",
				assertThrows(UnknownNameException.class, () -> evaluator.evaluate(new Request("Hypercall", "Nestd", "hypercall"))).getMessage());
	}

	@Test
	public void theSeedOfAFlowIsTheRequests() throws Exception {
		Evaluator flows = Installed.STUDIES.evaluator(Installed.write(folder.newFolder().toPath(), """
				import "org.trapline.cpu.smt/haswell-smt"
				stack Nested on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 }
				experiment Latency { stacks Nested workload tcp_rr measure latency }
				"""));
		Request one = new Request("Latency", "Nested", "tcp_rr", List.of(), OptionalLong.of(7));
		assertEquals(flows.evaluate(one), flows.evaluate(one));
	}
}
