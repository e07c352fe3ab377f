// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.trapline.result.Breakdown;
import org.trapline.result.ParameterValue;
import org.trapline.result.stream.ExperimentPlan;

/** Cycles by level and cause, as CSV: a line for each level and cause of a stack, workload and point. */
public final class BreakdownFormat {

	/** The columns, in order. */
	public static final List<FormatField> FIELDS = List.of(
			new FormatField("study", "Name of the study."),
			new FormatField("experiment", "Name of the experiment."),
			new FormatField("stack", "Name of the stack."),
			new FormatField("workload", "Name of the workload."),
			new FormatField("point", "The point of the sweep, as `vcpus = 4; clock = 2.4 GHz`; empty where nothing is swept."),
			new FormatField("software", "The hypervisor that spent the cycles, or the guest."),
			new FormatField("level", "Its level: 0 for L0."),
			new FormatField("cause", "The cause that they are charged to."),
			new FormatField("cycles", "How many: an exact count."));
	private static final String BETWEEN = "; ";

	/**
	 * A breakdown, with what it belongs to.
	 *
	 * @param study      name of the study
	 * @param experiment name of the experiment
	 */
	public record Entry(String study, String experiment, Breakdown breakdown) {
	}

	private BreakdownFormat() {
	}

	/** Writes breakdowns as they come: what reaches the output ends with a whole line. */
	public static final class Writer {

		/** Characters of whole lines that are kept before they are written. */
		private static final int ENOUGH = 1 << 14;

		private final StringBuilder text = new StringBuilder();
		private final CSVPrinter printer;
		private final Appendable out;

		/** @param out is appended to, and neither flushed nor closed */
		public Writer(Appendable out) throws IOException {
			this.out = out;
			printer = new CSVPrinter(text, CSVFormat.DEFAULT.builder().setHeader(FIELDS.stream().map(FormatField::name).toArray(String[]::new)).setRecordSeparator('\n').get());
			flush();
		}

		/** Writes the lines of a breakdown. */
		public void write(ExperimentPlan experiment, Breakdown breakdown) throws IOException {
			String point = String.join(BETWEEN, breakdown.parameters().stream().map(ParameterValue::toString).toList());
			for (Breakdown.Share share : breakdown.shares()) {
				printer.printRecord(CsvText.of(experiment.study()), experiment.name(), breakdown.stack(), breakdown.workload(), point,
						breakdown.software().get(share.level()), share.level(), share.cause(), share.cycles());
			}
			if (text.length() >= ENOUGH) {
				flush();
			}
		}

		/** Writes what is kept. */
		public void flush() throws IOException {
			out.append(text);
			text.setLength(0);
		}
	}

	/**
	 * Reads them. Levels without cycles have no name.
	 *
	 * @throws IOException when it cannot be read; the message gives the line
	 */
	public static List<Entry> read(BufferedReader in) throws IOException {
		Map<List<String>, List<CSVRecord>> cells = new LinkedHashMap<>();
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		List<Entry> entries = new ArrayList<>();
		long line = 1;
		try {
			for (CSVRecord record : format.parse(in)) {
				line = record.getRecordNumber() + 1;
				cells.computeIfAbsent(List.of(record.get("study"), record.get("experiment"), record.get("stack"), record.get("workload"),
						record.get("point")), key -> new ArrayList<>()).add(record);
				Integer.parseInt(record.get("level"));
				Long.parseLong(record.get("cycles"));
			}
		} catch (IllegalArgumentException e) {
			throw new IOException("line " + line + ": " + e.getMessage(), e);
		}
		cells.forEach((key, records) -> entries.add(new Entry(key.get(0), key.get(1), breakdown(key, records))));
		return entries;
	}

	private static Breakdown breakdown(List<String> key, List<CSVRecord> records) {
		List<Breakdown.Share> shares = new ArrayList<>();
		List<String> software = new ArrayList<>();
		for (CSVRecord record : records) {
			int level = Integer.parseInt(record.get("level"));
			while (software.size() <= level) {
				software.add("");
			}
			software.set(level, record.get("software"));
			shares.add(new Breakdown.Share(level, record.get("cause"), Long.parseLong(record.get("cycles"))));
		}
		return new Breakdown(key.get(2), key.get(3), parameters(key.get(4)), software, shares);
	}

	private static List<ParameterValue> parameters(String point) {
		List<ParameterValue> parameters = new ArrayList<>();
		for (String each : point.isEmpty() ? new String[0] : point.split(BETWEEN)) {
			String[] parts = each.split(" = ", 2);
			parameters.add(ParameterValue.parse(parts[0], parts.length > 1 ? parts[1] : ""));
		}
		return parameters;
	}
}
