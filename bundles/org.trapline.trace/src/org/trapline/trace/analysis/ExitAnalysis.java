// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import org.trapline.trace.count.ExitKinds;
import org.trapline.trace.level.ExitRecord;
import org.trapline.trace.level.ExitSink;
import org.trapline.trace.level.VcpuTrack;
import org.trapline.trace.operation.OperationFinder;
import org.trapline.trace.read.ExitListener;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.ExitRow;
import org.trapline.trace.summary.LevelRow;
import org.trapline.trace.summary.Operation;
import org.trapline.trace.summary.ReflectionRow;
import org.trapline.trace.summary.Span;

/** Puts every exit in the time window into all tables. */
public final class ExitAnalysis implements ExitSink {

	private final TraceOptions options;
	private final ExitListener listener;
	private final boolean timed;
	private final ExitKinds kinds;
	private final ExitCounts counts;
	private final Reflections reflections;
	private final OperationFinder operations;
	private long first = Long.MAX_VALUE;
	private long last = Long.MIN_VALUE;
	private long firstOfAll = Long.MAX_VALUE;
	private long lastOfAll = Long.MIN_VALUE;

	/**
	 * @param registers the names of registers by number; 0 is none
	 * @param timed     whether exits have times
	 */
	public ExitAnalysis(TraceOptions options, ExitListener listener, IntFunction<String> registers, boolean timed) {
		this.options = options;
		this.listener = listener;
		this.timed = timed;
		this.kinds = new ExitKinds(registers);
		this.counts = new ExitCounts(kinds);
		this.reflections = new Reflections(kinds);
		this.operations = new OperationFinder(options, kinds, timed);
	}

	/**
	 * How finely the trace tells times, before its first exit.
	 *
	 * @param nanoseconds that all times are multiples of
	 */
	public void resolution(long nanoseconds) {
		counts.unit(nanoseconds);
		operations.unit(nanoseconds);
	}

	@Override
	public void exit(VcpuTrack track, ExitRecord exit, int level) {
		long time = exit.time();
		firstOfAll = Math.min(firstOfAll, time);
		lastOfAll = Math.max(lastOfAll, time);
		if (timed && (time < options.from() || time >= options.to())) {
			gap(track);
			return;
		}
		first = Math.min(first, time);
		last = Math.max(last, time);
		int handler = level == ExitKey.UNKNOWN ? ExitKey.UNKNOWN : exit.reflected() ? 1 : 0;
		int kind = kinds.number(level, handler, exit.reason(), exit.register(), exit.direction());
		kinds.count(kind);
		counts.add(kind, level, exit.hostTime(), exit.guestTime(), exit.userSpace());
		reflections.exit(track.index(), kind, level, exit.entersNested(), time, exit.hostTime());
		operations.exit(track.index(), kind, time, exit.cpu(), exit.interruptsGuest());
		if (listener != ExitListener.NONE) {
			exit.key(kinds.key(kind));
			listener.exit(exit);
		}
	}

	@Override
	public void gap(VcpuTrack track) {
		reflections.gap(track.index());
		operations.gap(track.index());
	}

	/** By level and reason, the most frequent first. */
	public List<ExitRow> exits() {
		return counts.rows(timed ? span().seconds() : Double.NaN);
	}

	/** Sums by level. */
	public List<LevelRow> levels() {
		return counts.levels();
	}

	/** What reflected exits cost the guest hypervisor. */
	public List<ReflectionRow> reflections() {
		return reflections.rows();
	}

	/** The repeated unit. */
	public Optional<Operation> operation() {
		return operations.result();
	}

	/** Whether there are exits of the anchor that was asked for; true where none was. */
	public boolean anchorOccurs() {
		return options.anchor().isEmpty() || kinds(options.anchor().get()::matches);
	}

	private boolean kinds(Predicate<ExitKey> wanted) {
		for (int kind = 0; kind < kinds.size(); kind++) {
			if (wanted.test(kinds.key(kind))) {
				return true;
			}
		}
		return false;
	}

	/** How many exits are of kinds that there is no room for. */
	public long beyond() {
		return kinds.beyond();
	}

	/** Whether exits are counted. */
	public boolean hasExits() {
		return first <= last;
	}

	/** Of the exits that are counted. */
	public Span span() {
		return first > last ? Span.NONE : new Span(timed ? first : 0, timed ? last : 0, timed);
	}

	/** Of all exits, those outside the window, too. */
	public Span spanOfAll() {
		return firstOfAll > lastOfAll ? Span.NONE : new Span(timed ? firstOfAll : 0, timed ? lastOfAll : 0, timed);
	}
}
