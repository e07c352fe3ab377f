// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Locale;
import java.util.Objects;

/**
 * What exits have in common that are counted together.
 *
 * @param level     of the software that exited: 1 is a VM of the host, 2 is a nested VM (or one nested deeper, which the host's trace shows as 2),
 *                  {@link #UNKNOWN} where the trace does not tell
 * @param handler   the level of the hypervisor that handled it: 0 for the host alone, 1 where the host reflected it to its guest hypervisor;
 *                  {@link #UNKNOWN} where the trace does not tell
 * @param reason    the kernel's name of the exit reason, in the spelling of its architecture: {@code MSR_WRITE}, {@code npf}, {@code SYS64}
 * @param register  what was accessed, as {@code MDSCR_EL1}, {@code 0x1d9} (an MSR's number) or {@code CR4}; empty where it does not tell
 * @param direction of the access
 */
public record ExitKey(int level, int handler, String reason, String register, Direction direction) {

	/** A level that the trace does not tell. */
	public static final int UNKNOWN = -1;

	public ExitKey {
		Objects.requireNonNull(reason);
		Objects.requireNonNull(register);
		Objects.requireNonNull(direction);
		if (level < UNKNOWN || handler < UNKNOWN) {
			throw new IllegalArgumentException("level " + level + ", handled at " + handler);
		}
	}

	/** Whether the host handed it on to a guest hypervisor. */
	public boolean reflected() {
		return handler > 0;
	}

	/** For people: {@code L1 SYS64 MDSCR_EL1 read}. */
	public String label() {
		StringBuilder label = new StringBuilder(level == UNKNOWN ? "L?" : "L" + level).append(' ').append(reason);
		if (!register.isEmpty()) {
			label.append(' ').append(register);
		}
		if (direction != Direction.NONE) {
			label.append(' ').append(direction.name().toLowerCase(Locale.ROOT));
		}
		return label.toString();
	}
}
