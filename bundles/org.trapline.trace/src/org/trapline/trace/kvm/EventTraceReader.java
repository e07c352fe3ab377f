// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.kvm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

import org.trapline.trace.analysis.ExitAnalysis;
import org.trapline.trace.level.ExitRecord;
import org.trapline.trace.level.LevelTracker;
import org.trapline.trace.level.VcpuTrack;
import org.trapline.trace.level.VcpuTracks;
import org.trapline.trace.line.EventLine;
import org.trapline.trace.line.LineKinds;
import org.trapline.trace.name.ReasonTable;
import org.trapline.trace.read.Clock;
import org.trapline.trace.read.ExitListener;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.Machine;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.summary.VcpuThread;
import org.trapline.trace.text.LineSource;
import org.trapline.trace.text.Losses;
import org.trapline.trace.text.Names;

/** Reads a trace of events, line by line, into the tables of exits. */
public final class EventTraceReader {

	private static final int MAX_REGISTERS = 4000;
	private static final int MAX_CPU = 1 << 16;
	private static final byte[] KVM = {'k', 'v', 'm'};
	private static final double NANOS = 1e9;

	private final LineSource lines;
	private final TraceKind kind;
	private final TraceOptions options;
	private final Losses losses;
	private final LineKinds kinds;
	private final boolean perf;

	private final EventLine event = new EventLine();
	private final KvmEvent.Finder events = new KvmEvent.Finder();
	private final Head head = new Head();
	private final ReasonTable reasons = new ReasonTable();
	private final Names registers = new Names(MAX_REGISTERS);
	private final X86Events x86 = new X86Events(reasons, registers, MAX_REGISTERS);
	private final ArmEvents arm = new ArmEvents(reasons, registers);
	private final VcpuTracks tracks = new VcpuTracks();
	private final ExitAnalysis analysis;
	private final LevelTracker tracker;

	private long[] lastTimes = new long[64];
	private final BitSet cpus = new BitSet();
	private long eventCount;
	private long kvmCount;
	private long exitCount;
	private long time;
	private double resolution;

	/**
	 * @param kind     of event trace
	 * @param listener hears of every exit
	 * @param losses   gets what is missing
	 */
	public EventTraceReader(LineSource lines, TraceKind kind, TraceOptions options, ExitListener listener, Losses losses, LineKinds kinds) {
		this.lines = lines;
		this.kind = kind;
		this.options = options;
		this.losses = losses;
		this.kinds = kinds;
		this.perf = kind == TraceKind.PERF_SCRIPT;
		this.analysis = new ExitAnalysis(options, listener, registers::name, true);
		this.tracker = new LevelTracker(analysis, losses, true, options.clock() == Clock.GLOBAL);
		Arrays.fill(lastTimes, Long.MIN_VALUE);
	}

	/**
	 * Reads all lines.
	 *
	 * @throws TraceException when the file is none of these traces throughout, or has no exits
	 */
	public ExitAnalysis read() throws TraceException {
		while (lines.next()) {
			if (event.parse(lines.text(), lines.start(), lines.end()) && event.cpu() < MAX_CPU) {
				if (event.system() != perf) {
					throw LineKinds.mixed(lines, perf ? TraceKind.FTRACE : TraceKind.PERF_SCRIPT, kind);
				}
				event();
			} else {
				other();
			}
		}
		losses.count(true);
		List<VcpuTrack> all = tracks.all();
		all.forEach(tracker::end);
		losses.add(LossKind.LOST_EVENTS, head.overwritten(), 1);
		losses.add(LossKind.MISSING_LINES, head.inBuffer() - eventCount, lines.number());
		losses.add(LossKind.MANY_KINDS, analysis.beyond(), lines.number());
		check();
		return analysis;
	}

	private void event() throws TraceException {
		eventCount++;
		time = time();
		if (options.windowed()) {
			losses.count(time >= options.from() && time < options.to());
		}
		monotonic(event.cpu());
		KvmEvent found = events.find(lines.text(), event.nameFrom(), event.nameTo());
		if (found == KvmEvent.FOREIGN && !(perf && event.isOf(KVM))) {
			return;
		}
		kvmCount++;
		if (found.ordinal() < KvmEvent.OTHER_KVM.ordinal() && !kvm(found)) {
			losses.add(lines.terminated() ? LossKind.UNREADABLE_EVENT : LossKind.CUT_LAST_LINE, lines.number());
		}
	}

	private long time() throws TraceException {
		if (event.digits() > 0) {
			if (resolution == 0) {
				resolution = Math.pow(10, 9 - event.digits());
				analysis.resolution((long) resolution);
			}
			return event.time();
		}
		if (options.ticksPerSecond() == 0) {
			throw lines.error("the time " + event.ticks() + " is a count of ticks, as of the trace clocks x86-tsc and counter. Say how many there are in a second,"
					+ " or record with 'trace-cmd record -C mono'");
		}
		resolution = NANOS / options.ticksPerSecond();
		return (long) (event.ticks() * resolution);
	}

	private void monotonic(int cpu) throws TraceException {
		if (cpu >= lastTimes.length) {
			int length = lastTimes.length;
			lastTimes = Arrays.copyOf(lastTimes, Math.max(cpu + 1, length * 2));
			Arrays.fill(lastTimes, length, lastTimes.length, Long.MIN_VALUE);
		}
		if (time < lastTimes[cpu]) {
			if (!options.acceptBackwardClock()) {
				throw lines.error(String.format(Locale.ROOT, "time goes back on CPU %d, from %.9f to %.9f s: several recordings in one file, or a clock that was"
						+ " set. Make one file of each recording, or accept times that go backwards", cpu, lastTimes[cpu] / NANOS, time / NANOS));
			}
			losses.add(LossKind.BACKWARD_CLOCK, lines.number());
			tracker.lostOn(cpu);
		}
		if (lastTimes[cpu] == Long.MIN_VALUE) {
			cpus.set(cpu);
		}
		lastTimes[cpu] = time;
	}

	/** One of the events that say something of exits. */
	private boolean kvm(KvmEvent found) throws TraceException {
		byte[] text = lines.text();
		int from = event.bodyFrom();
		int to = event.bodyTo();
		switch (found) {
		case ENTRY:
			return entry(text, from, to);
		case EXIT, VCPU_EXIT:
			return exit(text, from, to);
		case MSR:
			return x86.msr(text, from, to, open());
		case CR:
			return x86.cr(text, from, to, open());
		case SYSTEM_REGISTER:
			return arm.access(text, from, to, open());
		case SYSTEM_REGISTER_TRAP:
			return arm.trappedAccess(text, from, to, open());
		case FORWARDED_REGISTER:
			return arm.forwarded(text, from, to, open());
		case GUEST_FAULT:
			return arm.fault(text, from, to, open());
		case USERSPACE_EXIT, INTERRUPT:
			ExitRecord exit = open();
			if (exit != null && found == KvmEvent.INTERRUPT) {
				exit.interrupt();
			} else if (exit != null) {
				exit.toUserSpace();
			}
			return true;
		default:
			return nesting(found, text, from, to);
		}
	}

	private boolean nesting(KvmEvent found, byte[] text, int from, int to) {
		VcpuTrack track = track();
		if (track == null) {
			return true;
		}
		switch (found) {
		case NESTED_EXIT:
			tracker.markNested(track);
			return true;
		case NESTED_INJECT:
			tracker.leaveNested(track, x86.injected(text, from, to));
			return true;
		case NESTED_ENTER, NESTED_RUN:
			tracker.enterNested(track);
			return true;
		case NESTED_EXCEPTION:
			if (!arm.nestedException(text, from, to)) {
				return false;
			}
			if (arm.isNested()) {
				arm.describeNested(track.open());
				tracker.leaveNested(track, arm.seen());
			} else {
				tracker.insideGuest(track);
			}
			return true;
		case NESTED_ERET:
			if (!arm.nested(text, from, to)) {
				return false;
			}
			if (arm.isNested()) {
				tracker.enterNested(track);
			}
			return true;
		default:
			throw new IllegalStateException(found.name());
		}
	}

	private boolean entry(byte[] text, int from, int to) {
		boolean onX86 = x86.entry(text, from, to);
		if (!onX86 && !arm.entry(text, from, to)) {
			return false;
		}
		VcpuTrack track = track();
		if (track != null) {
			if (onX86) {
				track.vcpu(x86.vcpu());
			}
			tracker.entry(track, lines.number(), time, event.cpu(), onX86 && x86.immediate());
		}
		return true;
	}

	private boolean exit(byte[] text, int from, int to) throws TraceException {
		boolean onX86 = x86.exit(text, from, to);
		if (!onX86 && !arm.exit(text, from, to)) {
			if (arm.isRiscv(text, from, to)) {
				throw lines.error("this is a trace of RISC-V; Trapline reads those of x86 and Arm");
			}
			return false;
		}
		if (!lines.terminated() && !(onX86 ? x86.reason() : arm.reason()).known()) {
			return false;
		}
		if (reasons.mixed()) {
			throw lines.error("an exit of " + (onX86 ? x86.reason() : arm.reason()).isa().label()
					+ " after exits of another architecture. Make one file of each machine");
		}
		exitCount++;
		VcpuTrack track = track();
		if (track == null) {
			losses.add(LossKind.MANY_THREADS, lines.number());
			return true;
		}
		if (event.thread() < 0) {
			losses.add(LossKind.NO_THREAD, lines.number());
		}
		if (onX86) {
			if (x86.vcpu() >= 0) {
				track.vcpu(x86.vcpu());
			}
			x86.describe(tracker.exit(track, x86.reason(), lines.number(), time, event.cpu()));
		} else {
			tracker.exit(track, arm.reason(), lines.number(), time, event.cpu()).at(arm.pointer(), false);
		}
		return true;
	}

	private ExitRecord open() {
		VcpuTrack track = tracks.find(key());
		if (track == null) {
			return null;
		}
		tracker.seen(track, event.cpu());
		return track.open();
	}

	private VcpuTrack track() {
		int key = key();
		VcpuTrack track = tracks.find(key);
		if (track == null) {
			track = tracks.add(key, event.comm());
			if (track == null) {
				return null;
			}
		}
		tracker.seen(track, event.cpu());
		return track;
	}

	/** Without a thread's number the CPU stands for it: a vCPU that moves is two. */
	private int key() {
		return event.thread() >= 0 ? event.thread() : -2 - event.cpu();
	}

	/** A line that is no event. */
	private void other() throws TraceException {
		switch (head.read(lines)) {
		case PASSED:
			return;
		case LOSS:
			losses.add(LossKind.LOST_EVENTS, head.lost(), lines.number());
			if (head.cpu() < MAX_CPU) {
				tracker.lostOn(head.cpu());
			}
			return;
		default:
			kinds.check(lines, kind);
			losses.add(!lines.terminated() ? LossKind.CUT_LAST_LINE : lines.number() == 1 ? LossKind.CUT_FIRST_LINE : LossKind.UNREADABLE_LINE, lines.number());
		}
	}

	private void check() throws TraceException {
		if (kvmCount == 0) {
			throw lines.fileError("has " + eventCount + " events, but none of KVM. Record them with 'trace-cmd record -e kvm' on the host, while the guest runs");
		}
		if (exitCount == 0) {
			long line = losses.line(LossKind.UNREADABLE_EVENT);
			throw lines.fileError(line > 0 ? "has no exit that can be read; line " + line + " is the first event of an unknown format"
					: "has " + kvmCount + " events of KVM, but no kvm_exit. Record all of them with 'trace-cmd record -e kvm'");
		}
	}

	/** What the file tells of the machine. */
	public Machine machine() {
		List<VcpuThread> threads = tracks.all().stream().filter(track -> track.exits() > 0)
				.map(track -> new VcpuThread(track.thread(), track.name(), track.vcpu(), track.exits())).toList();
		return new Machine(reasons.isa(), Math.max(head.cpus(), cpus.cardinality()), threads, resolution, head.facts());
	}

	/** How many events there are. */
	public long events() {
		return eventCount;
	}

	/** How many events of KVM there are. */
	public long kvmEvents() {
		return kvmCount;
	}
}
