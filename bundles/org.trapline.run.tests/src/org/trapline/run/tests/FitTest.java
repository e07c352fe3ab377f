// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.ParameterValue;
import org.trapline.run.evaluate.Evaluator;
import org.trapline.run.evaluate.Request;

/**
 * The fitted costs of the X-Gene are what their text says they are: {@code run_loop} what is left of a VM's hypercall, the
 * other three the least squares of the relative errors of the four nested cells, rounded to whole cycles.
 */
public class FitTest {

	private static final List<String> FITTED = List.of("emulate_access", "nested_switch", "nested_switch_vhe");
	private static final Map<String, Long> PUBLISHED = Map.of("Vm", 2_729L, "Nested", 422_720L, "NestedVhe", 307_363L, "NestedNeve",
			92_385L, "NestedNeveVhe", 100_895L);
	private static final List<String> NESTED = List.of("Nested", "NestedVhe", "NestedNeve", "NestedNeveVhe");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Evaluator evaluator;

	@Before
	public void write() throws Exception {
		evaluator = Installed.STUDIES.evaluator(OwnModels.shipped(folder.getRoot().toPath()));
	}

	/** Cycles by stack with these values of the four costs. */
	private Map<String, Long> cycles(long runLoop, long[] costs) throws Exception {
		List<ParameterValue> overrides = new ArrayList<>(List.of(new ParameterValue("run_loop", BigDecimal.valueOf(runLoop), "cycles")));
		for (int i = 0; i < FITTED.size(); i++) {
			overrides.add(new ParameterValue(FITTED.get(i), BigDecimal.valueOf(costs[i]), "cycles"));
		}
		Map<String, Long> cycles = new HashMap<>();
		for (String stack : PUBLISHED.keySet()) {
			cycles.put(stack, evaluator.evaluate(new Request("Hypercall", stack, "hypercall").with(overrides)).value("cycles").longValueExact());
		}
		return cycles;
	}

	private long bestRunLoop() throws Exception {
		return PUBLISHED.get("Vm") - cycles(0, new long[3]).get("Vm");
	}

	private static long shipped(String cost) {
		Matcher matcher = Pattern.compile("^\\s*" + cost + "\\s+=\\s+(\\d+) cycles fitted", Pattern.MULTILINE)
				.matcher(Installed.library("org.trapline.cpu.arm/x-gene"));
		if (!matcher.find()) {
			throw new AssertionError("no fitted value of " + cost);
		}
		return Long.parseLong(matcher.group(1));
	}

	@Test
	public void theRunLoopIsWhatIsLeftOfAVmsHypercall() throws Exception {
		assertEquals(bestRunLoop(), shipped("run_loop"));
	}

	@Test
	public void theOtherThreeAreTheLeastSquaresOfTheRelativeErrorsOfTheNestedCells() throws Exception {
		long runLoop = bestRunLoop();
		Map<String, Long> base = cycles(runLoop, new long[3]);
		// Cycles are linear in the costs, so a difference of one cycle is the exact coefficient.
		double[][] relative = new double[NESTED.size()][FITTED.size()];
		double[] missing = new double[NESTED.size()];
		for (int cost = 0; cost < FITTED.size(); cost++) {
			long[] one = new long[FITTED.size()];
			one[cost] = 1;
			Map<String, Long> more = cycles(runLoop, one);
			for (int cell = 0; cell < NESTED.size(); cell++) {
				String stack = NESTED.get(cell);
				relative[cell][cost] = (more.get(stack) - base.get(stack)) / (double) PUBLISHED.get(stack);
				missing[cell] = (PUBLISHED.get(stack) - base.get(stack)) / (double) PUBLISHED.get(stack);
			}
		}
		double[] best = new QRDecomposition(MatrixUtils.createRealMatrix(relative)).getSolver().solve(MatrixUtils.createRealVector(missing)).toArray();
		for (int cost = 0; cost < FITTED.size(); cost++) {
			assertEquals(FITTED.get(cost), Math.round(best[cost]), shipped(FITTED.get(cost)));
		}
	}
}
