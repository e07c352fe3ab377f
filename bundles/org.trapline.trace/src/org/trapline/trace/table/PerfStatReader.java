// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trapline.trace.line.LineKinds;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.summary.Counter;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.summary.Machine;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.text.LineSource;
import org.trapline.trace.text.Losses;

/** Reads the counters of {@code perf stat -e 'kvm:*'}. */
public final class PerfStatReader {

	/** Thousands have a comma, a point, an apostrophe or a thin blank between, as the locale says. */
	private static final Pattern ROW = Pattern.compile("^\\s*(\\d[\\d.,'\u00a0\u202f\u2019]*|<not counted>|<not supported>)\\s+kvm:(\\w+)\\b.*");
	private static final Pattern ELAPSED = Pattern.compile("^\\s*([\\d.,]+) seconds time elapsed.*");

	private final TableLines lines;
	private final List<Counter> counters = new ArrayList<>();
	private final Map<String, String> facts = new LinkedHashMap<>();

	public PerfStatReader(LineSource lines, Losses losses, LineKinds kinds) {
		this.lines = new TableLines(lines, TraceKind.PERF_STAT, losses, kinds);
	}

	/**
	 * Reads the counters.
	 *
	 * @throws TraceException when there is none of KVM
	 */
	public void read() throws TraceException {
		for (String line = lines.next(); line != null; line = lines.next()) {
			Matcher row = ROW.matcher(line);
			Matcher elapsed = ELAPSED.matcher(line);
			if (row.matches()) {
				counters.add(new Counter(row.group(2), row.group(1).startsWith("<") ? -1 : Long.parseLong(row.group(1).replaceAll("\\D", ""))));
			} else if (elapsed.matches()) {
				facts.put("seconds elapsed", elapsed.group(1));
			} else {
				lines.unread();
			}
		}
		if (counters.isEmpty()) {
			throw lines.fileError("has no counter of KVM. Count them with 'perf stat -e \"kvm:*\"'");
		}
	}

	/** The counters, in the file's order. */
	public List<Counter> counters() {
		return counters;
	}

	/** What the output tells of the machine. */
	public Machine machine() {
		return new Machine(Isa.UNKNOWN, 0, List.of(), 0, facts);
	}
}
