// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.trapline.result.format.Table;
import org.trapline.result.format.Table.Column;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** How a fit is written. */
public enum FitFormat {

	/** Tables for people. */
	TABLE {
		@Override
		public void write(FitResult fit, Appendable out) throws IOException {
			long used = fit.cells().stream().filter(FitResult.Cell::used).count();
			out.append("Fit of ").append(fit.costs().size() + (fit.costs().size() == 1 ? " cost" : " costs")).append(" to ")
					.append(used + (used == 1 ? " cell" : " cells")).append(" (").append(fit.study()).append("), by ").append(fit.weights()).append(": ")
					.append(fit.converged() ? "converged" : "did NOT converge, these are the best values that were found").append(" after ")
					.append(fit.steps() + (fit.steps() == 1 ? " step" : " steps")).append("\n\n");
			costs(fit).write(out);
			out.append('\n');
			cells(fit, true).write(out);
			out.append('\n');
			if (fit.cells().size() > used) {
				out.append("Not fitted, predicted:\n\n");
				cells(fit, false).write(out);
				out.append('\n');
			}
			summary(fit).write(out);
			out.append('\n');
			for (String word : fit.words()) {
				out.append("Note: ").append(word).append(".\n");
			}
			out.append(fit.words().isEmpty() ? "" : "\n");
		}
	},

	/** JSON Lines: one object a line, {@code "row":"cost"} or {@code "row":"cell"}; at last one {@code "row":"fit"}. */
	JSON {
		@Override
		public void write(FitResult fit, Appendable out) throws IOException {
			for (FitResult.Cost each : fit.costs()) {
				out.append(json(generator -> cost(each, generator)));
			}
			for (FitResult.Cell each : fit.cells()) {
				out.append(json(generator -> cell(each, generator)));
			}
			out.append(json(generator -> fit(fit, generator)));
		}
	};

	private static final MathContext DIGITS = new MathContext(9);

	/** Writes all of it. */
	public abstract void write(FitResult fit, Appendable out) throws IOException;

	/** The word on the command line. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	// ------------------------------------------------------------------------------------------- tables

	private static Table costs(FitResult fit) {
		Table table = new Table(List.of(new Column("cost", false), new Column("before", true), new Column("value", true), new Column("95 % interval", true), new Column("unit", false),
				new Column("identifiable", false)));
		for (FitResult.Cost each : fit.costs()) {
			String interval = each.low().isEmpty() ? Table.NOTHING : number(each.low().getAsDouble()) + (each.high().isEmpty() ? " or more" : " to " + number(each.high().getAsDouble()));
			table.add(List.of(each.name(), number(each.before()), number(each.value()), interval, each.unit().isEmpty() ? "x" : each.unit(), each.identifiable() ? "yes" : "no"));
		}
		return table;
	}

	private static Table cells(FitResult fit, boolean used) {
		Table table = used
				? new Table(List.of(new Column("cell", false), new Column("stack", false), new Column("measured", true), new Column("fitted", true), new Column("error", true),
						new Column("without it", true), new Column("error", true), new Column("without its row", true), new Column("error", true)))
				: new Table(List.of(new Column("cell", false), new Column("stack", false), new Column("measured", true), new Column("predicted", true), new Column("error", true)));
		for (FitResult.Cell each : fit.cells()) {
			if (each.used() && used) {
				table.add(List.of(each.cell().text(), each.cell().stack(), Table.grouped(each.cell().measured()), number(each.fitted()), Table.percent(each.error()),
						number(each.withoutIt()), percent(each.errorOfPrediction()), number(each.withoutRow()), percent(each.errorWithoutRow())));
			} else if (each.used() == used) {
				table.add(List.of(each.cell().text(), each.cell().stack(), Table.grouped(each.cell().measured()), number(each.fitted()), Table.percent(each.error())));
			}
		}
		return table;
	}

	private static Table summary(FitResult fit) {
		Table table = new Table(List.of(new Column("errors", false), new Column("cells", true), new Column("mean absolute error", true), new Column("largest error", true)));
		add(table, fit, "of the fit", true, each -> OptionalDouble.of(each.error()));
		add(table, fit, "of prediction, each cell left out", true, FitResult.Cell::errorOfPrediction);
		add(table, fit, "of prediction, each row left out", true, FitResult.Cell::errorWithoutRow);
		add(table, fit, "of prediction, cells not fitted", false, FitResult.Cell::errorOfPrediction);
		return table;
	}

	private static void add(Table table, FitResult fit, String what, boolean used, java.util.function.Function<FitResult.Cell, OptionalDouble> error) {
		fit.errors(used, error).ifPresentOrElse(errors -> table.add(List.of(what, Integer.toString(errors.cells()), String.format(Locale.ROOT, "%.1f %%", errors.mean()),
				String.format(Locale.ROOT, "%.1f %%", errors.largest()))), () -> {
					if (used) {
						table.add(List.of(what, "0", Table.NOTHING, Table.NOTHING));
					}
				});
	}

	private static String number(OptionalDouble value) {
		return value.isPresent() ? number(value.getAsDouble()) : Table.NOTHING;
	}

	private static String number(double value) {
		return Table.grouped(new BigDecimal(value).round(new MathContext(Math.abs(value) < 1e5 ? 5 : 9)));
	}

	private static String percent(OptionalDouble error) {
		return error.isPresent() ? Table.percent(error.getAsDouble()) : Table.NOTHING;
	}

	// ------------------------------------------------------------------------------------------- JSON

	/** Writes the fields of an object. */
	private interface Fields {
		void write(JsonGenerator generator) throws IOException;
	}

	private static String json(Fields fields) throws IOException {
		StringWriter line = new StringWriter();
		try (JsonGenerator generator = JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().createGenerator(line)) {
			generator.writeStartObject();
			fields.write(generator);
			generator.writeEndObject();
		}
		return line.append('\n').toString();
	}

	private static void cost(FitResult.Cost cost, JsonGenerator out) throws IOException {
		out.writeStringField("row", "cost");
		out.writeStringField("name", cost.name());
		out.writeStringField("unit", cost.unit());
		number(out, "before", OptionalDouble.of(cost.before()));
		number(out, "value", OptionalDouble.of(cost.value()));
		number(out, "low", cost.low());
		number(out, "high", cost.high());
		out.writeBooleanField("identifiable", cost.identifiable());
	}

	private static void cell(FitResult.Cell cell, JsonGenerator out) throws IOException {
		out.writeStringField("row", "cell");
		out.writeStringField("experiment", cell.cell().experiment());
		out.writeStringField("reference", cell.cell().reference());
		out.writeStringField("workload", cell.cell().workload());
		out.writeStringField("configuration", cell.cell().configuration());
		out.writeStringField("metric", cell.cell().metric());
		out.writeStringField("unit", cell.cell().unit());
		out.writeStringField("stack", cell.cell().stack());
		out.writeStringField("role", cell.used() ? "fit" : "prediction");
		out.writeBooleanField("touched", cell.touched());
		out.writeNumberField("measured", cell.cell().measured());
		number(out, "fitted", OptionalDouble.of(cell.fitted()));
		number(out, "error", OptionalDouble.of(cell.error()));
		number(out, "predictedWithoutIt", cell.used() ? cell.withoutIt() : OptionalDouble.of(cell.fitted()));
		number(out, "errorOfPrediction", cell.errorOfPrediction());
		number(out, "predictedWithoutItsRow", cell.withoutRow());
		number(out, "errorWithoutItsRow", cell.errorWithoutRow());
	}

	private static void fit(FitResult fit, JsonGenerator out) throws IOException {
		out.writeStringField("row", "fit");
		out.writeStringField("study", fit.study());
		out.writeStringField("weights", fit.weights());
		out.writeBooleanField("converged", fit.converged());
		out.writeNumberField("steps", fit.steps());
		out.writeArrayFieldStart("notes");
		for (String word : fit.words()) {
			out.writeString(word);
		}
		out.writeEndArray();
	}

	/** A number that is not known is null: the field is always there. */
	private static void number(JsonGenerator out, String field, OptionalDouble value) throws IOException {
		if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
			out.writeNumberField(field, new BigDecimal(value.getAsDouble()).round(DIGITS).stripTrailingZeros());
		} else {
			out.writeNullField(field);
		}
	}
}
