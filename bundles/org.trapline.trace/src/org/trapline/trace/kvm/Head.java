// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.kvm;

import static org.trapline.trace.text.Ascii.bytes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.trapline.trace.text.Ascii;
import org.trapline.trace.text.LineSource;

/** What lines before and between events say: of the machine, of the buffer, of lost events. */
final class Head {

	private static final byte[] IN_BUFFER = bytes("entries-in-buffer/entries-written: ");
	private static final byte[] CPUS = bytes("#P:");
	private static final byte[] TRACE_CMD_CPUS = bytes("cpus=");
	private static final byte[] VERSION = bytes("version = ");
	private static final byte[] CPU = bytes("CPU:");
	private static final byte[] IS_EMPTY = bytes("is empty");
	private static final byte[] BRACKET = bytes("[");
	private static final byte[] LOST = bytes("LOST");
	private static final byte[] DROPPED = bytes("DROPPED");
	private static final byte[] PERF_LOST = bytes("PERF_RECORD_LOST");
	private static final byte[] LOST_NUMBER = bytes("lost ");
	private static final byte[] STACK = bytes("=>");
	private static final String ONLINE = "nrcpus online";
	private static final Set<String> TOLD = Set.of("os release", "perf version", "arch", "cpudesc", "cmdline", ONLINE);

	/** What a line is that is no event. */
	enum Line {
		/** Part of the head, or blank, or of a call stack. */
		PASSED,
		/** It says that events were lost: {@link Head#lost()} on {@link Head#cpu()}. */
		LOSS,
		/** Something else. */
		NONE
	}

	private final Map<String, String> facts = new LinkedHashMap<>();
	private long inBuffer;
	private long overwritten;
	private int cpus;
	private long lost;
	private int cpu;

	Line read(LineSource lines) {
		byte[] text = lines.text();
		int to = lines.end();
		int from = Ascii.skipBlanks(text, lines.start(), to);
		if (from == to) {
			return Line.PASSED;
		}
		if (text[from] == '#') {
			comment(text, from + 1, to);
			return Line.PASSED;
		}
		if (Ascii.startsWith(text, from, to, CPU) && (Ascii.indexOf(text, from, to, LOST) >= 0 || Ascii.indexOf(text, from, to, DROPPED) >= 0)) {
			return bufferLoss(text, from, to);
		}
		int perf = Ascii.after(text, from, to, PERF_LOST);
		if (perf >= 0) {
			return perfLoss(text, from, perf, to);
		}
		if (Ascii.startsWith(text, from, to, TRACE_CMD_CPUS)) {
			cpus = (int) Ascii.decimal(text, from + TRACE_CMD_CPUS.length, to);
			return Line.PASSED;
		}
		if (Ascii.startsWith(text, from, to, VERSION)) {
			facts.put("trace.dat version", Ascii.string(text, from + VERSION.length, to).strip());
			return Line.PASSED;
		}
		boolean stack = Ascii.startsWith(text, from, to, STACK) || from > lines.start() && isAddress(text, from, to);
		return stack || Ascii.indexOf(text, from, to, IS_EMPTY) >= 0 ? Line.PASSED : Line.NONE;
	}

	/** perf prints a call stack as addresses, each with what is there. */
	private static boolean isAddress(byte[] text, int from, int to) {
		int end = Ascii.skipToken(text, from, to);
		for (int at = from; at < end; at++) {
			if (Ascii.hexDigit(text[at]) < 0) {
				return false;
			}
		}
		return end - from >= 4;
	}

	private void comment(byte[] text, int from, int to) {
		int counts = Ascii.after(text, from, to, IN_BUFFER);
		if (counts >= 0) {
			int slash = Ascii.skipDigits(text, counts, to);
			long kept = Ascii.decimal(text, counts, slash);
			inBuffer += kept;
			overwritten += Math.max(0, Ascii.decimal(text, slash + 1, to) - kept);
			int number = Ascii.after(text, slash, to, CPUS);
			cpus = number < 0 ? cpus : (int) Ascii.decimal(text, number, to);
			return;
		}
		String line = Ascii.string(text, from, to);
		int colon = line.indexOf(':');
		if (colon < 0) {
			return;
		}
		String name = line.substring(0, colon).strip();
		String value = line.substring(colon + 1).strip();
		if (TOLD.contains(name) || name.equals("tracer")) {
			facts.put(name, value);
		}
		if (name.equals(ONLINE) && value.matches("\\d{1,6}")) {
			cpus = Integer.parseInt(value);
		}
	}

	/** {@code CPU:3 [LOST 42 EVENTS]}, {@code CPU:3 [42 EVENTS DROPPED]}. */
	private Line bufferLoss(byte[] text, int from, int to) {
		cpu = (int) Ascii.decimal(text, from + CPU.length, to);
		int at = Math.max(from, Ascii.after(text, from, to, BRACKET));
		while (at < to && !Ascii.isDigit(text[at])) {
			at++;
		}
		// Without a number there is one at least.
		lost = Math.max(1, Ascii.decimal(text, at, to));
		return Line.LOSS;
	}

	/** {@code perf 0 [003] 1.5: PERF_RECORD_LOST lost 42}. */
	private Line perfLoss(byte[] text, int from, int after, int to) {
		int number = Ascii.after(text, after, to, LOST_NUMBER);
		lost = number < 0 ? 1 : Math.max(1, Ascii.decimal(text, number, to));
		int bracket = Ascii.after(text, from, after, BRACKET);
		cpu = bracket < 0 ? 0 : (int) Ascii.decimal(text, bracket, to);
		return Line.LOSS;
	}

	/** How many events were lost, by the last line that says so. */
	long lost() {
		return lost;
	}

	/** The CPU whose events were lost. */
	int cpu() {
		return cpu;
	}

	/** How many events the buffer had; 0 where the head does not say. */
	long inBuffer() {
		return inBuffer;
	}

	/** How many events were overwritten before the first. */
	long overwritten() {
		return overwritten;
	}

	/** How many CPUs the machine has; 0 where nothing says. */
	int cpus() {
		return cpus;
	}

	Map<String, String> facts() {
		return facts;
	}
}
