// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.ExitDetail;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.RunSelection;
import org.trapline.run.RunMonitor;
import org.trapline.run.RunOptions;

/** {@code run --exits}: what a run says of the exits of each cell. */
public class ExitsByReasonTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static List<ResultRow> rows;

	@BeforeClass
	public static void run() throws Exception {
		rows = Installed.STUDIES.run(OwnModels.shipped(FOLDER.getRoot().toPath()), RunSelection.ALL, new RunOptions(OptionalLong.empty(), 1, true, false), RunMonitor.NONE).rows();
	}

	private static List<ResultRow> exits(String stack) {
		return rows.stream().filter(row -> row.metric().equals(Metric.EXITS) && row.stack().equals(stack)).toList();
	}

	private static List<String> stacks() {
		return rows.stream().map(ResultRow::stack).distinct().toList();
	}

	@Test
	public void exitsOfACellAddUpToItsTraps() {
		for (String stack : stacks()) {
			BigDecimal traps = rows.stream().filter(row -> row.stack().equals(stack) && row.metric().equals(Metric.TRAPS)).findFirst().orElseThrow().value();
			assertEquals(stack, traps, exits(stack).stream().map(ResultRow::value).reduce(BigDecimal.ZERO, BigDecimal::add));
			BigDecimal shares = exits(stack).stream().map(row -> row.exit().orElseThrow().share()).reduce(BigDecimal.ZERO, BigDecimal::add);
			assertEquals(stack, 100, shares.doubleValue(), 0.01);
		}
	}

	@Test
	public void exitsThatNothingTellsApartAreOneRow() {
		for (String stack : stacks()) {
			Set<List<Object>> kinds = new HashSet<>();
			for (ResultRow row : exits(stack)) {
				ExitDetail exit = row.exit().orElseThrow();
				assertTrue(stack + " " + exit, kinds.add(List.of(exit.exitLevel(), exit.handler(), exit.reason(), exit.access())));
			}
		}
	}

	@Test
	public void reasonsAreThoseOfTheKernel() {
		assertTrue(exits("Nested").stream().map(row -> row.exit().orElseThrow()).anyMatch(exit -> exit.reason().equals("SYS64") && exit.access().equals("read ESR_EL2")));
		assertTrue(exits("Nested").stream().map(row -> row.exit().orElseThrow()).anyMatch(exit -> exit.reason().equals("HVC64") && exit.exitLevel() == 2 && exit.handler() == 1));
	}
}
