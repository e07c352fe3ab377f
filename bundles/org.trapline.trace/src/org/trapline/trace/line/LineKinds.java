// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.line;

import static org.trapline.trace.text.Ascii.bytes;
import static org.trapline.trace.text.Ascii.indexOf;
import static org.trapline.trace.text.Ascii.isDigit;
import static org.trapline.trace.text.Ascii.skipBlanks;
import static org.trapline.trace.text.Ascii.skipToken;
import static org.trapline.trace.text.Ascii.startsWith;

import org.trapline.trace.read.TraceException;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.text.Ascii;
import org.trapline.trace.text.LineSource;

/** Tells what kind of file a line belongs to. Most lines of a head belong to none. */
public final class LineKinds {

	private static final byte[] TRACER = bytes("# tracer:");
	private static final byte[] CPUS = bytes("cpus=");
	private static final byte[] VERSION = bytes("version = ");
	private static final byte[] ANALYZE = bytes("Analyze events for");
	private static final byte[] SAMPLES = bytes("Samples");
	private static final byte[][] TABLES = {bytes("VM-EXIT"), bytes("MMIO Access"), bytes("IO Port Access")};
	private static final byte[] STATS = bytes("Performance counter stats");
	private static final byte[] KVM = bytes("kvm:");
	private static final byte[] FREQUENCY = bytes("Timer Frequency ");
	private static final byte[] TAKING = bytes("Taking exception ");
	private static final byte[] RETURN = bytes("Exception return from AArch64 ");
	private static final byte[] X86_INTERRUPT = bytes(": v=");
	private static final byte[] X86_EXCEPTION = bytes("check_exception old: ");

	private final EventLine event = new EventLine();

	/** The kind of the current line; null where it tells none. */
	public TraceKind of(LineSource lines) {
		byte[] text = lines.text();
		int end = lines.end();
		int from = skipBlanks(text, lines.start(), end);
		if (from == end) {
			return null;
		}
		if (text[from] == '#') {
			return startsWith(text, from, end, TRACER) ? TraceKind.FTRACE : null;
		}
		if (event.parse(text, lines.start(), end)) {
			return event.system() ? TraceKind.PERF_SCRIPT : TraceKind.FTRACE;
		}
		if (startsWith(text, from, end, CPUS) || startsWith(text, from, end, VERSION)) {
			return TraceKind.TRACE_CMD;
		}
		if (startsWith(text, from, end, TAKING) || startsWith(text, from, end, RETURN)) {
			return TraceKind.QEMU_INT;
		}
		if (startsWith(text, from, end, FREQUENCY)) {
			return TraceKind.MICRO_BENCH;
		}
		if (startsWith(text, from, end, ANALYZE) || isTableHead(text, from, end)) {
			return TraceKind.PERF_KVM_STAT;
		}
		if (startsWith(text, from, end, STATS) || isCounter(text, from, end)) {
			return TraceKind.PERF_STAT;
		}
		return VmexitNames.isResult(text, from, end) ? TraceKind.VMEXIT : null;
	}

	private static boolean isTableHead(byte[] text, int from, int end) {
		if (indexOf(text, from, end, SAMPLES) < 0) {
			return false;
		}
		for (byte[] table : TABLES) {
			if (indexOf(text, from, end, table) >= 0) {
				return true;
			}
		}
		return false;
	}

	/** COUNT kvm:EVENT, or &lt;not counted&gt; kvm:EVENT. */
	private static boolean isCounter(byte[] text, int from, int end) {
		int at = indexOf(text, from, end, KVM);
		return at > from && (isDigit(text[from]) || text[from] == '<') && Ascii.isBlank(text[at - 1]);
	}

	/**
	 * Refuses a line of another tool's output.
	 *
	 * @param kind that the file began as
	 */
	public void check(LineSource lines, TraceKind kind) throws TraceException {
		TraceKind found = of(lines);
		if (found != null && found != kind && !(isFtrace(found) && isFtrace(kind))) {
			throw mixed(lines, found, kind);
		}
	}

	/** Says that a line is of another tool. */
	public static TraceException mixed(LineSource lines, TraceKind found, TraceKind kind) {
		return lines.error("\"" + lines.excerpt() + "\" is a line of " + found.label() + ", but the file began as one of " + kind.label()
				+ ". Split it into one file for each tool");
	}

	private static boolean isFtrace(TraceKind kind) {
		return kind == TraceKind.FTRACE || kind == TraceKind.TRACE_CMD;
	}

	/**
	 * Finds the kind of a file by its first lines, and goes back to its start.
	 *
	 * @throws TraceException when it is of none
	 */
	public TraceKind find(LineSource lines) throws TraceException {
		lines.peek();
		if (lines.binary()) {
			throw lines.fileError("is a binary file, no text that a tracer printed. Name the output of one of: " + kinds());
		}
		long seen = 0;
		while (lines.peeked() && lines.next()) {
			seen = lines.number();
			TraceKind kind = of(lines);
			if (kind == TraceKind.FTRACE && !event.flagged() && !startsWith(lines.text(), lines.start(), lines.end(), TRACER)) {
				kind = TraceKind.TRACE_CMD;
			}
			if (kind != null) {
				lines.rewind();
				return kind;
			}
			if (isX86Log(lines)) {
				throw lines.error("this is QEMU's log of an x86 machine, which has no exits of virtual machines. Record KVM's events inside of that machine instead");
			}
		}
		throw lines.fileError("is no trace that is known: none of its first " + seen + " lines is one of " + kinds()
				+ ". Of perf script, lines need the CPU and the event: perf script -F comm,tid,cpu,time,event,trace");
	}

	private static boolean isX86Log(LineSource lines) {
		int from = skipBlanks(lines.text(), lines.start(), lines.end());
		int number = skipToken(lines.text(), from, lines.end());
		return startsWith(lines.text(), from, lines.end(), X86_EXCEPTION)
				|| number > from && isDigit(lines.text()[from]) && startsWith(lines.text(), number - 1, lines.end(), X86_INTERRUPT);
	}

	private static String kinds() {
		StringBuilder kinds = new StringBuilder();
		for (TraceKind kind : TraceKind.values()) {
			kinds.append(kinds.isEmpty() ? "" : ", ").append(kind.label());
		}
		return kinds.toString();
	}
}
