// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.line;

import static org.trapline.trace.text.Ascii.isBlank;
import static org.trapline.trace.text.Ascii.isDigit;
import static org.trapline.trace.text.Ascii.isWord;
import static org.trapline.trace.text.Ascii.skipBlanks;
import static org.trapline.trace.text.Ascii.skipDigits;
import static org.trapline.trace.text.Ascii.skipToken;

import org.trapline.trace.text.Ascii;

/**
 * The parts of an event's line, whichever tool printed it. Used again for each line.
 * <pre>
 * COMM-TID [CPU] FLAGS TIME: EVENT: BODY               ftrace; trace-cmd without flags
 * COMM TID FLAGS [CPU] TIME: SYSTEM:EVENT: BODY        perf; names, number and flags may lack
 * </pre>
 */
public final class EventLine {

	private static final int NANO_DIGITS = 9;
	private static final long NANOS = 1_000_000_000L;
	private static final long[] SCALE = {NANOS, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1};

	private byte[] text;
	private int thread;
	private int commFrom;
	private int commTo;
	private int cpu;
	private boolean flagged;
	private long seconds;
	private long nanos;
	private int digits;
	private boolean system;
	private int systemFrom;
	private int nameFrom;
	private int nameTo;
	private int bodyFrom;
	private int bodyTo;

	/**
	 * Reads a line.
	 *
	 * @return whether it is an event's
	 */
	public boolean parse(byte[] line, int from, int to) {
		text = line;
		for (int at = from; at < to; at++) {
			// A thread's name may hold a bracket, too: then no time follows.
			if (line[at] == '[' && afterBracket(line, at + 1, to)) {
				if (system) {
					perfThread(line, from, at);
				} else {
					ftraceThread(line, from, at);
				}
				return true;
			}
		}
		return false;
	}

	private boolean afterBracket(byte[] line, int from, int to) {
		int at = skipDigits(line, from, to);
		if (at == from || at + 1 >= to || line[at] != ']' || !isBlank(line[at + 1])) {
			return false;
		}
		cpu = (int) Ascii.decimal(line, from, at);
		at = skipBlanks(line, at + 1, to);
		flagged = at < to && !isDigit(line[at]);
		if (flagged) {
			at = skipBlanks(line, skipToken(line, at, to), to);
		}
		at = time(line, at, to);
		if (at < 0) {
			return false;
		}
		at = skipBlanks(line, at, to);
		// perf prints the period of a sample here.
		int period = skipDigits(line, at, to);
		if (period > at && period < to && isBlank(line[period])) {
			at = skipBlanks(line, period, to);
		}
		return event(line, at, to);
	}

	private int time(byte[] line, int from, int to) {
		int at = from;
		long value = 0;
		while (at < to && isDigit(line[at])) {
			value = value * 10 + line[at] - '0';
			at++;
		}
		if (at == from || at >= to) {
			return -1;
		}
		seconds = value;
		nanos = 0;
		digits = 0;
		if (line[at] == '.') {
			at++;
			long fraction = 0;
			while (at < to && isDigit(line[at])) {
				if (digits < NANO_DIGITS) {
					fraction = fraction * 10 + line[at] - '0';
					digits++;
				}
				at++;
			}
			nanos = fraction * SCALE[digits];
		}
		return at < to && line[at] == ':' ? at + 1 : -1;
	}

	private boolean event(byte[] line, int from, int to) {
		int at = from;
		while (at < to && (isWord(line[at]) || line[at] == '-')) {
			at++;
		}
		if (at == from || at >= to || line[at] != ':') {
			return false;
		}
		system = at + 1 < to && isWord(line[at + 1]);
		systemFrom = from;
		nameFrom = from;
		nameTo = at;
		if (system) {
			nameFrom = at + 1;
			at = nameFrom;
			while (at < to && (isWord(line[at]) || line[at] == '-')) {
				at++;
			}
			nameTo = at;
			if (at >= to || line[at] != ':') {
				return false;
			}
		}
		bodyFrom = skipBlanks(line, at + 1, to);
		bodyTo = Ascii.trimEnd(line, bodyFrom, to);
		return true;
	}

	/** Before the bracket: COMM-TID, perhaps with (TGID). */
	private void ftraceThread(byte[] line, int from, int bracket) {
		int at = Ascii.trimEnd(line, from, bracket);
		if (at > from && line[at - 1] == ')') {
			while (at > from && line[at - 1] != '(') {
				at--;
			}
			at = Ascii.trimEnd(line, from, Math.max(from, at - 1));
		}
		int end = at;
		while (at > from && isDigit(line[at - 1])) {
			at--;
		}
		boolean found = at < end && at > from && line[at - 1] == '-';
		thread = found ? (int) Ascii.decimal(line, at, end) : -1;
		commFrom = skipBlanks(line, from, bracket);
		commTo = found ? at - 1 : commFrom;
	}

	/** Before the bracket: COMM TID FLAGS, or COMM PID/TID FLAGS; flags and all of it may lack. */
	private void perfThread(byte[] line, int from, int bracket) {
		commFrom = skipBlanks(line, from, bracket);
		commTo = commFrom;
		thread = -1;
		int end = Ascii.trimEnd(line, from, bracket);
		int start = tokenBefore(line, commFrom, end);
		if (!number(line, start, end)) {
			end = Ascii.trimEnd(line, commFrom, start);
			start = tokenBefore(line, commFrom, end);
		}
		if (number(line, start, end)) {
			int slash = end;
			while (slash > start && line[slash - 1] != '/') {
				slash--;
			}
			thread = (int) Ascii.decimal(line, slash, end);
			commTo = Ascii.trimEnd(line, commFrom, start);
		}
	}

	private static int tokenBefore(byte[] line, int from, int end) {
		int start = end;
		while (start > from && !isBlank(line[start - 1])) {
			start--;
		}
		return start;
	}

	private static boolean number(byte[] line, int from, int to) {
		for (int at = from; at < to; at++) {
			if (!isDigit(line[at]) && line[at] != '/') {
				return false;
			}
		}
		return to > from && isDigit(line[to - 1]);
	}

	/** The thread's number; -1 where the line lacks it. */
	public int thread() {
		return thread;
	}

	/** The thread's name; empty where the line lacks it. */
	public String comm() {
		return Ascii.string(text, commFrom, commTo);
	}

	/** The physical CPU. */
	public int cpu() {
		return cpu;
	}

	/** Whether flags follow the CPU, as ftrace prints them. */
	public boolean flagged() {
		return flagged;
	}

	/** How many digits of a second the time has; 0 where it is a count of ticks. */
	public int digits() {
		return digits;
	}

	/** The time in nanoseconds. */
	public long time() {
		return seconds * NANOS + nanos;
	}

	/** The time as a count of ticks, where it has no fraction. */
	public long ticks() {
		return seconds;
	}

	/** Whether the event's name has its system before it, as perf prints it. */
	public boolean system() {
		return system;
	}

	/** Whether the event is one of this system, where its name has one. */
	public boolean isOf(byte[] prefix) {
		return Ascii.startsWith(text, systemFrom, nameTo, prefix);
	}

	/** Where the event's name begins. */
	public int nameFrom() {
		return nameFrom;
	}

	/** Where the event's name ends. */
	public int nameTo() {
		return nameTo;
	}

	/** Where begins what the event says. */
	public int bodyFrom() {
		return bodyFrom;
	}

	/** Where ends what the event says. */
	public int bodyTo() {
		return bodyTo;
	}
}
