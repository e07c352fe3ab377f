// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Counts are an outcome: who changes a register's rule or a hypervisor's program in the text changes them, and just so. */
public class ChangedModelsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private OwnModels models;

	@Before
	public void copy() throws Exception {
		models = new OwnModels(folder.getRoot().toPath());
	}

	@Test
	public void copiesOfTheLibrariesComeToTheSame() throws Exception {
		assertEquals(Map.of("Vm", 1L, "Nested", 126L, "NestedVhe", 82L, "NestedNeve", 17L, "NestedNeveVhe", 15L), models.traps());
	}

	@Test
	public void withoutPmuTrapsAsInTheAuthorsUnitTestBuildItIs124And80() throws Exception {
		models.change(OwnModels.ARM, "traps when TPM$", "");
		assertEquals(124, models.traps().get("Nested").longValue());
		assertEquals(80, models.traps().get("NestedVhe").longValue());
	}

	@Test
	public void anyRegisterThatStopsToTrapTakesItsOwnAccessesOffTheCountAndNoOthers() throws Exception {
		List<String> stacks = List.of("Nested", "NestedVhe");
		Map<String, Map<String, Long>> accesses = new HashMap<>();
		for (String stack : stacks) {
			for (String trap : Installed.trace(models.study(), stack)) {
				String[] words = trap.split(" ");
				if (words.length == 3) {
					accesses.computeIfAbsent(words[2], r -> new HashMap<>()).merge(stack, 1L, Long::sum);
				}
			}
		}
		assertTrue("trapping registers: " + accesses.keySet(), accesses.size() > 40);
		String rules = models.text(OwnModels.ARM);
		Map<String, Long> before = models.traps();
		for (Map.Entry<String, Map<String, Long>> register : accesses.entrySet()) {
			models.change(OwnModels.ARM, "^\t" + register.getKey() + "\\s+traps .*$", "\t" + register.getKey());
			Map<String, Long> after = models.traps();
			for (String stack : stacks) {
				assertEquals(register.getKey() + " on " + stack, before.get(stack) - register.getValue().getOrDefault(stack, 0L),
						after.get(stack).longValue());
			}
			models.set(OwnModels.ARM, rules);
		}
	}

	@Test
	public void whenEveryAccessTrapsThereAre159TrapsWithoutVheAnd114With() throws Exception {
		// The numbers of section 4.3, of which it lists those that trap. They hold with the exit of L2, and L1's HVC and ERETs.
		models.change(OwnModels.ARM, "^\t([A-Z0-9_]+_(EL[0-9]+|VMCR))( +traps .*)?$", "\t$1 traps always");
		assertEquals(159, models.traps().get("Nested").longValue());
		assertEquals(114, models.traps().get("NestedVhe").longValue());
	}

	@Test
	public void theOrderOfAProgramsStepsChangesNoCount() throws Exception {
		Map<String, Long> before = models.traps();
		String fingerprint = Installed.run(models.study()).fingerprint();
		List<String> traceBefore = Installed.trace(models.study(), "Nested");
		models.set(OwnModels.KVM, reversed(models.text(OwnModels.KVM)));
		List<String> traceAfter = Installed.trace(models.study(), "Nested");
		assertNotEquals("the order has changed", traceBefore, traceAfter);
		assertEquals(sorted(traceBefore), sorted(traceAfter));
		assertEquals(before, models.traps());
		assertEquals("cycles too", fingerprint, Installed.run(models.study()).fingerprint());
	}

	@Test
	public void aStepMoreIsItsTrapsMoreWhereverTheHypervisorIsAGuest() throws Exception {
		models.change(OwnModels.KVM, "step \"vCPU pointer\"                  \\{ write TPIDR_EL2 \\}\n\t\tstep \"save EL1 state of the host\"",
				"step \"vCPU pointer\" { write TPIDR_EL2 read HCR_EL2, CSSELR_EL1 }\n\t\tstep \"save EL1 state of the host\"");
		Map<String, Long> after = models.traps();
		assertEquals("L0 does it natively", 1, after.get("Vm").longValue());
		assertEquals("only HCR_EL2 traps", 127, after.get("Nested").longValue());
		assertEquals("KvmVhe is another program", 82, after.get("NestedVhe").longValue());
	}

	@Test
	public void cachedReadsOfMdscrMakeNeve15WithoutVheAnd13With() throws Exception {
		// Section 5.2: the other consistent choice.
		models.change("neve", "^\tcached \\{", "\tcached { MDSCR_EL1,");
		assertEquals(15, models.traps().get("NestedNeve").longValue());
		assertEquals(13, models.traps().get("NestedNeveVhe").longValue());
	}

	@Test
	public void aMechanismThatTreatsNothingSavesNothing() throws Exception {
		models.change("neve", "(?s)^\t(defer|redirect|cached)( when NV1)? \\{.*?\\}", "");
		assertEquals(126, models.traps().get("NestedNeve").longValue());
		assertEquals(82, models.traps().get("NestedNeveVhe").longValue());
	}

	@Test
	public void aCpuWithoutAControlThatAGuestHypervisorNeedsCannotRunTheStack() throws Exception {
		models.change(OwnModels.ARM, "controls TVM, TRVM, TAC, ", "controls TVM, TRVM, ");
		List<String> problems = Installed.STUDIES.check(models.study()).stream().map(Object::toString).toList();
		assertEquals(models.study() + ":8:7: error: L1 (KvmNonVhe) in a VM needs a cpu with nested virtualization (TAC), "
				+ "and platform 'Moonshot' has arm.v8_3", problems.get(0));
	}

	/** The text with the steps of every routine in reverse order. */
	private static String reversed(String text) {
		List<String> lines = new ArrayList<>();
		List<String> steps = new ArrayList<>();
		for (String line : text.split("\n")) {
			if (line.startsWith("\t\tstep ")) {
				steps.add(line);
			} else {
				Collections.reverse(steps);
				lines.addAll(steps);
				steps.clear();
				lines.add(line);
			}
		}
		return String.join("\n", lines) + "\n";
	}

	private static List<String> sorted(List<String> list) {
		return list.stream().sorted().toList();
	}
}
