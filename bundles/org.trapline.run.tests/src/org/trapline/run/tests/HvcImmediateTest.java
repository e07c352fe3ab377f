// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.Test;
import org.trapline.mechanism.paravirt.HvcImmediate;
import org.trapline.mechanism.paravirt.HvcImmediate.Kind;

/** The immediate of an HVC that stands for another instruction: 3 bits operation, 8 bits register, 5 bits general register. */
public class HvcImmediateTest {

	/** The registers of the Arm models, which have numbers in the order of their definition. */
	private static final List<String> REGISTERS = Pattern.compile("^\t([A-Z][A-Z0-9_]+)(?=\\s)", Pattern.MULTILINE)
			.matcher(Installed.library("org.trapline.cpu.arm/arm")).results().map(match -> match.group(1)).distinct().toList();

	@Test
	public void everyRegisterOfTheModelsRoundTripsWithEveryGeneralRegister() {
		assertTrue("registers found: " + REGISTERS, REGISTERS.contains("HCR_EL2") && REGISTERS.contains("ICH_LR3_EL2") && REGISTERS.size() > 70);
		Set<Integer> seen = new HashSet<>();
		for (Kind kind : List.of(Kind.MRS, Kind.MSR_REGISTER, Kind.MSR_IMMEDIATE)) {
			for (int register = 0; register < REGISTERS.size(); register++) {
				for (int general = 0; general < 32; general++) {
					HvcImmediate immediate = new HvcImmediate(kind, register, general);
					int encoded = immediate.encode();
					assertTrue("16 bits", encoded >= 0 && encoded <= 0xffff);
					assertTrue(REGISTERS.get(register) + " has an immediate of its own", seen.add(encoded));
					assertEquals(immediate, HvcImmediate.decode(encoded));
				}
			}
		}
	}

	@Test
	public void instructionsWithoutARegisterRoundTrip() {
		for (Kind kind : List.of(Kind.ERET, Kind.TLBI, Kind.HVC)) {
			HvcImmediate immediate = new HvcImmediate(kind, 0, 31);
			assertEquals(immediate, HvcImmediate.decode(immediate.encode()));
		}
	}

	@Test
	public void theFieldsAreWhereTheAuthorsPutThem() {
		assertEquals(0b010_00000101_11111, new HvcImmediate(Kind.MSR_REGISTER, 5, 31).encode());
	}

	@Test
	public void whatDoesNotFitIsAnError() {
		assertThrows(IllegalArgumentException.class, () -> new HvcImmediate(Kind.MRS, 256, 0));
		assertThrows(IllegalArgumentException.class, () -> new HvcImmediate(Kind.MRS, 0, 32));
		assertThrows(IllegalArgumentException.class, () -> HvcImmediate.decode(0));
		assertThrows(IllegalArgumentException.class, () -> HvcImmediate.decode(0x10000));
	}
}
