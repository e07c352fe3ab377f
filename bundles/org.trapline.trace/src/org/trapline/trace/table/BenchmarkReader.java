// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trapline.trace.line.LineKinds;
import org.trapline.trace.line.VmexitNames;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.summary.BenchmarkRow;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.summary.Machine;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.text.LineSource;
import org.trapline.trace.text.Losses;

/** Reads the output of kvm-unit-tests' benchmarks: {@code x86/vmexit} and {@code arm/micro-bench}. What else a guest prints is passed over. */
public final class BenchmarkReader {

	private static final String CYCLES = "cycles";
	private static final String NANOS = "ns";
	private static final Pattern VMEXIT = Pattern.compile("^\\s*(\\S(?:.*?\\S)?)\\s+(\\d+|\\(skipped\\))\\s*$");
	private static final Pattern MICRO = Pattern.compile("^\\s*([A-Za-z]\\w*)\\s+(\\d+\\.\\d+)\\s+(\\d+\\.\\d+)\\s*$");
	private static final Pattern MICRO_SKIPPED = Pattern.compile("^\\s*([A-Za-z]\\w*)(?: test)?:? .*\\bskipp(?:ed|ing)\\b.*");
	private static final Pattern FREQUENCY = Pattern.compile("^\\s*Timer Frequency (\\d+) Hz.*");

	private final TraceKind kind;
	private final TableLines lines;
	private final List<BenchmarkRow> rows = new ArrayList<>();
	private final Map<String, String> facts = new LinkedHashMap<>();

	/** @param kind {@link TraceKind#VMEXIT} or {@link TraceKind#MICRO_BENCH} */
	public BenchmarkReader(LineSource lines, TraceKind kind, Losses losses, LineKinds kinds) {
		this.kind = kind;
		this.lines = new TableLines(lines, kind, losses, kinds);
	}

	/**
	 * Reads the results.
	 *
	 * @throws TraceException when there are none
	 */
	public void read() throws TraceException {
		for (String line = lines.next(); line != null; line = lines.next()) {
			if (!(kind == TraceKind.VMEXIT ? vmexit(line) : micro(line))) {
				lines.unread();
			}
		}
		if (rows.isEmpty()) {
			throw lines.fileError("has no result of " + kind.label());
		}
	}

	private boolean vmexit(String line) {
		Matcher row = VMEXIT.matcher(line);
		if (!row.matches()) {
			return false;
		}
		String name = row.group(1).replaceAll("\\s+", " ");
		if (!VmexitNames.isName(name.substring(name.lastIndexOf(' ') + 1))) {
			return false;
		}
		boolean skipped = row.group(2).startsWith("(");
		rows.add(new BenchmarkRow(name, skipped ? Double.NaN : Double.parseDouble(row.group(2)), CYCLES, Double.NaN, skipped));
		return true;
	}

	private boolean micro(String line) {
		Matcher frequency = FREQUENCY.matcher(line);
		if (frequency.matches()) {
			facts.put("timer frequency", frequency.group(1) + " Hz");
			return true;
		}
		Matcher row = MICRO.matcher(line);
		if (row.matches()) {
			rows.add(new BenchmarkRow(row.group(1), Double.parseDouble(row.group(3)), NANOS, Double.parseDouble(row.group(2)), false));
			return true;
		}
		Matcher skipped = MICRO_SKIPPED.matcher(line);
		if (skipped.matches()) {
			rows.add(new BenchmarkRow(skipped.group(1), Double.NaN, NANOS, Double.NaN, true));
			return true;
		}
		return false;
	}

	/** The results, in the file's order. */
	public List<BenchmarkRow> rows() {
		return rows;
	}

	/** What the output tells of the machine. The benchmark of x86 does not say which extension it ran on. */
	public Machine machine() {
		return new Machine(kind == TraceKind.MICRO_BENCH ? Isa.ARM64 : Isa.UNKNOWN, 0, List.of(), 0, facts);
	}
}
