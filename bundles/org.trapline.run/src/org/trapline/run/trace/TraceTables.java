// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.trace;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.trapline.result.format.Table;
import org.trapline.result.format.Table.Column;
import org.trapline.trace.summary.BenchmarkRow;
import org.trapline.trace.summary.Counter;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.ExitRow;
import org.trapline.trace.summary.Loss;
import org.trapline.trace.summary.Machine;
import org.trapline.trace.summary.Operation;
import org.trapline.trace.summary.ReflectionRow;
import org.trapline.trace.summary.Sequence;
import org.trapline.trace.summary.TimeMeaning;
import org.trapline.trace.summary.Times;
import org.trapline.trace.summary.TraceSummary;

/** What a trace came to, for people. */
final class TraceTables {

	/** By level, then the most frequent first, as the table of a run's exits. */
	private static final Comparator<ExitRow> ORDER = Comparator.comparingInt((ExitRow row) -> row.key().level()).thenComparing(ExitRow::count, Comparator.reverseOrder());
	private static final MathContext DIGITS = new MathContext(4);
	private static final int SEQUENCES = 3;

	private TraceTables() {
	}

	static void write(TraceSummary trace, Appendable out) throws IOException {
		out.append(head(trace)).append('\n');
		if (!trace.exits().isEmpty()) {
			out.append(trace.meaning() == TimeMeaning.NONE ? "There are no times.\n\n" : "Times are " + trace.meaning().label() + ".\n\n");
			exits(trace).write(out);
		}
		if (!trace.reflections().isEmpty()) {
			out.append("\nReflected exits: for each, the guest hypervisor's own exits and the times until the nested VM runs again\n\n");
			reflections(trace).write(out);
		}
		if (trace.operation().isPresent()) {
			operation(trace.operation().get(), out);
		}
		if (!trace.counters().isEmpty()) {
			out.append('\n');
			counters(trace).write(out);
		}
		if (!trace.benchmarks().isEmpty()) {
			out.append('\n');
			benchmarks(trace).write(out);
		}
		if (!trace.losses().isEmpty()) {
			out.append("\nNot used, or missing:\n");
			for (Loss loss : trace.losses()) {
				out.append("  ").append(Table.grouped(BigDecimal.valueOf(loss.count()))).append(' ').append(loss.kind().label())
						.append(loss.firstLine() > 0 ? " (first at line " + loss.firstLine() + ")" : "").append('\n');
			}
		}
	}

	private static String head(TraceSummary trace) {
		Machine machine = trace.machine();
		StringBuilder head = new StringBuilder(trace.source().name()).append(": ").append(trace.kind().label()).append(", ").append(machine.isa().label());
		if (trace.source().events() > 0) {
			head.append(", ").append(Table.grouped(BigDecimal.valueOf(trace.source().events()))).append(" events");
		}
		if (!trace.exits().isEmpty()) {
			head.append(", ").append(Table.grouped(BigDecimal.valueOf(trace.exitCount()))).append(" exits");
		}
		if (!machine.vcpus().isEmpty()) {
			head.append(", ").append(machine.vcpus().size()).append(machine.vcpus().size() == 1 ? " vCPU" : " vCPUs");
		}
		if (trace.span().timed()) {
			head.append(", ").append(time(trace.span().seconds() * 1e9));
		}
		return head.toString();
	}

	private static Table exits(TraceSummary trace) {
		Table table = new Table(List.of(new Column("exit from", false), new Column("reason", false), new Column("access", false), new Column("handler", false),
				new Column("exits", true), new Column("share", true), new Column("per second", true), new Column("user space", true), new Column("min", true),
				new Column("mean", true), new Column("p50", true), new Column("p99", true), new Column("max", true)));
		trace.exits().stream().sorted(ORDER).forEach(row -> {
			ExitKey key = row.key();
			Times times = row.times();
			table.add(List.of(level(key.level()), key.reason(), access(key), level(key.handler()), Table.grouped(BigDecimal.valueOf(row.count())),
					Table.share(BigDecimal.valueOf(row.share() * 100)), number(row.rate()), row.userSpace() == 0 ? Table.NOTHING : Table.grouped(BigDecimal.valueOf(row.userSpace())),
					time(times.min()), time(times.mean()), time(times.p50()), time(times.p99()), time(times.max())));
		});
		return table;
	}

	private static Table reflections(TraceSummary trace) {
		Table table = new Table(List.of(new Column("exit", false), new Column("followed", true), new Column("own exits", true), new Column("time in L0", true),
				new Column("time in L1", true)));
		for (ReflectionRow row : trace.reflections()) {
			table.add(List.of(row.key().label(), Table.grouped(BigDecimal.valueOf(row.count())), number(row.exits()), time(row.host()), time(row.guest())));
		}
		return table;
	}

	private static void operation(Operation operation, Appendable out) throws IOException {
		out.append("\nOperation that begins with ").append(operation.anchor().label()).append(": ").append(Table.grouped(BigDecimal.valueOf(operation.operations())))
				.append(" operations");
		if (operation.setApart() > 0) {
			out.append(", ").append(Table.grouped(BigDecimal.valueOf(operation.setApart()))).append(" more with a tick or host interrupt in them set apart");
		}
		if (operation.broken() > 0) {
			out.append(", ").append(Table.grouped(BigDecimal.valueOf(operation.broken()))).append(" cut");
		}
		if (Double.isFinite(operation.duration().mean())) {
			out.append("; mean ").append(time(operation.duration().mean()));
			if (Double.isFinite(operation.duration().halfWidth())) {
				out.append(" ± ").append(time(operation.duration().halfWidth()));
			}
		}
		out.append('\n');
		for (Sequence sequence : operation.sequences().stream().limit(SEQUENCES).toList()) {
			out.append("\n  ").append(Table.share(BigDecimal.valueOf(sequence.share() * 100))).append(": ").append(String.valueOf(sequence.exits().size()))
					.append(sequence.exits().size() == 1 ? " exit" : " exits").append('\n');
			int number = 1;
			for (ExitKey key : sequence.exits()) {
				out.append(String.format(Locale.ROOT, "  %4d  ", number++)).append(key.label()).append(key.reflected() ? ", reflected to L" + key.handler() : "").append('\n');
			}
		}
	}

	private static Table counters(TraceSummary trace) {
		Table table = new Table(List.of(new Column("event", false), new Column("count", true)));
		for (Counter counter : trace.counters()) {
			table.add(List.of(counter.event(), counter.count() < 0 ? "not counted" : Table.grouped(BigDecimal.valueOf(counter.count()))));
		}
		return table;
	}

	private static Table benchmarks(TraceSummary trace) {
		Table table = new Table(List.of(new Column("operation", false), new Column("mean", true), new Column("unit", false)));
		for (BenchmarkRow row : trace.benchmarks()) {
			table.add(List.of(row.name(), row.skipped() ? "skipped" : number(row.mean()), row.skipped() ? "" : row.unit()));
		}
		return table;
	}

	private static String level(int level) {
		return level == ExitKey.UNKNOWN ? "?" : "L" + level;
	}

	private static String access(ExitKey key) {
		String direction = ExitColumns.direction(key);
		String access = key.register() + (direction == null ? "" : " " + direction);
		return access.isBlank() ? Table.NOTHING : access.strip();
	}

	private static String number(double value) {
		return Double.isFinite(value) ? Table.grouped(new BigDecimal(value).round(DIGITS)) : Table.NOTHING;
	}

	/** A time with its unit, in four digits. */
	private static String time(double nanoseconds) {
		if (!Double.isFinite(nanoseconds)) {
			return Table.NOTHING;
		}
		if (nanoseconds < 1e3) {
			return number(nanoseconds) + " ns";
		}
		return nanoseconds < 1e6 ? number(nanoseconds / 1e3) + " µs" : nanoseconds < 1e9 ? number(nanoseconds / 1e6) + " ms" : number(nanoseconds / 1e9) + " s";
	}
}
