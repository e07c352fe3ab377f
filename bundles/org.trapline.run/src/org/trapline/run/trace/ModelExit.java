// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.trace;

import java.util.Objects;
import java.util.Optional;

import org.trapline.run.compile.SourcePlace;
import org.trapline.run.explain.ExitSequence.Row;
import org.trapline.sim.isa.Direction;
import org.trapline.trace.summary.ExitKey;

/**
 * An exit of a model's operation.
 *
 * @param number in the operation, from 1
 * @param row    what the model says of it
 * @param place  the step of the hypervisor's program that made it; empty for the guest's own exits
 */
public record ModelExit(int number, Row row, Optional<SourcePlace> place) {

	/** L0's trace tells a nested VM from a VM, and no more. */
	private static final int DEEPEST = 2;

	public ModelExit {
		Objects.requireNonNull(row);
		Objects.requireNonNull(place);
	}

	/** The level that a trace of L0 shows: 1 for a VM, 2 for a VM at any level above. */
	int level() {
		return Math.min(row.level(), DEEPEST);
	}

	/** Whether an exit of a trace is this one. What one of both does not tell is no difference. */
	boolean matches(ExitKey exit) {
		return (exit.level() == ExitKey.UNKNOWN || exit.level() == level()) && exit.reason().equalsIgnoreCase(row.reason())
				&& (exit.handler() == ExitKey.UNKNOWN || exit.reflected() == row.handler() > 0) && sameRegister(exit) && sameDirection(exit);
	}

	/** Traces of x86 have an MSR's number, models have its name; Arm has names in both. */
	private boolean sameRegister(ExitKey exit) {
		return exit.register().isEmpty() || row.register().isEmpty() || exit.register().startsWith("0x") != row.register().get().startsWith("0x")
				|| exit.register().equalsIgnoreCase(row.register().get());
	}

	private boolean sameDirection(ExitKey exit) {
		return exit.direction() == org.trapline.trace.summary.Direction.NONE || row.direction().isEmpty()
				|| exit.direction() == org.trapline.trace.summary.Direction.READ == (row.direction().get() == Direction.READ);
	}

	/** For people: {@code L1 SYS64 MDSCR_EL1 read}. */
	public String label() {
		StringBuilder label = new StringBuilder("L").append(row.level()).append(' ').append(row.reason());
		row.register().ifPresent(register -> label.append(' ').append(register));
		row.direction().ifPresent(direction -> label.append(' ').append(direction.name().toLowerCase(java.util.Locale.ROOT)));
		return label.append(row.handler() > 0 ? ", reflected to L" + row.handler() : "").toString();
	}
}
