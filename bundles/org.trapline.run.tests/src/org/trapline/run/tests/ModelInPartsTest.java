// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Results above L2 of hypervisors whose way from an exit to an entry has no exits say that they are too low. */
public class ModelInPartsTest {

	private static final String NOTE = "far too fast above L2, since KvmByParts is a model in parts, whose accesses do not exit; its numbers hold for L1 and L2 only";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	/** The notes of the rows of a stack whose hypervisors above L0 are of one kind. */
	private String notes(String hypervisor, int levels) throws Exception {
		StringBuilder stack = new StringBuilder("stack S on HaswellSmt { L0 KvmByParts");
		for (int level = 1; level < levels; level++) {
			stack.append(" L").append(level).append(' ').append(hypervisor);
		}
		Path study = Files.writeString(folder.getRoot().toPath().resolve("own.trapline"), """
				import "org.trapline.cpu.smt/haswell-smt"
				registers Plain read costs vm_exit write costs vm_exit { PLAIN }
				hypervisor Operating extends KvmByParts { exit { step { do cpuid } } }
				hypervisor Entering extends KvmByParts { refine enter { step { read PLAIN } } }
				""" + stack + " guest L" + levels + " }\nexperiment E { stacks S workload cpuid measure traps }\n");
		return Installed.only(Installed.STUDIES.run(study, Optional.empty())).rows().stream().map(row -> row.note().orElse("")).distinct()
				.collect(Collectors.joining("\n"));
	}

	@Test
	public void aModelInPartsIsToldAboveL2() throws Exception {
		assertEquals(NOTE, notes("KvmByParts", 3));
	}

	@Test
	public void aModelInPartsHoldsUpToL2() throws Exception {
		assertEquals("", notes("KvmByParts", 2));
	}

	@Test
	public void aHypervisorThatDoesOperationsThatTrapHasExitsOnItsWay() throws Exception {
		assertEquals("", notes("Operating", 3));
	}

	@Test
	public void accessesThatNeverTrapAreNoExits() throws Exception {
		assertEquals(NOTE.replace("KvmByParts", "Entering"), notes("Entering", 3));
	}
}
