// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.isa.Direction;

/**
 * Which exits a row of {@link Metric#EXITS} counts: those of one level, for one reason, that one hypervisor handles. The row's value is how many
 * there are, in one operation or, on average, in one request.
 *
 * @param exitLevel the level that exits, 1 or more
 * @param handler   the level of the hypervisor that handles them: 0 for L0, above where L0 reflects them
 * @param reason    why, under the name that the kernel prints: {@code MSR_WRITE}, {@code SYS64}
 * @param register  the register or field that was accessed; empty where the exit is not for an access to one
 * @param direction whether that was read or written; there wherever {@code register} is
 * @param share     how many of all exits of the cell (experiment, stack, workload, point) these are, in percent
 * @param cycles    of L0 for all of these exits, each from the exit to the next entry
 * @since 0.2.0
 */
public record ExitDetail(int exitLevel, int handler, String reason, Optional<String> register, Optional<Direction> direction, BigDecimal share,
		BigDecimal cycles) implements RowDetail {

	private static final MathContext MEAN = MathContext.DECIMAL64;
	private static final String BETWEEN = " ";

	public ExitDetail {
		Objects.requireNonNull(reason);
		Objects.requireNonNull(register);
		Objects.requireNonNull(direction);
		Objects.requireNonNull(share);
		Objects.requireNonNull(cycles);
		if (register.isPresent() != direction.isPresent()) {
			throw new IllegalArgumentException("an exit for an access has a register and a direction, other exits have neither: " + reason);
		}
	}

	/** The word for a direction in JSON and CSV. */
	public static String word(Direction direction) {
		return direction.name().toLowerCase(Locale.ROOT);
	}

	/** Cycles of one of these exits on average; 0 where there is none. */
	public BigDecimal mean(BigDecimal count) {
		return count.signum() == 0 ? BigDecimal.ZERO : cycles.divide(count, MEAN);
	}

	/** What was accessed: {@code read HCR_EL2}; empty where the exit is not for an access. */
	public String access() {
		return direction.map(ExitDetail::word).orElse("") + register.map(name -> BETWEEN + name).orElse("");
	}

	@Override
	public String key() {
		return String.join(BETWEEN, "L" + exitLevel, reason, access(), "L" + handler, cycles.toPlainString());
	}
}
