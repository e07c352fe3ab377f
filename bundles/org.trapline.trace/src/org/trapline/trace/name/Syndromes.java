// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.name;

import org.trapline.trace.level.ExitRecord;
import org.trapline.trace.level.ReasonKind;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.text.Names;

/** What an Arm syndrome (ESR_EL2) says of the access that it is about. */
public final class Syndromes {

	private static final int CLASS_SHIFT = 26;
	private static final int CLASSES = 0x3f;
	private static final int SYS64 = 0x18;
	private static final int WRITE_NOT_READ = 6;
	private static final int ENCODINGS = 1 << 16;

	private final Names registers;
	private final SystemRegisters system = new SystemRegisters();
	/** By encoding: the register's number, 0 where it was not seen. */
	private final int[] byEncoding = new int[ENCODINGS];

	/** @param registers gets the names */
	public Syndromes(Names registers) {
		this.registers = registers;
	}

	/** The exception class. */
	public static int exceptionClass(long syndrome) {
		return (int) (syndrome >> CLASS_SHIFT) & CLASSES;
	}

	/** Puts register and direction into an exit, where nothing has told them yet. */
	public void describe(long syndrome, ExitRecord exit) {
		if (exit == null || exit.direction() != Direction.NONE) {
			return;
		}
		if (exit.reason().kind() == ReasonKind.SYSREG && exceptionClass(syndrome) == SYS64) {
			exit.access(register(SystemRegisters.encoding(syndrome)));
			exit.access(SystemRegisters.reads(syndrome) ? Direction.READ : Direction.WRITE);
		} else if (exit.reason().kind() == ReasonKind.FAULT) {
			exit.access((syndrome >> WRITE_NOT_READ & 1) == 1 ? Direction.WRITE : Direction.READ);
		}
	}

	/** The register's number, by its encoding. */
	public int register(int encoding) {
		if (byEncoding[encoding] == 0) {
			byEncoding[encoding] = registers.number(system.name(encoding));
		}
		return byEncoding[encoding];
	}
}
