// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.Test;
import org.trapline.sim.isa.ExitCode;

/** The architectures' own numbers for why a guest exits, and what the libraries use of them. */
public class ExitCodesTest {

	private static final Pattern OPERATION = Pattern.compile("^operation \\w+ : (\\w+) exit (\\w+)", Pattern.MULTILINE);

	private static List<ExitCode> codes(String implementation) {
		return Installed.CATALOG.cpuFactory(implementation).exitCodes();
	}

	private static ExitCode code(String implementation, int number) {
		List<ExitCode> found = codes(implementation).stream().filter(each -> each.number() == number).toList();
		assertEquals("codes " + number + " of " + implementation, 1, found.size());
		return found.get(0);
	}

	@Test
	public void everyNumberStandsForOneReasonThatIsDescribed() {
		for (String implementation : List.of("org.trapline.cpu.x86", "org.trapline.cpu.arm")) {
			Set<Integer> numbers = new HashSet<>();
			for (ExitCode each : codes(implementation)) {
				assertTrue(implementation + " " + each.number(), numbers.add(each.number()));
				assertFalse(each.name(), each.description().isBlank());
			}
		}
	}

	@Test
	public void basicExitReasonsOfVmxEndAt64AndLeaveOutTheReservedOnes() {
		Set<Integer> numbers = codes("org.trapline.cpu.x86").stream().map(ExitCode::number).collect(Collectors.toSet());
		for (int number = 0; number <= 64; number++) {
			boolean reserved = List.of(35, 38, 42).contains(number);
			assertEquals("exit reason " + number, !reserved, numbers.contains(number));
		}
		assertEquals(62, numbers.size());
	}

	@Test
	public void namesAreThoseThatTheKernelPrints() {
		Map<Integer, String> vmx = Map.of(4, "SIPI_SIGNAL", 18, "VMCALL", 26, "VMOFF", 27, "VMON", 32, "MSR_WRITE", 36, "MWAIT_INSTRUCTION", 39, "MONITOR_INSTRUCTION", 40,
				"PAUSE_INSTRUCTION", 48, "EPT_VIOLATION");
		vmx.forEach((number, name) -> assertEquals(name, code("org.trapline.cpu.x86", number).name()));
		Map<Integer, String> arm = Map.of(0x01, "WFx", 0x16, "HVC64", 0x18, "SYS64", 0x1A, "ERET", 0x24, "DABT_LOW");
		arm.forEach((number, name) -> assertEquals(name, code("org.trapline.cpu.arm", number).name()));
	}

	@Test
	public void instructionsOfX86ExitWithTheReasonOfTheirName() {
		List<String> named = List.of("VMCALL", "CPUID", "VMRESUME", "VMREAD", "VMWRITE", "VMPTRLD", "VMCLEAR", "INVEPT", "HLT");
		var operations = OPERATION.matcher(Installed.library("org.trapline.cpu.x86/x86")).results().filter(each -> named.contains(each.group(1))).toList();
		assertEquals(10, operations.size());
		operations.forEach(each -> assertEquals(each.group(1), code("org.trapline.cpu.x86", Integer.decode(each.group(2))).name()));
	}

	@Test
	public void everyExitOfTheLibrariesIsOneOfTheArchitecture() {
		for (String architecture : List.of("x86", "arm")) {
			var operations = OPERATION.matcher(Installed.library("org.trapline.cpu." + architecture + "/" + architecture)).results().toList();
			assertTrue(architecture + ": " + operations.size(), operations.size() >= 12);
			operations.forEach(each -> code("org.trapline.cpu." + architecture, Integer.decode(each.group(2))));
		}
	}
}
