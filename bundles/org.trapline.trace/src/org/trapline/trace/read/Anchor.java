// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.read;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

import org.trapline.trace.summary.ExitKey;

/**
 * The exit that an operation begins with, as a user names it.
 *
 * @param reason   the exit reason; upper and lower case are the same
 * @param register what it has to access; empty for any
 * @param level    of the software that exits; empty for the highest that has such exits
 */
public record Anchor(String reason, String register, OptionalInt level) {

	public Anchor {
		Objects.requireNonNull(register);
		Objects.requireNonNull(level);
		if (reason.isBlank()) {
			throw new IllegalArgumentException("an anchor without an exit reason; it is the name of one, as HVC64");
		}
	}

	/**
	 * From text: {@code hypercall}, {@code L2 npf}, {@code L1 SYS64 MDSCR_EL1}.
	 *
	 * @throws IllegalArgumentException when it is none of these
	 */
	public static Anchor parse(String text) {
		String rest = text.strip();
		OptionalInt level = OptionalInt.empty();
		if (rest.matches("[lL]\\d\\s+\\S.*")) {
			level = OptionalInt.of(rest.charAt(1) - '0');
			rest = rest.substring(2).strip();
		}
		// Names of SVM's exceptions hold a blank: "PF excp".
		int blank = rest.indexOf(' ');
		boolean exception = blank > 0 && rest.toLowerCase(Locale.ROOT).startsWith("excp", blank + 1);
		int end = exception ? rest.indexOf(' ', blank + 1) : blank;
		return end < 0 ? new Anchor(rest, "", level) : new Anchor(rest.substring(0, end), rest.substring(end).strip(), level);
	}

	/** Whether an exit is one. */
	public boolean matches(ExitKey key) {
		return key.reason().equalsIgnoreCase(reason) && (register.isEmpty() || key.register().equalsIgnoreCase(register))
				&& (level.isEmpty() || level.getAsInt() == key.level());
	}

	/** For people. */
	public String label() {
		return (level.isPresent() ? "L" + level.getAsInt() + " " : "") + reason + (register.isEmpty() ? "" : " " + register);
	}
}
