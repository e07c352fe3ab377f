// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.qemu;

import static org.trapline.trace.text.Ascii.after;
import static org.trapline.trace.text.Ascii.bytes;
import static org.trapline.trace.text.Ascii.startsWith;

import java.util.List;
import java.util.Map;

import org.trapline.trace.analysis.ExitAnalysis;
import org.trapline.trace.level.LevelTracker;
import org.trapline.trace.level.Reason;
import org.trapline.trace.level.VcpuTrack;
import org.trapline.trace.level.VcpuTracks;
import org.trapline.trace.line.LineKinds;
import org.trapline.trace.name.ReasonTable;
import org.trapline.trace.name.Syndromes;
import org.trapline.trace.read.ExitListener;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.Machine;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.summary.VcpuThread;
import org.trapline.trace.text.Ascii;
import org.trapline.trace.text.LineSource;
import org.trapline.trace.text.Losses;
import org.trapline.trace.text.Names;

/**
 * Reads QEMU's log of every exception ({@code -d int}) of an Arm machine whose EL2 runs the host. It has what no event of the kernel shows: exits that the
 * host repairs on its low-level path. It has no times.
 * <p>
 * An exit is an exception from a guest's EL1 or EL0 to EL2, and lasts to the return from EL2. Levels follow from where it returns to: a guest hypervisor's
 * vector for exceptions from below means that the exit was reflected; after a guest hypervisor's ERET the nested VM runs. A guest hypervisor's ERET to
 * itself cannot be told from that; where its next ERET shows it, the exits between are counted as of a contradicted level.
 */
public final class QemuLogReader {

	private static final byte[] TAKING = bytes("Taking exception ");
	private static final byte[] ON_CPU = bytes("on CPU ");
	private static final byte[] FROM = bytes("...from EL");
	private static final byte[] TO = bytes("to EL");
	private static final byte[] ESR = bytes("...with ESR 0x");
	private static final byte[] ELR = bytes("...with ELR 0x");
	private static final byte[] TO_PC = bytes("...to EL");
	private static final byte[] RETURN = bytes("Exception return from AArch64 EL2 to ");
	private static final byte[] EL = bytes("EL");
	private static final byte[] PC = bytes("PC 0x");
	private static final byte[] IRQ = bytes("[IRQ]");
	private static final byte[] FIQ = bytes("[FIQ]");
	private static final byte[] IRQ_NAME = bytes("IRQ");

	private static final int MAX_REGISTERS = 4000;
	private static final int SVC64 = 0x15;
	private static final int ERET = 0x1a;
	private static final int VECTORS = 0x7ff;
	private static final int FROM_BELOW = 0x400;
	private static final int INSTRUCTION = 4;

	private final LineSource lines;
	private final Losses losses;
	private final LineKinds kinds;
	private final ReasonTable reasons = new ReasonTable();
	private final Names registers = new Names(MAX_REGISTERS);
	private final Syndromes syndromes = new Syndromes(registers);
	private final VcpuTracks tracks = new VcpuTracks();
	private final ExitAnalysis analysis;
	private final LevelTracker tracker;

	private VcpuTrack track;
	private int cpu = -1;
	private long exceptions;
	private long exits;

	private boolean interrupt;
	private int from;
	private int to;
	private boolean hasSyndrome;
	private long syndrome;
	private long elr;
	/** Whether what runs below EL2 is a guest, not the host's own user space. */
	private boolean guest = true;
	private boolean guestUser;
	/** The guest hypervisor's vectors; -1 where they were not seen. */
	private long vectors = -1;
	private boolean eretEntered;
	private long sinceEret;
	private long eretLine;

	/** @param listener hears of every exit */
	public QemuLogReader(LineSource lines, TraceOptions options, ExitListener listener, Losses losses, LineKinds kinds) {
		this.lines = lines;
		this.losses = losses;
		this.kinds = kinds;
		this.analysis = new ExitAnalysis(options, listener, registers::name, false);
		this.tracker = new LevelTracker(analysis, losses, false, true);
	}

	/**
	 * Reads all lines.
	 *
	 * @throws TraceException when it is another tool's output, of several CPUs, or has no exit
	 */
	public ExitAnalysis read() throws TraceException {
		while (lines.next()) {
			byte[] text = lines.text();
			int start = Ascii.skipBlanks(text, lines.start(), lines.end());
			int end = Ascii.trimEnd(text, start, lines.end());
			if (start < end && !line(text, start, end)) {
				kinds.check(lines, TraceKind.QEMU_INT);
				if (!lines.terminated()) {
					losses.add(LossKind.CUT_LAST_LINE, lines.number());
				}
			}
		}
		tracks.all().forEach(tracker::end);
		losses.add(LossKind.MANY_KINDS, analysis.beyond(), lines.number());
		if (exits == 0) {
			throw lines.fileError("has " + exceptions + " exceptions, but none from a guest to EL2: the machine ran no virtual machine while it was logged");
		}
		return analysis;
	}

	private boolean line(byte[] text, int start, int end) throws TraceException {
		if (startsWith(text, start, end, TAKING)) {
			taking(text, start, end);
			return true;
		}
		if (startsWith(text, start, end, RETURN)) {
			int level = after(text, start + RETURN.length, end, EL);
			int at = after(text, start, end, PC);
			if (level >= 0 && at >= 0) {
				returned(text[level] - '0', Ascii.hex(text, at, end));
				return true;
			}
			return false;
		}
		if (startsWith(text, start, end, FROM)) {
			int target = after(text, start + FROM.length, end, TO);
			from = text[start + FROM.length] - '0';
			to = target < 0 || target >= end ? -1 : text[target] - '0';
			return true;
		}
		if (startsWith(text, start, end, ESR)) {
			// Class and whole syndrome, with a slash between.
			int slash = start + ESR.length;
			while (slash < end && text[slash] != '/') {
				slash++;
			}
			syndrome = Ascii.hex(text, Math.min(end, slash + 1), end);
			hasSyndrome = true;
			return true;
		}
		if (startsWith(text, start, end, ELR)) {
			elr = Ascii.hex(text, start + ELR.length, end);
			return true;
		}
		if (startsWith(text, start, end, TO_PC)) {
			taken();
			return true;
		}
		return text[start] == '.';
	}

	private void taking(byte[] text, int start, int end) throws TraceException {
		exceptions++;
		int at = after(text, start, end, ON_CPU);
		int number = at < 0 ? 0 : (int) Ascii.decimal(text, at, end);
		if (cpu >= 0 && number != cpu) {
			throw lines.error("an exception on CPU " + number + " after others on CPU " + cpu
					+ ": the log does not say which of them returns. Run the machine with one CPU (-smp 1)");
		}
		cpu = number;
		interrupt = Ascii.indexOf(text, start, end, IRQ) >= 0 || Ascii.indexOf(text, start, end, FIQ) >= 0;
		from = -1;
		to = -1;
		hasSyndrome = false;
		elr = 0;
	}

	/** All lines of an exception are read. */
	private void taken() {
		if (to != 2 || from < 0 || from > 1) {
			return;
		}
		boolean service = hasSyndrome && Syndromes.exceptionClass(syndrome) == SVC64;
		if (from == 0 && (!guest || service)) {
			// Of the host's own user space.
			guest = false;
			return;
		}
		guest = true;
		guestUser = from == 0;
		Reason reason = interrupt || !hasSyndrome ? reasons.arm(IRQ_NAME, 0, IRQ_NAME.length) : reasons.arm(Syndromes.exceptionClass(syndrome));
		if (track == null) {
			track = tracks.add(-1, "CPU " + cpu);
			track.vcpu(cpu);
		}
		exits++;
		if (isEret()) {
			if (eretEntered && sinceEret > 0) {
				losses.add(LossKind.LEVEL_CONTRADICTED, sinceEret, eretLine);
			}
			if (eretEntered) {
				tracker.insideGuest(track);
			}
			eretEntered = false;
		}
		sinceEret++;
		tracker.exit(track, reason, lines.number(), 0, cpu).at(elr, false);
		if (!interrupt && hasSyndrome) {
			syndromes.describe(syndrome, track.open());
		}
	}

	private boolean isEret() {
		return !interrupt && hasSyndrome && Syndromes.exceptionClass(syndrome) == ERET;
	}

	private void returned(int level, long pc) {
		if (track == null || track.open() == null) {
			// From the host to its user space, or to a guest before the first exit.
			guest = level == 1 || guest && guestUser;
			return;
		}
		boolean there = pc == elr || pc == elr + INSTRUCTION;
		if (isEret() && level == 1) {
			tracker.enterNested(track);
			eretEntered = true;
			sinceEret = 0;
			eretLine = lines.number();
		} else if (!there && level == 1 && (pc & VECTORS) >= FROM_BELOW && (!guestUser || (pc & ~VECTORS) == vectors)) {
			vectors = pc & ~VECTORS;
			tracker.leaveNested(track, track.open().reason());
			eretEntered = false;
		}
		if (level == 0 && !(guestUser && there)) {
			// The host goes to its user space; the guest comes back later, without an exit.
			guest = false;
			track.open().toUserSpace();
			return;
		}
		guest = true;
		tracker.entry(track, lines.number(), 0, cpu, false);
	}

	/** What the log tells of the machine. */
	public Machine machine() {
		List<VcpuThread> threads = track == null ? List.of() : List.of(new VcpuThread(-1, track.name(), cpu, track.exits()));
		return new Machine(Isa.ARM64, 1, threads, 0, Map.of());
	}

	/** How many exceptions there are. */
	public long exceptions() {
		return exceptions;
	}

	/** How many exits there are. */
	public long exits() {
		return exits;
	}
}
