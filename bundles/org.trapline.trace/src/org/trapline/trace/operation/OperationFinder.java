// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.trapline.trace.count.ExitKinds;
import org.trapline.trace.level.ReasonKind;
import org.trapline.trace.read.Clock;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.Operation;

/**
 * Finds the exit that a benchmark's operations begin with, and follows them. Which exit that is shows at the end only, so the most frequent kinds of the
 * highest level are followed side by side, each as if it were the one. Of kinds that are equally frequent, one that the host reflects is preferred, then
 * the one that came first.
 */
public final class OperationFinder {

	/** How many kinds are followed side by side. */
	private static final int MAX_CANDIDATES = 8;
	/** Counts that differ by less are equal: the ends of a trace cut an operation. */
	private static final double NEARLY = 0.98;
	/** An exit of a higher level has to occur so often before that level counts. */
	private static final int REPEATS = 2;

	private final TraceOptions options;
	private final ExitKinds kinds;
	private final boolean timed;
	private final boolean oneClock;
	private final List<Candidate> candidates = new ArrayList<>();
	private Candidate[] byKind = new Candidate[64];
	private long unit = 1;
	private int level = ExitKey.UNKNOWN;

	/**
	 * @param kinds of exits, with their counts
	 * @param timed whether exits have times
	 */
	public OperationFinder(TraceOptions options, ExitKinds kinds, boolean timed) {
		this.options = options;
		this.kinds = kinds;
		this.timed = timed;
		this.oneClock = options.clock() == Clock.GLOBAL;
	}

	/** @param nanoseconds that all times are multiples of */
	public void unit(long nanoseconds) {
		unit = nanoseconds;
	}

	/**
	 * An exit, which {@link ExitKinds} has counted.
	 *
	 * @param interruptsGuest whether an interrupt reached the guest at the entry after it
	 */
	public void exit(int vcpu, int kind, long time, int cpu, boolean interruptsGuest) {
		if (kind >= byKind.length) {
			byKind = Arrays.copyOf(byKind, Math.max(kind + 1, byKind.length * 2));
		}
		if (byKind[kind] == null) {
			consider(kind);
		}
		int marks = (interrupt(kind) ? Marks.INTERRUPTED : Marks.NONE) | (interruptsGuest ? Marks.DELIVERED : Marks.NONE);
		for (int i = 0; i < candidates.size(); i++) {
			candidates.get(i).exit(vcpu, kind, marks, timed ? time : -1, cpu, oneClock);
		}
	}

	private void consider(int kind) {
		ExitKey key = kinds.key(kind);
		if (key.level() < level || key.level() > level && kinds.counted(kind) < REPEATS && level != ExitKey.UNKNOWN || !eligible(kind)) {
			return;
		}
		if (key.level() > level) {
			candidates.forEach(candidate -> byKind[candidate.kind()] = null);
			candidates.clear();
			level = key.level();
		} else if (candidates.size() == MAX_CANDIDATES) {
			Candidate rarest = candidates.get(0);
			for (Candidate candidate : candidates) {
				rarest = kinds.counted(candidate.kind()) < kinds.counted(rarest.kind()) ? candidate : rarest;
			}
			// What is followed late lacks operations; only a clearly more frequent one is worth that.
			if (kinds.counted(kind) < REPEATS * kinds.counted(rarest.kind())) {
				return;
			}
			byKind[rarest.kind()] = null;
			candidates.remove(rarest);
		}
		byKind[kind] = new Candidate(kind, unit);
		candidates.add(byKind[kind]);
	}

	private boolean eligible(int kind) {
		return options.anchor().map(anchor -> anchor.matches(kinds.key(kind))).orElse(!interrupt(kind));
	}

	private boolean interrupt(int kind) {
		return kinds.reason(kind).kind() == ReasonKind.INTERRUPT;
	}

	/** Events of a vCPU were lost. */
	public void gap(int vcpu) {
		candidates.forEach(candidate -> candidate.gap(vcpu));
	}

	/** The repeated unit; empty where nothing repeats. */
	public Optional<Operation> result() {
		List<Candidate> repeating = candidates.stream().filter(candidate -> candidate.whole() >= REPEATS && candidate.tells()).toList();
		long most = repeating.stream().mapToLong(candidate -> kinds.counted(candidate.kind())).max().orElse(0);
		List<Candidate> frequent = repeating.stream().filter(candidate -> kinds.counted(candidate.kind()) + 1 >= most * NEARLY).toList();
		return frequent.stream().filter(candidate -> kinds.key(candidate.kind()).reflected()).findFirst().or(() -> frequent.stream().findFirst())
				.map(candidate -> candidate.result(kinds, options.confidence()));
	}
}
