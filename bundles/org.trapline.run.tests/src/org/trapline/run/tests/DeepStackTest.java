// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.run.InvalidStudyException;

/** Stacks that nobody built: three and more hypervisors on each other. */
public class DeepStackTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path tower(int hypervisors) throws Exception {
		StringBuilder levels = new StringBuilder();
		for (int level = 0; level < hypervisors; level++) {
			levels.append(" L" + level + " KvmNonVhe");
		}
		return Installed.write(folder.getRoot().toPath(), "stack Tower on Moonshot {" + levels + " guest L" + hypervisors + " }\n"
				+ "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n"
				+ "experiment Deep { stacks Tower workload hypercall measure traps, cycles }\n");
	}

	@Test
	public void atL3EveryTrapOfL2CostsTheTrapAndAllThatL1DoesForIt() throws Exception {
		List<String> ofL1 = Installed.trace(tower(3), "Nested").stream().filter(trap -> trap.startsWith("L1 ")).toList();
		assertEquals(125, ofL1.size());
		// L1 forwards the hypercall, with the program whose traps a nested VM's hypercall shows; and so does L2 handle it.
		long expected = 1 + ofL1.size();
		for (String trapOfL2 : ofL1) {
			// For other reasons KVM does not ask who made the hypercall, and for an abort it reads FAR_EL2 and HPFAR_EL2.
			long traps = switch (trapOfL2) {
			case "L1 call_hyp" -> ofL1.size();
			case "L1 read GICH_VMCR", "L1 write GICH_VMCR" -> ofL1.size() - 1 + 2;
			default -> ofL1.size() - 1;
			};
			expected += 1 + traps;
		}
		assertEquals(15_756, expected);
		List<ResultRow> rows = Installed.rows(tower(3));
		assertEquals(expected, Installed.count(Installed.row(rows, "Tower", Metric.TRAPS).value()));
		assertEquals(3, Installed.row(rows, "Tower", Metric.TRAPS).level());
	}

	@Test
	public void theTraceOfL3HasAllItsTraps() throws Exception {
		List<String> trace = Installed.trace(tower(3), "Tower");
		assertEquals(15_756, trace.size());
		assertEquals(125, trace.stream().filter(trap -> trap.startsWith("L2 ")).count());
		assertEquals("L3 hypercall", trace.get(0));
	}

	@Test(timeout = 60_000)
	public void l8IsCountedExactlyThoughNobodyCouldWalkIt() throws Exception {
		// What a level's program does that traps: its own HVC and two ERETs, two accesses to the GIC, and accesses to registers,
		// one of them for hypercalls only and two more for aborts.
		List<Map<Kind, BigInteger>> byLevel = new ArrayList<>();
		for (int level = 1; level <= 8; level++) {
			Map<Kind, BigInteger> ofKind = new EnumMap<>(Kind.class);
			for (Kind reason : Kind.values()) {
				BigInteger traps = BigInteger.ONE;
				for (Map<Kind, BigInteger> below : byLevel) {
					traps = traps.add(below.get(Kind.CALL)).add(below.get(Kind.RETURN).multiply(BigInteger.TWO))
							.add(below.get(Kind.ABORT).multiply(BigInteger.TWO))
							.add(below.get(Kind.ACCESS).multiply(BigInteger.valueOf(reason.accesses)));
				}
				ofKind.put(reason, traps);
			}
			byLevel.add(ofKind);
		}
		assertEquals(BigInteger.valueOf(126), byLevel.get(1).get(Kind.CALL));
		assertEquals(BigInteger.valueOf(15_756), byLevel.get(2).get(Kind.CALL));
		assertEquals(byLevel.get(7).get(Kind.CALL),
				Installed.row(Installed.rows(tower(8)), "Tower", Metric.TRAPS).value().toBigIntegerExact());
	}

	/** Kinds of exit that KVM's program tells apart, with the trapping accesses to registers that it makes for each. */
	private enum Kind {
		CALL(120), RETURN(119), ACCESS(119), ABORT(121);

		private final int accesses;

		Kind(int accesses) {
			this.accesses = accesses;
		}
	}

	@Test(timeout = 60_000)
	public void aCountThatDoesNotFitIsAnErrorThatNamesTheStack() throws Exception {
		Path study = tower(14);
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertEquals(study + ":3:7: error: stack 'Tower': cost exception_entry at L0 of workload 'hypercall' exceeds 2^63 - 1: take fewer levels",
				problem.getMessage());
	}
}
