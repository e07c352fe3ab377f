// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.name;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exception classes of Arm with the names that the kernel prints. */
final class ArmReasons {

	/** Exits for an interrupt. */
	static final String IRQ = "IRQ";

	private static final String[] CLASSES = new String[0x40];

	static {
		String[] named = {"00 UNKNOWN", "01 WFx", "03 CP15_32", "04 CP15_64", "05 CP14_MR", "06 CP14_LS", "07 FP_ASIMD", "08 CP10_ID", "09 PAC", "0a LS64",
				"0c CP14_64", "0d BTI", "0e ILL", "11 SVC32", "12 HVC32", "13 SMC32", "15 SVC64", "16 HVC64", "17 SMC64", "18 SYS64", "19 SVE", "1a ERET",
				"1c FPAC", "1d SME", "1f IMP_DEF", "20 IABT_LOW", "21 IABT_CUR", "22 PC_ALIGN", "24 DABT_LOW", "25 DABT_CUR", "26 SP_ALIGN", "27 MOPS",
				"28 FP_EXC32", "2c FP_EXC64", "2f SERROR", "30 BREAKPT_LOW", "31 BREAKPT_CUR", "32 SOFTSTP_LOW", "33 SOFTSTP_CUR", "34 WATCHPT_LOW",
				"35 WATCHPT_CUR", "38 BKPT32", "3a VECTOR32", "3c BRK64"};
		for (String each : named) {
			CLASSES[Integer.parseInt(each.substring(0, 2), 16)] = each.substring(3);
		}
	}

	private static final Set<String> NAMES = Stream.concat(Arrays.stream(CLASSES), Stream.of(IRQ, "ILLEGAL", "HYP_GONE")).filter(Objects::nonNull)
			.collect(Collectors.toUnmodifiableSet());

	private ArmReasons() {
	}

	/** The name of an exception class; null where it has none. */
	static String name(long number) {
		return number >= 0 && number < CLASSES.length ? CLASSES[(int) number] : null;
	}

	/** Whether the kernel calls an exit so. */
	static boolean isName(String name) {
		return NAMES.contains(name);
	}
}
