// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;

/**
 * The place of a charge in a world switch: from software that exited, through a hypervisor, to the software that runs next.
 *
 * @param level the level that is charged
 * @param ends  the software at both ends
 * @param phase the part of the switch
 * @since 0.2.0
 */
public record WorldSwitch(int level, Ends ends, Phase phase) {

	/**
	 * The software at both ends of a world switch.
	 *
	 * @param from the level that exited; the charged level where no software exited
	 * @param to   the level that runs next
	 */
	public record Ends(int from, int to) {
	}

	/** The parts of a world switch. */
	public enum Phase {
		/** Leaving the software that exited. */
		LEAVING,
		/** The hypervisor handles or forwards the exit. */
		BETWEEN,
		/** Entering the software that runs next. */
		ENTERING
	}

	public WorldSwitch {
		Objects.requireNonNull(ends);
		Objects.requireNonNull(phase);
	}

	/** Work of software outside of world switches. */
	public static WorldSwitch none(int level) {
		return new WorldSwitch(level, new Ends(level, level), Phase.BETWEEN);
	}

	/** The level that exited. */
	public int from() {
		return ends.from();
	}

	/** The level that runs next. */
	public int to() {
		return ends.to();
	}

	/** The level of the guest that is left or entered; between leaving and entering, the higher of the two. */
	public int guest() {
		return switch (phase) {
		case LEAVING -> from();
		case BETWEEN -> Math.max(from(), to());
		case ENTERING -> to();
		};
	}
}
