// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.trace;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.trapline.result.format.Table;
import org.trapline.result.format.Table.Column;
import org.trapline.run.compile.SourcePlace;
import org.trapline.run.trace.ExitComparison.Difference;
import org.trapline.run.trace.ExitComparison.Line;
import org.trapline.trace.summary.ExitKey;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;

/** How a comparison of a trace with a model is written. */
public enum ComparisonFormat {

	/** As a diff, from the trace to the model, with the step of each of the model's exits. */
	DIFF {
		@Override
		public void write(TraceComparison compared, Appendable out) throws IOException {
			out.append("--- ").append(compared.trace().source().name()).append(": ").append(compared.operation().anchor().label()).append(", ")
					.append(Table.share(BigDecimal.valueOf(compared.operation().usual().share() * 100))).append(" of ")
					.append(String.valueOf(compared.operation().operations())).append(" operations\n");
			out.append("+++ ").append(compared.workload()).append(" on ").append(compared.stack()).append('\n');
			int width = compared.comparison().lines().stream().mapToInt(line -> text(line).length()).max().orElse(0);
			for (Line line : compared.comparison().lines()) {
				String text = mark(line.difference()) + " " + text(line);
				String place = line.model().flatMap(ModelExit::place).map(ComparisonFormat::place).orElse("");
				String moved = line.difference() == Difference.MOVED ? "number " + line.trace().orElseThrow() + " in the trace" : "";
				String note = moved.isEmpty() || place.isEmpty() ? moved + place : place + ", " + moved;
				out.append(note.isEmpty() ? text : text + " ".repeat(width + 2 - text(line).length()) + "  " + note).append('\n');
			}
			out.append('\n');
			totals(compared).write(out);
			out.append('\n').append(compared.comparison().summary());
			out.append(compared.others() > 0 ? "; " + compared.others() + " exits of other vCPUs in the model are not compared" : "").append('\n');
		}
	},

	/** JSON Lines: rows {@code exit} in order, {@code total} by level and reason, and one {@code comparison}. */
	JSON {
		@Override
		public void write(TraceComparison compared, Appendable out) throws IOException {
			StringWriter text = new StringWriter();
			try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
				json.setRootValueSeparator(new SerializedString("\n"));
				for (Line line : compared.comparison().lines()) {
					exit(json, line);
				}
				for (Map.Entry<String, int[]> total : counts(compared).entrySet()) {
					json.writeStartObject();
					json.writeStringField("row", "total");
					json.writeStringField("exit", total.getKey());
					json.writeNumberField("trace", total.getValue()[0]);
					json.writeNumberField("model", total.getValue()[1]);
					json.writeEndObject();
				}
				json.writeStartObject();
				json.writeStringField("row", "comparison");
				json.writeStringField("trace", compared.trace().source().name());
				json.writeStringField("stack", compared.stack());
				json.writeStringField("workload", compared.workload());
				json.writeBooleanField("conforms", compared.comparison().conforms());
				for (Difference each : Difference.values()) {
					json.writeNumberField(word(each), compared.comparison().count(each));
				}
				json.writeNumberField("share", compared.operation().usual().share() * 100);
				json.writeNumberField("operations", compared.operation().operations());
				json.writeEndObject();
			}
			out.append(text.getBuffer()).append('\n');
		}
	};

	/** Writes a comparison. */
	public abstract void write(TraceComparison compared, Appendable out) throws IOException;

	/** As the command line has it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	private static void exit(JsonGenerator json, Line line) throws IOException {
		json.writeStartObject();
		json.writeStringField("row", "exit");
		json.writeStringField("difference", word(line.difference()));
		if (line.trace().isPresent()) {
			json.writeNumberField("trace", line.trace().get());
		}
		if (line.model().isPresent()) {
			json.writeNumberField("model", line.model().get().number());
		}
		ExitKey key = line.measured().orElse(null);
		ModelExit model = line.model().orElse(null);
		json.writeNumberField("exitLevel", key != null && key.level() != ExitKey.UNKNOWN ? key.level() : model == null ? 0 : model.row().level());
		json.writeStringField("reason", key != null ? key.reason() : model.row().reason());
		Optional<String> register = key != null && !key.register().isEmpty() ? Optional.of(key.register()) : Optional.ofNullable(model).flatMap(each -> each.row().register());
		if (register.isPresent()) {
			json.writeStringField("register", register.get());
		}
		String direction = key != null ? ExitColumns.direction(key) : model.row().direction().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(null);
		if (direction != null) {
			json.writeStringField("direction", direction);
		}
		json.writeNumberField("handler", model != null ? model.row().handler() : Math.max(key.handler(), 0));
		if (model != null) {
			if (!model.row().path().isEmpty()) {
				json.writeStringField("path", model.row().path());
			}
			if (model.place().isPresent()) {
				json.writeStringField("source", place(model.place().get()));
			}
		}
		json.writeEndObject();
	}

	/** How often each exit occurs, in the trace and in the model, by the trace's name of it. */
	private static Map<String, int[]> counts(TraceComparison compared) {
		Map<String, int[]> counts = new TreeMap<>();
		for (Line line : compared.comparison().lines()) {
			String level = line.measured().map(key -> "L" + key.level()).orElseGet(() -> "L" + line.model().orElseThrow().level());
			String reason = line.measured().map(ExitKey::reason).orElseGet(() -> line.model().orElseThrow().row().reason());
			int[] count = counts.computeIfAbsent(level + " " + reason, each -> new int[2]);
			count[0] += line.measured().isPresent() ? 1 : 0;
			count[1] += line.model().isPresent() ? 1 : 0;
		}
		return counts;
	}

	private static Table totals(TraceComparison compared) {
		Table table = new Table(List.of(new Column("exits", false), new Column("trace", true), new Column("model", true), new Column("difference", true)));
		counts(compared).forEach((exit, count) -> table.add(List.of(exit, String.valueOf(count[0]), String.valueOf(count[1]),
				count[0] == count[1] ? Table.NOTHING : String.format(Locale.ROOT, "%+d", count[1] - count[0]))));
		return table;
	}

	private static String text(Line line) {
		return line.model().map(ModelExit::label).orElseGet(() -> line.measured().map(key -> key.label() + (key.reflected() ? ", reflected to L" + key.handler() : "")).orElseThrow());
	}

	private static String mark(Difference difference) {
		return switch (difference) {
		case EQUAL -> " ";
		case MISSING -> "-";
		case EXTRA -> "+";
		case MOVED -> "~";
		};
	}

	private static String word(Difference difference) {
		return difference.name().toLowerCase(Locale.ROOT);
	}

	private static String place(SourcePlace place) {
		return place.source() + ":" + place.line();
	}
}
