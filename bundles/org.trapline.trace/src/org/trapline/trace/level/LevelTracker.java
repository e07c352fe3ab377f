// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.level;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.text.Losses;

/**
 * Rebuilds, for each vCPU, which level each exit came from and whether the host reflected it, from the events between an exit and the entry after it.
 * <p>
 * A vCPU is in one mode until an event changes it: entering a nested VM, or leaving it for the guest hypervisor. Exits before the first such event wait,
 * up to a bound: that event tells their level, too. On x86, where the kernel marks each exit of a nested VM, the mark decides. Kernels before
 * {@code kvm_nested_vmenter} have no event for entering; there the guest hypervisor's VMLAUNCH, VMRESUME or VMRUN is taken for it, until an exit shows
 * that it failed. A nested VM's own guests are told apart by no event of the host: they are of level 2, too.
 */
public final class LevelTracker {

	/** How many exits of a vCPU wait for an event that tells their level. */
	static final int MAX_PENDING = 512;

	private static final int UNDECIDED = 0;

	private final ExitSink sink;
	private final Losses lost;
	private final boolean timed;
	private final boolean oneClock;
	private final List<ExitRecord> free = new ArrayList<>();
	/** How often events were lost. */
	private long losses;
	/** By physical CPU: the number of its last loss. */
	private long[] lossByCpu = new long[64];
	/** The kernel marks exits of nested VMs. */
	private boolean exitsMarked;
	/** The kernel has an event for entering a nested VM. */
	private boolean entersMarked;

	/**
	 * @param sink     gets the exits
	 * @param lost     gets what is missing
	 * @param timed    whether events have times
	 * @param oneClock whether all CPUs have one clock
	 */
	public LevelTracker(ExitSink sink, Losses lost, boolean timed, boolean oneClock) {
		this.sink = sink;
		this.lost = lost;
		this.timed = timed;
		this.oneClock = oneClock;
	}

	/**
	 * A guest exited.
	 *
	 * @return the exit, for what else its line and the next ones tell
	 */
	public ExitRecord exit(VcpuTrack track, Reason reason, long line, long time, int cpu) {
		if (track.isOpen) {
			lost.add(LossKind.EXIT_WITHOUT_ENTRY, track.open.line);
			close(track);
		}
		if (track.open == null) {
			track.open = fresh();
		}
		ExitRecord exit = track.open;
		exit.begin(reason, line, time, cpu);
		exit.thread = track.thread();
		exit.vcpu = track.vcpu();
		if (timed && track.hasEntry && !track.immediate && (oneClock || track.entryCpu == cpu)) {
			exit.guestTime = Math.max(-1, time - track.entryTime);
		}
		track.hasEntry = false;
		track.isOpen = true;
		track.started = true;
		track.exits++;
		return exit;
	}

	/** The host enters a guest. */
	public void entry(VcpuTrack track, long line, long time, int cpu, boolean immediate) {
		if (track.isOpen) {
			ExitRecord exit = track.open;
			if (!oneClock && exit.cpu != cpu) {
				lost.add(LossKind.OTHER_CPU, exit.line);
			} else if (time < exit.time) {
				lost.add(LossKind.BACKWARD_CLOCK, line);
			} else if (timed) {
				exit.hostTime = time - exit.time;
			}
			close(track);
		} else if (track.started) {
			// The first entry of a trace that began while the host worked is no loss.
			lost.add(LossKind.ENTRY_WITHOUT_EXIT, line);
		}
		track.started = true;
		track.hasEntry = true;
		track.immediate = immediate;
		track.entryTime = time;
		track.entryCpu = cpu;
	}

	/** The exit came from a nested VM. */
	public void markNested(VcpuTrack track) {
		exitsMarked = true;
		track.nested = true;
		if (track.isOpen) {
			track.open.fromNested = true;
		} else {
			change(track, VcpuTrack.MODE_NESTED);
		}
	}

	/**
	 * The host leaves the nested VM for the guest hypervisor.
	 *
	 * @param seen what the guest hypervisor sees as reason; null where it is not known
	 */
	public void leaveNested(VcpuTrack track, Reason seen) {
		track.nested = true;
		if (!track.isOpen) {
			change(track, VcpuTrack.MODE_GUEST);
		} else if (track.open.entersNested) {
			// It was about to enter, and found something for the guest hypervisor: that is no reflection of this exit.
			track.open.bounced = true;
		} else {
			track.open.injected = true;
			track.open.seen = seen;
		}
	}

	/** The host hands the exit from one part of a guest hypervisor to another, as from the kernel below its EL2 to its EL2. */
	public void insideGuest(VcpuTrack track) {
		track.nested = true;
		if (track.isOpen) {
			track.open.inside = true;
		} else {
			change(track, VcpuTrack.MODE_GUEST);
		}
	}

	/** The host enters a nested VM for the guest hypervisor. */
	public void enterNested(VcpuTrack track) {
		entersMarked = true;
		track.nested = true;
		if (track.isOpen) {
			track.open.entersNested = true;
			track.open.bounced = false;
		} else {
			change(track, VcpuTrack.MODE_NESTED);
		}
	}

	/** Events of a physical CPU were lost. */
	public void lostOn(int cpu) {
		if (cpu >= lossByCpu.length) {
			lossByCpu = Arrays.copyOf(lossByCpu, Math.max(cpu + 1, lossByCpu.length * 2));
		}
		losses++;
		lossByCpu[cpu] = losses;
	}

	/** A vCPU's next event is on this CPU: where events of this CPU or of its last one were lost since its last event, some of them may be its own. */
	public void seen(VcpuTrack track, int cpu) {
		if (track.losses != losses) {
			if (track.cpu >= 0 && (lossOf(track.cpu) > track.losses || lossOf(cpu) > track.losses)) {
				gap(track);
			}
			track.losses = losses;
		}
		track.cpu = cpu;
	}

	private long lossOf(int cpu) {
		return cpu < lossByCpu.length ? lossByCpu[cpu] : 0;
	}

	private void gap(VcpuTrack track) {
		if (track.isOpen) {
			if (track.open.injected) {
				close(track);
			} else {
				lost.add(LossKind.OPEN_EXIT, track.open.line);
				track.isOpen = false;
			}
		}
		settle(track);
		track.mode = VcpuTrack.MODE_UNKNOWN;
		track.certain = false;
		track.assumed = 0;
		track.hasEntry = false;
		track.started = false;
		sink.gap(track);
	}

	/** The trace ends. */
	public void end(VcpuTrack track) {
		gap(track);
	}

	/** Settles exits that wait although no event will tell more than is known. */
	private void settle(VcpuTrack track) {
		if (!track.pending.isEmpty()) {
			boolean first = exitsMarked || !track.nested;
			if (!first) {
				lost.add(LossKind.UNKNOWN_LEVEL, track.pending.size(), track.pending.get(0).line);
			}
			flush(track, first ? 1 : ExitKey.UNKNOWN);
		}
	}

	private void change(VcpuTrack track, int mode) {
		settle(track);
		track.mode = mode;
		track.certain = true;
		track.assumed = 0;
	}

	/** All events of the exit are read. */
	private void close(VcpuTrack track) {
		ExitRecord exit = track.open;
		track.isOpen = false;
		int level = level(track, exit);
		if (level == UNDECIDED) {
			track.pending.add(exit);
			track.open = null;
			if (track.pending.size() >= MAX_PENDING) {
				overflow(track);
			}
			return;
		}
		if (!track.pending.isEmpty()) {
			flush(track, exitsMarked ? 1 : level);
		}
		if (track.assumed > 0) {
			contradict(track, exit, level);
		}
		sink.exit(track, exit, level);
		modeAfter(track, exit, level);
	}

	private int level(VcpuTrack track, ExitRecord exit) {
		if (exit.fromNested) {
			return 2;
		}
		if (exit.inside) {
			return 1;
		}
		if (track.mode == VcpuTrack.MODE_NESTED) {
			return track.certain || !exitsMarked ? 2 : 1;
		}
		if (exitsMarked || exit.entersNested) {
			return 1;
		}
		if (exit.injected) {
			return 2;
		}
		if (track.mode == VcpuTrack.MODE_GUEST || exit.reason.kind() == ReasonKind.ENTER) {
			return 1;
		}
		return track.mode == VcpuTrack.MODE_LOST ? ExitKey.UNKNOWN : UNDECIDED;
	}

	private void modeAfter(VcpuTrack track, ExitRecord exit, int level) {
		if (exit.injected || exit.bounced) {
			track.mode = VcpuTrack.MODE_GUEST;
			track.certain = true;
		} else if (exit.entersNested) {
			track.mode = VcpuTrack.MODE_NESTED;
			track.certain = true;
		} else if (level == 1 && exit.reason.kind() == ReasonKind.ENTER && !exit.failedEntry && !entersMarked) {
			track.mode = VcpuTrack.MODE_NESTED;
			track.certain = false;
		} else if (level == 2) {
			track.mode = VcpuTrack.MODE_NESTED;
			track.certain |= exit.fromNested;
		} else if (level == 1) {
			track.mode = VcpuTrack.MODE_GUEST;
		}
		if (level == ExitKey.UNKNOWN) {
			lost.add(LossKind.UNKNOWN_LEVEL, exit.line);
		}
		if (track.assumed > 0) {
			track.assumed = track.nested ? 0 : track.assumed + 1;
		}
	}

	/** Where the first level was taken for granted, and an event without marks shows a nested VM that nothing entered. */
	private void contradict(VcpuTrack track, ExitRecord exit, int level) {
		if (level == 2 && !exitsMarked && !exit.entersNested) {
			lost.add(LossKind.LEVEL_CONTRADICTED, track.assumed, exit.line);
		}
	}

	private void overflow(VcpuTrack track) {
		if (track.nested && !exitsMarked) {
			settle(track);
			track.mode = VcpuTrack.MODE_LOST;
		} else {
			long waited = track.pending.size();
			settle(track);
			track.mode = VcpuTrack.MODE_GUEST;
			track.certain = false;
			track.assumed = waited;
		}
	}

	private void flush(VcpuTrack track, int level) {
		for (ExitRecord exit : track.pending) {
			sink.exit(track, exit, level);
			free.add(exit);
		}
		track.pending.clear();
	}

	private ExitRecord fresh() {
		return free.isEmpty() ? new ExitRecord() : free.remove(free.size() - 1);
	}
}
