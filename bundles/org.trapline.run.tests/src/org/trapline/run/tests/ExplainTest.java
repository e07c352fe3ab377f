// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Metric;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.explain.Explanation;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.trap.TrapTree;

/**
 * What {@code trapline explain} prints. The golden pages are made by the command itself:
 *
 * <pre>
 * ./trapline explain examples/neve-sosp17/hypercall.trapline --stack Nested --operation hypercall
 * </pre>
 */
public class ExplainTest {

	private static final List<String> STACKS = List.of("Vm", "Nested", "NestedVhe", "NestedNeve", "NestedNeveVhe");
	private static final List<String> WORKLOADS = List.of("hypercall", "hypercall_with_fp", "device_io", "device_io_user", "device_interrupt", "virtual_ipi",
			"virtual_ipi_to_waiting", "virtual_eoi", "program_timer", "program_physical_timer", "idle", "page_fault", "tlb_invalidation");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path study;

	@Before
	public void write() throws Exception {
		study = OwnModels.shipped(folder.getRoot().toPath());
	}

	private Explanation explain(String stack, String operation) throws Exception {
		return Installed.STUDIES.explain(study, stack, operation);
	}

	private static String page(Explanation explanation, int depth, boolean all) throws Exception {
		StringBuilder page = new StringBuilder();
		explanation.write(depth, all, page);
		return page.toString();
	}

	private static String page(Explanation explanation) throws Exception {
		return page(explanation, Explanation.WHOLE_DEPTH, false);
	}

	private static String golden(String name) throws Exception {
		try (InputStream in = ExplainTest.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private Path tower(int hypervisors) throws Exception {
		StringBuilder levels = new StringBuilder();
		for (int level = 0; level < hypervisors; level++) {
			levels.append(" L" + level + " KvmNonVhe");
		}
		return Installed.write(folder.getRoot().toPath(), "stack Tower on Moonshot {" + levels + " guest L" + hypervisors + " }\n");
	}

	// ------------------------------------------------------------------------------------------- pages

	@Test
	public void aHypercallOfAVm() throws Exception {
		assertEquals(golden("explain-vm.txt"), page(explain("Vm", "hypercall")));
	}

	@Test
	public void aHypercallOfANestedVm() throws Exception {
		assertEquals(golden("explain-nested.txt"), page(explain("Nested", "hypercall")));
	}

	@Test
	public void pagesFitInto120Columns() throws Exception {
		for (String stack : STACKS) {
			for (String workload : WORKLOADS) {
				assertFits(page(explain(stack, workload)));
				assertFits(page(explain(stack, workload), Explanation.WHOLE_DEPTH, true));
			}
		}
	}

	private static void assertFits(String page) {
		page.lines().forEach(line -> assertTrue(line, line.length() <= 120));
	}

	@Test
	public void aPageOfANestedHypercallIsAtMost150Lines() throws Exception {
		for (String stack : STACKS) {
			long lines = page(explain(stack, "hypercall")).lines().count();
			assertTrue(stack + ": " + lines, lines <= 150);
		}
	}

	@Test
	public void withAllEveryOperationIsShownAlsoThoseOfL0() throws Exception {
		String page = page(explain("Vm", "hypercall"), Explanation.WHOLE_DEPTH, true);
		assertTrue(page, page.contains("L0 KvmNonVhe handles hypercall "));
		assertTrue(page, page.contains("exit \"save EL1 state of the VM\" "));
		assertTrue(page, page.contains("L0 enter_guest -> native "));
	}

	@Test
	public void aGuestThatWaitsIsWokenWithoutAnExit() throws Exception {
		String page = page(explain("Nested", "virtual_ipi_to_waiting"));
		assertTrue(page, page.contains("  L2 wake_up -> no exit, L1 handles it, on another vCPU "));
		assertTrue(page, page.contains("    L0 KvmNonVhe forwards wake_up"));
	}

	@Test
	public void theDepthLimitsTheLevelsThatAreShown() throws Exception {
		List<String> one = page(explain("Nested", "hypercall"), 1, false).lines().dropWhile(line -> !line.startsWith("L2")).takeWhile(line -> !line.isEmpty()).toList();
		assertEquals(one.toString(), 1, one.size());
		assertTrue(one.get(0), one.get(0).startsWith("L2 hypercall -> traps, L1 handles it ..."));
		List<String> two = page(explain("Nested", "hypercall"), 2, false).lines().dropWhile(line -> !line.startsWith("L2")).takeWhile(line -> !line.isEmpty()).toList();
		assertTrue(two.get(two.size() - 1), two.get(two.size() - 1).startsWith("  L1 KvmNonVhe handles hypercall ..."));
	}

	@Test
	public void thePartsOfANestedTrapAddUpToTheTotal() throws Exception {
		List<String> lines = page(explain("Nested", "hypercall")).lines().dropWhile(line -> !line.startsWith("part ")).skip(1).toList();
		assertEquals(lines.toString(), 7, lines.size());
		assertEquals(explain("Nested", "hypercall").tree().cycles(), lines.stream().mapToLong(ExplainTest::cycles).sum());
	}

	@Test
	public void theTrapOfAVmIsNotTakenApartAsANestedOne() throws Exception {
		assertTrue(page(explain("Vm", "hypercall")).lines().noneMatch(line -> line.startsWith("part ")));
	}

	@Test
	public void theTableByLevelAndCauseAddsUpToTheTotal() throws Exception {
		for (String stack : STACKS) {
			for (String workload : WORKLOADS) {
				Explanation explanation = explain(stack, workload);
				List<String> table = page(explanation).lines().dropWhile(line -> !line.startsWith("level")).skip(1)
						.takeWhile(line -> !line.isEmpty()).toList();
				long sum = table.stream().filter(line -> line.startsWith("L")).mapToLong(ExplainTest::cycles).sum();
				assertEquals(stack + " " + workload, explanation.tree().cycles(), sum);
				assertEquals(stack + " " + workload, sum, cycles(table.get(table.size() - 1)));
			}
		}
	}

	private static long cycles(String line) {
		String[] words = line.replace(" %", "").split(" +");
		return Long.parseLong(words[words.length - 2].replace(",", ""));
	}

	@Test
	public void anOperationThatIsNoWorkloadIsExplainedToo() throws Exception {
		String page = page(explain("Nested", "stage2_fault"));
		assertTrue(page, page.startsWith("stage2_fault on Nested: L0-L1 KvmNonVhe, L2 guest\n"));
		assertTrue(page, page.contains("L1 KvmNonVhe handles stage2_fault "));
	}

	@Test
	public void theOtherVcpuOfAnIpiIsShown() throws Exception {
		String page = page(explain("Nested", "virtual_ipi"));
		assertTrue(page, page.contains("  up to the signal to another vCPU"));
		assertTrue(page, page.contains("  until it arrives: ipi_delivery"));
		assertTrue(page, page.contains("  L2 interrupt -> traps, L1 handles it, on another vCPU"));
	}

	// ------------------------------------------------------------------------------------------- numbers

	@Test
	public void theRootComesToWhatARunComesTo() throws Exception {
		Map<String, Long> traps = Installed.counts(Installed.rows(study), Metric.TRAPS);
		Map<String, Long> cycles = Installed.counts(Installed.rows(study), Metric.CYCLES);
		for (String stack : STACKS) {
			assertEquals(stack, traps.get(stack).longValue(), explain(stack, "hypercall").tree().traps());
			assertEquals(stack, cycles.get(stack).longValue(), explain(stack, "hypercall").tree().cycles());
		}
	}

	@Test
	public void everyNodeIsTheSumOfWhatIsBelowIt() throws Exception {
		for (String stack : STACKS) {
			for (String workload : WORKLOADS) {
				assertSums(stack + " " + workload, explain(stack, workload).tree(), new HashSet<>());
			}
		}
	}

	private static void assertSums(String name, TrapTree node, Set<TrapTree> seen) {
		if (!seen.add(node) || node.children().isEmpty()) {
			return;
		}
		Outcome outcome = node.outcome();
		for (int level = 0; level < outcome.levels(); level++) {
			int each = level;
			long own = node.trap().isPresent() && node.level() == level ? 1 : 0;
			assertEquals(name + ", " + node, outcome.traps(level), own + node.children().stream().mapToLong(child -> child.outcome().traps(each)).sum());
			// Cycles after a signal are spent beside the other vCPU's.
			if (!(node.what() instanceof TrapTree.What.UntilSignal)) {
				for (Cause cause : Cause.values()) {
					assertEquals(name + ", " + node, outcome.cycles(level, cause),
							node.children().stream().mapToLong(child -> child.outcome().cycles(each, cause)).sum());
				}
			}
		}
		node.children().forEach(child -> assertSums(name, child, seen));
	}

	@Test(timeout = 60_000)
	public void thePageOfL6GrowsWithTheDepthAndNotWithTheTraps() throws Exception {
		Explanation explanation = Installed.STUDIES.explain(tower(6), "Tower", "hypercall");
		assertTrue(explanation.toString(), explanation.tree().traps() > 1_000_000_000);
		String page = page(explanation);
		assertTrue("lines: " + page.lines().count(), page.lines().count() <= 6 * 200);
		assertFits(page);
		for (int depth = 1; depth <= 18; depth++) {
			assertTrue("depth " + depth, page(explanation, depth, false).lines().count() <= 6 * 200);
		}
		assertTrue(page(explanation, Explanation.WHOLE_DEPTH, true).lines().count() <= 6 * 400);
	}

	// ------------------------------------------------------------------------------------------- bad input

	private void assertRefused(String message, String stack, String operation) {
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> explain(stack, operation));
		assertEquals(study + ": error: " + message, problem.getMessage());
	}

	@Test
	public void anUnknownStackIsNamedWithTheOnesThereAre() {
		assertRefused("there is no stack 'Elsewhere' in the file or its imports; there are the stacks " + String.join(", ", STACKS),
				"Elsewhere", "hypercall");
	}

	@Test
	public void aSlipInAStacksNameIsFound() {
		assertRefused("there is no stack 'nested' in the file or its imports; did you mean 'Nested'?", "nested", "hypercall");
	}

	@Test
	public void aSlipInAnOperationsNameIsFound() {
		assertRefused("there is no workload or operation 'hyprecall' in the file or its imports; did you mean 'hypercall'?", "Nested",
				"hyprecall");
	}

	@Test
	public void anUnknownOperationIsNamedWithTheWorkloadsAndOperationsThereAre() {
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> explain("Nested", "dancing"));
		String start = study + ": error: there is no workload or operation 'dancing' in the file or its imports; there are the workloads hypercall, ";
		assertTrue(problem.getMessage(), problem.getMessage().startsWith(start));
		assertTrue(problem.getMessage(), problem.getMessage().contains(" and operations hypercall, call_hyp, "));
	}

	@Test
	public void aMissingFile() {
		assertThrows(NoSuchFileException.class,
				() -> Installed.STUDIES.explain(folder.getRoot().toPath().resolve("nowhere.trapline"), "Nested", "hypercall"));
	}

	@Test
	public void aCountThatDoesNotFitIsAnErrorThatNamesTheStack() throws Exception {
		Path tall = tower(14);
		InvalidStudyException problem = assertThrows(InvalidStudyException.class,
				() -> Installed.STUDIES.explain(tall, "Tower", "hypercall"));
		assertEquals(tall + ":3:7: error: stack 'Tower': a count of workload 'hypercall' exceeds 2^63 - 1: take fewer levels",
				problem.getMessage());
	}
}
