// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

	/** How many kinds of a level are followed side by side. */
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
		if (byKind[kind] == null || kinds.key(kind).level() > level) {
			consider(kind);
		}
		int marks = (interrupt(kind) ? Marks.INTERRUPTED : Marks.NONE) | (interruptsGuest ? Marks.DELIVERED : Marks.NONE);
		for (int i = 0; i < candidates.size(); i++) {
			candidates.get(i).exit(vcpu, kind, marks, timed ? time : -1, cpu, oneClock);
		}
	}

	private void consider(int kind) {
		int itsLevel = kinds.key(kind).level();
		if (itsLevel < level || !eligible(kind)) {
			return;
		}
		if (itsLevel > level && (level == ExitKey.UNKNOWN || kinds.counted(kind) >= REPEATS)) {
			level = itsLevel;
			drop(candidate -> levelOf(candidate) < level);
		}
		if (byKind[kind] != null) {
			return;
		}
		Candidate rarest = rarestWhereFull(itsLevel);
		if (rarest != null) {
			// What is followed late lacks operations; only a clearly more frequent one is worth that.
			if (kinds.counted(kind) < REPEATS * count(rarest)) {
				return;
			}
			drop(candidate -> candidate == rarest);
		}
		byKind[kind] = new Candidate(kind, unit);
		candidates.add(byKind[kind]);
	}

	/** The rarest candidate of a level that has no room for one more; null where there is room. Without garbage: many exits ask. */
	private Candidate rarestWhereFull(int itsLevel) {
		Candidate rarest = null;
		int number = 0;
		for (int i = 0; i < candidates.size(); i++) {
			Candidate candidate = candidates.get(i);
			if (levelOf(candidate) == itsLevel) {
				number++;
				rarest = rarest == null || count(candidate) < count(rarest) ? candidate : rarest;
			}
		}
		return number < MAX_CANDIDATES ? null : rarest;
	}

	private void drop(Predicate<Candidate> dropped) {
		candidates.stream().filter(dropped).forEach(candidate -> byKind[candidate.kind()] = null);
		candidates.removeIf(dropped);
	}

	private int levelOf(Candidate candidate) {
		return kinds.key(candidate.kind()).level();
	}

	private long count(Candidate candidate) {
		return kinds.counted(candidate.kind());
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
		List<Candidate> repeating = candidates.stream()
				.filter(candidate -> levelOf(candidate) == level && candidate.whole() >= REPEATS && candidate.tells()).toList();
		long most = repeating.stream().mapToLong(this::count).max().orElse(0);
		List<Candidate> frequent = repeating.stream().filter(candidate -> count(candidate) + 1 >= most * NEARLY).toList();
		return frequent.stream().filter(candidate -> kinds.key(candidate.kind()).reflected()).findFirst().or(() -> frequent.stream().findFirst())
				.map(candidate -> candidate.result(kinds, options.confidence()));
	}
}
