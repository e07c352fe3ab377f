// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.Test;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.kind.ChartKinds;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.Role;

public class ChartDataTest {

	@Test
	public void holdsStacksInOrderWithTheirValues() {
		BarData data = bars(Studies.hypercall(), Studies.TRAPS);

		assertEquals(List.of("Vm", "Nested", "NestedVhe", "NestedNeve", "NestedNeveVhe"), data.categories());
		assertEquals(List.of("hypercall"), data.series());
		assertEquals(List.of(1, 126, 82, 17, 15), data.bars().stream().map(bar -> bar.value().intValueExact()).toList());
		assertEquals("Hypercall from a nested VM: traps", data.heading());
	}

	@Test
	public void holdsPublishedValuesWithTheirRoles() {
		BarData data = bars(Studies.hypercall(), Studies.CYCLES);

		assertEquals(Role.FIT, data.bar("Nested", "hypercall").orElseThrow().comparison().orElseThrow().role());
		BarData.Bar predicted = data.bar("NestedNeveVhe", "hypercall").orElseThrow();
		assertEquals(Role.PREDICTION, predicted.comparison().orElseThrow().role());
		assertEquals(Optional.of(new BigDecimal("100895")), predicted.published());
		assertEquals(Optional.empty(), bars(Studies.hypercall(), Studies.TRAPS).bar("Vm", "hypercall").orElseThrow()
				.published());
	}

	@Test
	public void groupsByWorkload() {
		BarData data = bars(Studies.many(3, 2, "S", BigDecimal.ONE), Studies.TRAPS);

		assertEquals(List.of("workload0", "workload1"), data.series());
		assertEquals(List.of("S0", "S1", "S2"), data.categories());
		assertEquals(6, data.bars().size());
	}

	@Test
	public void namesExperimentMetricAndWhatThereIs() {
		String message = assertThrows(IllegalArgumentException.class,
				() -> ChartKinds.data(Studies.hypercall(), new ChartSpec(Metric.TIME))).getMessage();

		assertTrue(message, message.contains("Hypercall") && message.contains("time") && message.contains("traps, cycles"));
	}

	@Test
	public void namesAnExperimentWithoutAnyRow() {
		ExperimentResult empty = new ExperimentResult("s", "Empty", "", List.of(), List.of());

		String message = assertThrows(IllegalArgumentException.class, () -> ChartKinds.data(empty, Studies.TRAPS)).getMessage();

		assertTrue(message, message.contains("Empty") && message.contains("nothing"));
	}

	@Test
	public void refusesTwoValuesOfOneCellAndValuesThatNoBarCanShow() {
		assertRefused("more than one value", "1", "2");
		assertRefused("no chart can show -1 traps for stack S", "-1");
		assertRefused("no chart can show", "1e400");
	}

	private static BarData bars(ExperimentResult result, ChartSpec spec) {
		return (BarData) ChartKinds.data(result, spec);
	}

	private static void assertRefused(String expected, String... values) {
		ExperimentResult result = new ExperimentResult("s", "E", "", List.of(values).stream()
				.map(value -> Studies.row("S", "w", Metric.TRAPS, value, null, null)).toList(), List.of());
		String message = assertThrows(IllegalArgumentException.class, () -> ChartKinds.data(result, Studies.TRAPS)).getMessage();
		assertTrue(message, message.contains(expected));
	}
}
