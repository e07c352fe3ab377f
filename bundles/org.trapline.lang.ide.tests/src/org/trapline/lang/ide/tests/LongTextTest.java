// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;

/** A text of 5,000 lines: how long its diagnostics take. What is measured is printed. */
public class LongTextTest {

	private static final int LINES = 5000;
	private static final long BAR = 500;

	@Rule
	public final Client client = new Client();

	@Test
	public void diagnosticsComeSoon() {
		StringBuilder text = new StringBuilder("import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n\n");
		for (int i = 0; i < LINES / 10; i++) {
			text.append("""
					/** The %1$dth pair of stacks. */
					stack Vm%1$d     on Moonshot { L0 KvmNonVhe               guest L1 }
					stack Nested%1$d on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
					experiment Calls%1$d "Hypercalls, %1$d" {
						stacks Vm%1$d, Nested%1$d
						workload hypercall
						measure traps, cycles
						chart bars of traps by stack
					}

					""".formatted(i));
		}
		client.start().open("long.trapline", text.toString());
		client.diagnostics("long.trapline", List::isEmpty);
		List<Long> taken = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			taken.add(type("stacks Vm" + (100 + i) + ",", "stacks Wm" + (100 + i) + ",", 1));
			type("stacks Wm" + (100 + i) + ",", "stacks Vm" + (100 + i) + ",", 0);
		}
		// The first ones warm up.
		List<Long> warm = new ArrayList<>(taken.subList(10, taken.size()));
		Collections.sort(warm);
		long median = warm.get(warm.size() / 2);
		System.out.printf("%,d lines: diagnostics come %d ms after a change (median; %d ms at most)%n", LINES, median, warm.getLast());
		assertTrue("diagnostics come after " + median + " ms", median < BAR);
	}

	private long type(String from, String to, int problems) {
		long start = System.nanoTime();
		client.type("long.trapline", from, to);
		client.diagnostics("long.trapline", found -> found.size() == problems);
		return (System.nanoTime() - start) / 1_000_000;
	}
}
