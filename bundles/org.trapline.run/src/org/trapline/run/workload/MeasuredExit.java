// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trapline.run.compile.ExitNames;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.isa.Direction;

/**
 * Exits of a kind in one operation, or the mean of a request.
 *
 * @param exit   the kind
 * @param reason its name in the kernel
 * @param count  how many
 * @param cycles of L0 for all of them, each from the exit to the next entry
 */
public record MeasuredExit(Exit exit, String reason, BigDecimal count, BigDecimal cycles) {
	public MeasuredExit {
		Objects.requireNonNull(exit);
		Objects.requireNonNull(reason);
		Objects.requireNonNull(count);
		Objects.requireNonNull(cycles);
	}

	/** What an exit is counted by: operations of one reason, as two kinds of ERET, are told apart by what they access only. */
	private record Key(int level, int handler, String reason, Optional<String> register, Optional<Direction> direction) {
		static Key of(MeasuredExit each) {
			return new Key(each.exit().level(), each.exit().handler(), each.reason(), ExitNames.register(each.exit().operation()), ExitNames.direction(each.exit().operation()));
		}
	}

	/** Exits by reason: those that nothing tells apart are taken together. In the order of levels from the top, the most frequent first. */
	static List<MeasuredExit> byReason(List<MeasuredExit> exits) {
		Map<Key, MeasuredExit> sum = new LinkedHashMap<>();
		for (MeasuredExit each : exits) {
			sum.merge(Key.of(each), each, (one, other) -> new MeasuredExit(one.exit(), one.reason(), one.count().add(other.count()), one.cycles().add(other.cycles())));
		}
		return sum.values().stream().sorted(Comparator.comparingInt((MeasuredExit each) -> -each.exit().level()).thenComparing(MeasuredExit::count, Comparator.reverseOrder()))
				.toList();
	}
}
