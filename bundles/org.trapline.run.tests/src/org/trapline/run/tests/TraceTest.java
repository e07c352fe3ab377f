// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.run.InvalidStudyException;

/** Which traps a nested hypercall makes, one by one. Sections are those of the reference, arm-nested.md. */
public class TraceTest {

	private static final String INSTRUCTIONS = "exceptions and instructions";
	private static final String CONTEXT = "EL1 context of L2 and host";
	private static final String EXCEPTION_STATE = "ELR, SPSR, ESR of L1";
	private static final String VM_CONTROL = "HCR, HSTR, VTTBR, TPIDR";
	private static final String TRAP_CONTROL = "CPTR or CPACR, MDCR, CNTHCTL, CNTVOFF";

	/** The EL1 registers that are the VM's to a hypervisor without VHE, and trap. */
	private static final Set<String> EL1 = Set.of("SCTLR_EL1", "CPACR_EL1", "TTBR0_EL1", "TTBR1_EL1", "TCR_EL1", "ESR_EL1", "AFSR0_EL1",
			"AFSR1_EL1", "FAR_EL1", "MAIR_EL1", "VBAR_EL1", "CONTEXTIDR_EL1", "AMAIR_EL1", "SP_EL1", "ELR_EL1", "SPSR_EL1");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path study;

	@Before
	public void write() throws Exception {
		study = OwnModels.shipped(folder.getRoot().toPath());
	}

	@Test
	public void the15TrapsOfNeveWithAVheGuestHypervisorComeInTheOrderOfSection52() throws Exception {
		assertEquals(List.of("L2 hypercall", "L1 read CPACR_EL1", "L1 read MDSCR_EL1", "L1 write CNTVOFF_EL2", "L1 write CPACR_EL1",
				"L1 write MDCR_EL2", "L1 write MDSCR_EL1",
				"L1 read MDSCR_EL1", "L1 write MDCR_EL2", "L1 read CPACR_EL1", "L1 write CPACR_EL1", "L1 write GICH_VMCR",
				"L1 write CNTVOFF_EL2", "L1 write MDSCR_EL1", "L1 enter_guest"), Installed.trace(study, "NestedNeveVhe"));
	}

	@Test
	public void the17TrapsOfNeveWithoutVheComeInTheOrderOfSection52() throws Exception {
		assertEquals(List.of("L2 hypercall", "L1 read MDSCR_EL1", "L1 write CNTHCTL_EL2", "L1 write CNTVOFF_EL2", "L1 write CPTR_EL2",
				"L1 write MDCR_EL2", "L1 write MDSCR_EL1", "L1 return_to_kernel",
				"L1 call_hyp", "L1 read MDSCR_EL1", "L1 write MDCR_EL2", "L1 write CPTR_EL2", "L1 write GICH_VMCR",
				"L1 write CNTHCTL_EL2", "L1 write CNTVOFF_EL2", "L1 write MDSCR_EL1", "L1 enter_guest"),
				Installed.trace(study, "NestedNeve"));
	}

	@Test
	public void aVmsOnlyTrapIsItsHypercall() throws Exception {
		assertEquals(List.of("L1 hypercall"), Installed.trace(study, "Vm"));
	}

	@Test
	public void withoutVhe66TrapsAreOnTheWayOutAnd60OnTheWayBack() throws Exception {
		List<String> trace = Installed.trace(study, "Nested");
		assertEquals(66, trace.indexOf("L1 call_hyp"));
		assertEquals(60, trace.size() - trace.indexOf("L1 call_hyp"));
	}

	@Test
	public void withVhe44TrapsAreOnTheWayOutAnd38OnTheWayBack() throws Exception {
		// The way back begins with the vCPU pointer.
		List<String> trace = Installed.trace(study, "NestedVhe");
		assertEquals(44, trace.indexOf("L1 write TPIDR_EL2"));
		assertEquals(38, trace.size() - trace.indexOf("L1 write TPIDR_EL2"));
	}

	@Test
	public void theFirstTrapsWithoutVheAreThoseOfTheAuthorsCode() throws Exception {
		assertEquals(List.of("L2 hypercall", "L1 read ESR_EL2", "L1 read VTTBR_EL2", "L1 read TPIDR_EL2", "L1 read ELR_EL2",
				"L1 read ESR_EL2", "L1 read SPSR_EL2", "L1 read ESR_EL2", "L1 read CPTR_EL2", "L1 read VMPIDR_EL2",
				"L1 read SCTLR_EL1"), Installed.trace(study, "Nested").subList(0, 11));
	}

	@Test
	public void the126TrapsWithoutVheFallIntoTheClassesOfSection43() throws Exception {
		assertEquals(new TreeMap<>(Map.of(INSTRUCTIONS, 4, CONTEXT, 68, EXCEPTION_STATE, 14, VM_CONTROL, 16, TRAP_CONTROL, 12,
				"GICH_VMCR", 2, "ACTLR_EL1", 4, "MDSCR_EL1", 4, "PMUSERENR_EL0", 2)), classes("Nested", false));
	}

	@Test
	public void the82TrapsWithVheFallIntoTheClassesOfSection43() throws Exception {
		assertEquals(new TreeMap<>(Map.of(INSTRUCTIONS, 2, CONTEXT, 36, EXCEPTION_STATE, 3, VM_CONTROL, 15, TRAP_CONTROL, 9,
				"GICH_VMCR", 2, "EL02 timer", 5, "ACTLR_EL1", 4, "MDSCR_EL1", 4, "PMUSERENR_EL0", 2)), classes("NestedVhe", true));
	}

	@Test
	public void everyCountOfTheStudyIsTheLengthOfItsTrace() throws Exception {
		Map<String, Long> counts = Installed.counts(Installed.rows(study), org.trapline.result.Metric.TRAPS);
		for (Map.Entry<String, Long> count : counts.entrySet()) {
			assertEquals(count.getKey(), count.getValue().longValue(), Installed.trace(study, count.getKey()).size());
		}
	}

	@Test
	public void aTraceOfAnUnknownStackIsAnErrorThatNamesIt() {
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.trace(study, "Nowhere"));
		assertEquals(study + ": error: there is no stack 'Nowhere' in the file or its imports; there are the stacks Vm, Nested, NestedVhe, NestedNeve, NestedNeveVhe", problem.getMessage());
	}

	/** How many traps are of which class. */
	private Map<String, Integer> classes(String stack, boolean vhe) throws Exception {
		Map<String, Integer> counts = new TreeMap<>();
		for (String trap : Installed.trace(study, stack)) {
			counts.merge(classOf(trap.substring("L1 ".length()), vhe), 1, Integer::sum);
		}
		return counts;
	}

	private static String classOf(String operation, boolean vhe) {
		if (!operation.startsWith("read ") && !operation.startsWith("write ")) {
			return INSTRUCTIONS;
		}
		String register = operation.substring(operation.indexOf(' ') + 1);
		if (register.endsWith("_EL02")) {
			return "EL02 timer";
		}
		if (Stream.of("CPTR_EL2", "MDCR_EL2", "CNTHCTL_EL2", "CNTVOFF_EL2").anyMatch(register::equals)
				|| vhe && register.equals("CPACR_EL1")) {
			return TRAP_CONTROL;
		}
		if (register.endsWith("_EL12") || EL1.contains(register) || register.equals("VMPIDR_EL2")) {
			return CONTEXT;
		}
		return switch (register) {
		case "ELR_EL2", "SPSR_EL2", "ESR_EL2" -> EXCEPTION_STATE;
		case "HCR_EL2", "HSTR_EL2", "VTTBR_EL2", "TPIDR_EL2" -> VM_CONTROL;
		default -> register;
		};
	}
}
