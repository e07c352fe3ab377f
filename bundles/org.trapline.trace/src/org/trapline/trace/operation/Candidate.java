// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.trapline.trace.count.ExitKinds;
import org.trapline.trace.count.MeanTally;
import org.trapline.trace.count.TimeTally;
import org.trapline.trace.operation.Sequences.Entry;
import org.trapline.trace.summary.Operation;
import org.trapline.trace.summary.Sequence;

/** An exit that operations may begin with, and the operations if they do. */
final class Candidate {

	/** How many sequences are told. */
	private static final int TOLD = 8;

	private final int kind;
	private final Sequences sequences = new Sequences();
	/** By the marks that are set apart: what all other operations came to. */
	private final Sums[] without = new Sums[Marks.ALL + 1];
	/** By marks: how many operations have just them. */
	private final long[] whole = new long[Marks.ALL + 1];
	private final long[] tooLong = new long[Marks.ALL + 1];
	/** By vCPU. */
	private Running[] running = new Running[4];
	private long broken;

	/**
	 * @param kind of the exit
	 * @param unit nanoseconds: what all times are multiples of
	 */
	Candidate(int kind, long unit) {
		this.kind = kind;
		Arrays.setAll(without, each -> new Sums(unit));
	}

	int kind() {
		return kind;
	}

	/** How many operations there are from one anchor to the next. */
	long whole() {
		return Arrays.stream(whole).sum();
	}

	/**
	 * An exit.
	 *
	 * @param marks    what {@link Marks} it has
	 * @param time     of it; -1 where there are no times
	 * @param oneClock whether all CPUs have one clock
	 */
	void exit(int vcpu, int exit, int marks, long time, int cpu, boolean oneClock) {
		Running now = running(vcpu);
		if (exit != kind) {
			if (now.active()) {
				now.add(exit, marks);
			}
			return;
		}
		if (now.active()) {
			end(now, time < 0 || !oneClock && now.cpu() != cpu ? -1 : time - now.start());
		}
		now.begin(exit, marks, time, cpu);
	}

	private void end(Running now, long duration) {
		int marks = now.marks();
		whole[marks]++;
		for (int apart = 0; apart <= Marks.ALL; apart++) {
			if ((marks & apart) == 0) {
				without[apart].add(now.length(), duration);
			}
		}
		if (now.tooLong()) {
			tooLong[marks]++;
		} else {
			sequences.add(now.kinds(), now.length(), now.hash(), marks, duration);
		}
	}

	private Running running(int vcpu) {
		if (vcpu >= running.length) {
			running = Arrays.copyOf(running, Math.max(vcpu + 1, running.length * 2));
		}
		if (running[vcpu] == null) {
			running[vcpu] = new Running();
		}
		return running[vcpu];
	}

	/** Events of a vCPU were lost. */
	void gap(int vcpu) {
		if (vcpu < running.length && running[vcpu] != null && running[vcpu].active()) {
			running[vcpu].stop();
			broken++;
		}
	}

	/** The marks whose operations are set apart: where most have a mark it is part of them, as of an operation that sends an interrupt. */
	private int apart() {
		int apart = Marks.NONE;
		for (int mark = 1; mark <= Marks.ALL; mark *= 2) {
			long marked = 0;
			for (int marks = 0; marks <= Marks.ALL; marks++) {
				marked += (marks & mark) != 0 ? whole[marks] : 0;
			}
			apart |= marked * 2 <= whole() ? mark : 0;
		}
		return apart;
	}

	/** Whether there is a sequence to tell. */
	boolean tells() {
		int apart = apart();
		return sequences.all().stream().anyMatch(entry -> (entry.marks & apart) == 0);
	}

	/** What its operations came to; there has to be a sequence to tell. */
	Operation result(ExitKinds kinds, double confidence) {
		int apart = apart();
		long counted = 0;
		long other = 0;
		for (int marks = 0; marks <= Marks.ALL; marks++) {
			if ((marks & apart) == 0) {
				counted += whole[marks];
				other += tooLong[marks] + sequences.forgotten(marks);
			}
		}
		Sums sums = without[apart];
		return new Operation(kinds.key(kind), counted, whole() - counted, broken, other, told(kinds, apart, counted), sums.exits.estimate(confidence),
				sums.durations.estimate(confidence), sums.times.times());
	}

	private List<Sequence> told(ExitKinds kinds, int apart, long counted) {
		List<Entry> entries = new ArrayList<>();
		for (Entry entry : sequences.all()) {
			if ((entry.marks & apart) == 0) {
				entries.add(entry);
			}
		}
		List<Entry> merged = Entry.merge(entries);
		merged.sort(Comparator.comparingLong((Entry entry) -> entry.count).reversed());
		return merged.subList(0, Math.min(TOLD, merged.size())).stream().map(entry -> new Sequence(Arrays.stream(entry.kinds).mapToObj(kinds::key).toList(),
				entry.count, (double) entry.count / counted, entry.timed == 0 ? Double.NaN : entry.total / entry.timed)).toList();
	}

	private static final class Sums {
		private final MeanTally exits = new MeanTally();
		private final MeanTally durations = new MeanTally();
		private final TimeTally times;

		private Sums(long unit) {
			times = new TimeTally(unit);
		}

		private void add(int length, long duration) {
			exits.add(length);
			if (duration >= 0) {
				durations.add(duration);
				times.add(duration);
			}
		}
	}
}
