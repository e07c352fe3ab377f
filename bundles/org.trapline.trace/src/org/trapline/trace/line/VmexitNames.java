// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.line;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.trapline.trace.text.Ascii;

/** The names of the operations that kvm-unit-tests' {@code x86/vmexit} measures, in its old and its new versions. */
public final class VmexitNames {

	private static final String SKIPPED = "(skipped)";
	private static final Set<String> SELF_IPIS = Set.of("self_ipi_sti_nop", "self_ipi_sti_hlt", "self_ipi_tpr", "self_ipi_tpr_sti_nop", "self_ipi_tpr_sti_hlt");
	private static final Set<String> NAMES = Stream.concat(
			Stream.of("cpuid", "vmcall", "mov_from_cr8", "mov_to_cr8", "inl_from_pmtimer", "inl_from_qemu", "inl_from_kernel", "outl_to_kernel", "mov_dr",
					"tscdeadline_immed", "tscdeadline", "ipi", "ipi_halt", "ipi+halt", "ple_round_robin", "ple-round-robin", "wr_kernel_gs_base",
					"wr_tsx_ctrl_msr", "wr_ibrs_msr", "wr_ibpb_msr", "wr_tsc_adjust_msr", "rd_tsc_adjust_msr", "toggle_cr0_wp", "toggle_cr4_pge", "pci-mem",
					"pci-io"),
			SELF_IPIS.stream().flatMap(name -> Stream.of(name, "x2apic_" + name))).collect(Collectors.toUnmodifiableSet());

	private VmexitNames() {
	}

	/** Whether a text is {@code NAME CYCLES} or {@code NAME (skipped)}, perhaps with something before the name. */
	static boolean isResult(byte[] text, int from, int to) {
		int end = Ascii.trimEnd(text, from, to);
		int value = tokenBefore(text, from, end);
		if (value == from || Ascii.skipDigits(text, value, end) != end && !new String(text, value, end - value, StandardCharsets.UTF_8).equals(SKIPPED)) {
			return false;
		}
		int nameEnd = Ascii.trimEnd(text, from, value);
		String name = Ascii.string(text, tokenBefore(text, from, nameEnd), nameEnd);
		return isName(name);
	}

	/** Whether an operation of this name is measured. */
	public static boolean isName(String name) {
		// A device gives its PCI tests a name to put before theirs.
		return NAMES.contains(name) || name.endsWith("pci-mem") || name.endsWith("pci-io");
	}

	/** Where the last token before a place begins. */
	static int tokenBefore(byte[] text, int from, int end) {
		int start = end;
		while (start > from && !Ascii.isBlank(text[start - 1])) {
			start--;
		}
		return start;
	}
}
