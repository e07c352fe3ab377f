// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.trapline.trace.count.ExitKinds;
import org.trapline.trace.count.TimeTally;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.ExitRow;
import org.trapline.trace.summary.LevelRow;
import org.trapline.trace.summary.Times;

/** Counts and times of exits by kind and by level. */
final class ExitCounts {

	private static final int LEVELS = 4;

	private final ExitKinds kinds;
	private TimeTally[] times = new TimeTally[64];
	private long[] userSpace = new long[64];
	private long unit = 1;
	private final double[] host = new double[LEVELS];
	private final double[] guest = new double[LEVELS];

	ExitCounts(ExitKinds kinds) {
		this.kinds = kinds;
	}

	/** @param nanoseconds that all times are multiples of */
	void unit(long nanoseconds) {
		unit = nanoseconds;
	}

	void add(int kind, int level, long hostTime, long guestTime, boolean toUserSpace) {
		if (kind >= times.length) {
			times = Arrays.copyOf(times, Math.max(kind + 1, times.length * 2));
			userSpace = Arrays.copyOf(userSpace, times.length);
		}
		if (toUserSpace) {
			userSpace[kind]++;
		}
		if (hostTime >= 0) {
			if (times[kind] == null) {
				times[kind] = new TimeTally(unit);
			}
			times[kind].add(hostTime);
			host[level + 1] += hostTime;
		}
		if (guestTime >= 0) {
			guest[level + 1] += guestTime;
		}
	}

	/** @param seconds of the trace; NaN where there are no times */
	List<ExitRow> rows(double seconds) {
		long all = 0;
		for (int kind = 0; kind < kinds.size(); kind++) {
			all += kinds.counted(kind);
		}
		List<ExitRow> rows = new ArrayList<>();
		for (int kind = 0; kind < kinds.size(); kind++) {
			long count = kinds.counted(kind);
			if (count > 0) {
				TimeTally tally = kind < times.length ? times[kind] : null;
				rows.add(new ExitRow(kinds.key(kind), count, (double) count / all, seconds > 0 ? count / seconds : Double.NaN,
						kind < userSpace.length ? userSpace[kind] : 0, tally == null ? Times.NONE : tally.times()));
			}
		}
		rows.sort(Comparator.comparingLong(ExitRow::count).reversed().thenComparing(row -> row.key().level(), Comparator.reverseOrder())
				.thenComparing(row -> row.key().label()));
		return rows;
	}

	List<LevelRow> levels() {
		long[] count = new long[LEVELS];
		long[] reflected = new long[LEVELS];
		long[] user = new long[LEVELS];
		for (int kind = 0; kind < kinds.size(); kind++) {
			ExitKey key = kinds.key(kind);
			int at = key.level() + 1;
			count[at] += kinds.counted(kind);
			reflected[at] += key.reflected() ? kinds.counted(kind) : 0;
			user[at] += kind < userSpace.length ? userSpace[kind] : 0;
		}
		List<LevelRow> rows = new ArrayList<>();
		for (int at = 0; at < LEVELS; at++) {
			if (count[at] > 0) {
				rows.add(new LevelRow(at - 1, count[at], reflected[at], user[at], host[at], guest[at]));
			}
		}
		return rows;
	}
}
