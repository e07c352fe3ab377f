// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.trapline.trace.count.ExitKinds;
import org.trapline.trace.summary.ReflectionRow;

/** Follows each reflected exit through the guest hypervisor's own exits to the entry that resumes the nested VM. */
final class Reflections {

	private final ExitKinds kinds;
	/** By vCPU. */
	private Followed[] running = new Followed[16];
	/** By the reflected exit's kind. */
	private Sums[] sums = new Sums[64];

	Reflections(ExitKinds kinds) {
		this.kinds = kinds;
	}

	/**
	 * An exit.
	 *
	 * @param enters   whether the host enters the nested VM after it
	 * @param hostTime -1 where it is not known
	 */
	void exit(int vcpu, int kind, int level, boolean enters, long time, long hostTime) {
		if (vcpu >= running.length) {
			running = Arrays.copyOf(running, Math.max(vcpu + 1, running.length * 2));
		}
		Followed followed = running[vcpu];
		if (followed == null) {
			followed = new Followed();
			running[vcpu] = followed;
		}
		if (level == 2) {
			followed.kind = kinds.key(kind).reflected() ? kind : -1;
			followed.start = time;
			followed.exits = 0;
			followed.host = hostTime;
			followed.timed = hostTime >= 0;
		} else if (followed.kind >= 0) {
			followed.exits++;
			followed.timed &= hostTime >= 0;
			followed.host += hostTime;
			if (enters) {
				end(followed, time + hostTime);
			}
		}
	}

	private void end(Followed followed, long end) {
		if (followed.kind >= sums.length) {
			sums = Arrays.copyOf(sums, Math.max(followed.kind + 1, sums.length * 2));
		}
		Sums sum = sums[followed.kind];
		if (sum == null) {
			sum = new Sums();
			sums[followed.kind] = sum;
		}
		sum.count++;
		sum.exits += followed.exits;
		if (followed.timed) {
			sum.timed++;
			sum.host += followed.host;
			sum.guest += end - followed.start - followed.host;
		}
		followed.kind = -1;
	}

	void gap(int vcpu) {
		if (vcpu < running.length && running[vcpu] != null) {
			running[vcpu].kind = -1;
		}
	}

	List<ReflectionRow> rows() {
		List<ReflectionRow> rows = new ArrayList<>();
		for (int kind = 0; kind < sums.length; kind++) {
			Sums sum = sums[kind];
			if (sum != null) {
				double timed = sum.timed == 0 ? Double.NaN : sum.timed;
				rows.add(new ReflectionRow(kinds.key(kind), sum.count, (double) sum.exits / sum.count, sum.host / timed, sum.guest / timed));
			}
		}
		rows.sort(Comparator.comparingLong(ReflectionRow::count).reversed().thenComparing(row -> row.key().label()));
		return rows;
	}

	/** A reflected exit that the guest hypervisor handles; kind -1 for none. */
	private static final class Followed {
		private int kind = -1;
		private long start;
		private long exits;
		private long host;
		private boolean timed;
	}

	private static final class Sums {
		private long count;
		private long exits;
		private long timed;
		private double host;
		private double guest;
	}
}
