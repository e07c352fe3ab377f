// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Metric;

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

	private Path study;

	@Before
	public void write() throws Exception {
		study = OwnModels.shipped(folder.getRoot().toPath());
	}

	/** Cycles by stack with these values of the four costs. */
	private Map<String, Long> cycles(long runLoop, long[] costs) throws Exception {
		StringBuilder table = new StringBuilder("costs Trial extends XGene {\n\trun_loop = " + runLoop + " cycles assumed \"trial\"\n");
		for (int i = 0; i < FITTED.size(); i++) {
			table.append("\t" + FITTED.get(i) + " = " + costs[i] + " cycles assumed \"trial\"\n");
		}
		table.append("}\nplatform TrialPlatform { cpu arm.v8_3 clock 2.4 GHz costs Trial }\n");
		String text = java.nio.file.Files.readString(study).replace("on Moonshot", "on TrialPlatform") + table;
		Path trial = java.nio.file.Files.writeString(folder.getRoot().toPath().resolve("trial.trapline"), text);
		return Installed.counts(Installed.rows(trial), Metric.CYCLES);
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
		double[] best = leastSquares(relative, missing);
		for (int cost = 0; cost < FITTED.size(); cost++) {
			assertEquals(FITTED.get(cost), Math.round(best[cost]), shipped(FITTED.get(cost)));
		}
	}

	/** Solves the normal equations by elimination; they are few and well conditioned. */
	private static double[] leastSquares(double[][] a, double[] y) {
		int n = a[0].length;
		double[][] m = new double[n][n + 1];
		for (int r = 0; r < n; r++) {
			for (int i = 0; i < a.length; i++) {
				for (int c = 0; c < n; c++) {
					m[r][c] += a[i][r] * a[i][c];
				}
				m[r][n] += a[i][r] * y[i];
			}
		}
		for (int pivot = 0; pivot < n; pivot++) {
			for (int r = 0; r < n; r++) {
				if (r != pivot) {
					double factor = m[r][pivot] / m[pivot][pivot];
					for (int c = 0; c <= n; c++) {
						m[r][c] -= factor * m[pivot][c];
					}
				}
			}
		}
		double[] x = new double[n];
		for (int i = 0; i < n; i++) {
			x[i] = m[i][n] / m[i][i];
		}
		return x;
	}
}
