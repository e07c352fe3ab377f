// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.trace;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.trapline.result.format.FormatField;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.ExitRow;

/** The columns of exits by reason: those that a run's exits have, with the same names and units, then those that only a trace has. */
final class ExitColumns {

	/** A column: a text, a whole number, a number or a truth value; null where it does not apply. */
	record Column(String name, String meaning, Function<ExitRow, Object> value) {
	}

	private static final double PERCENT = 100;

	static final List<Column> ALL = List.of(
			new Column("metric", "Always exits.", row -> "exits"),
			new Column("value", "How many exits there are.", ExitRow::count),
			new Column("exitLevel", "The level that exits: 1 is a VM of the host, 2 a nested VM; none where the trace does not tell.", row -> level(row.key().level())),
			new Column("handler", "The level of the hypervisor that handles the exits: 0 for L0, 1 where L0 reflects them; none where the trace does not tell.",
					row -> level(row.key().handler())),
			new Column("reason", "The exit reason, under the kernel's name: MSR_WRITE, npf, SYS64.", row -> row.key().reason()),
			new Column("register", "What is accessed, as MDSCR_EL1, 0x1d9 (an MSR's number) or CR4; none where the trace does not tell.", row -> text(row.key().register())),
			new Column("direction", "read or write.", row -> direction(row.key())),
			new Column("share", "How many of all exits of the trace these are, in percent.", row -> row.share() * PERCENT),
			new Column("reflected", "Whether L0 reflected them to a guest hypervisor.", row -> row.key().reflected()),
			new Column("rate", "Exits a second, from the first to the last exit; none without times.", row -> known(row.rate())),
			new Column("userSpace", "How many of them the user-space VMM completed.", ExitRow::userSpace),
			new Column("times", "How many of them have a time; the next columns are about these, in nanoseconds from the exit to the next entry.", row -> row.times().count()),
			new Column("min", "The shortest time.", row -> known(row.times().min())),
			new Column("mean", "The mean time.", row -> known(row.times().mean())),
			new Column("p50", "The median.", row -> known(row.times().p50())),
			new Column("p99", "99th percentile.", row -> known(row.times().p99())),
			new Column("max", "The longest time.", row -> known(row.times().max())),
			new Column("total", "The sum of the times.", row -> known(row.times().total())));

	/** The columns, in order. */
	static final List<FormatField> FIELDS = ALL.stream().map(column -> new FormatField(column.name(), column.meaning())).toList();

	private ExitColumns() {
	}

	/** A level; null where the trace does not tell. */
	static Integer level(int level) {
		return level == ExitKey.UNKNOWN ? null : level;
	}

	/** A text; null where it is empty. */
	static String text(String text) {
		return text.isEmpty() ? null : text;
	}

	/** The direction of an access; null where there is none. */
	static String direction(ExitKey key) {
		return key.direction() == Direction.NONE ? null : key.direction().name().toLowerCase(Locale.ROOT);
	}

	/** A number; null where it is not known. */
	static Double known(double value) {
		return Double.isFinite(value) ? value : null;
	}
}
