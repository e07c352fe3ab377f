// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trapline.trace.summary.Loss;
import org.trapline.trace.summary.LossKind;

/** Counts what is missing, by kind. Outside of a time window nothing is counted. */
public final class Losses {

	private final long[] counts = new long[LossKind.values().length];
	private final long[] lines = new long[LossKind.values().length];
	private boolean on = true;

	/** Whether what is added from now on counts. */
	public void count(boolean counts) {
		on = counts;
	}

	/** One more. */
	public void add(LossKind kind, long line) {
		add(kind, 1, line);
	}

	/** Some more. */
	public void add(LossKind kind, long number, long line) {
		if (on && number > 0) {
			if (counts[kind.ordinal()] == 0) {
				lines[kind.ordinal()] = line;
			}
			counts[kind.ordinal()] += number;
		}
	}

	/** How many of a kind there are. */
	public long count(LossKind kind) {
		return counts[kind.ordinal()];
	}

	/** The first line of a kind; 0 where there is none. */
	public long line(LossKind kind) {
		return lines[kind.ordinal()];
	}

	/** Those that occurred. */
	public List<Loss> rows() {
		List<Loss> rows = new ArrayList<>();
		Arrays.stream(LossKind.values()).filter(kind -> count(kind) > 0).forEach(kind -> rows.add(new Loss(kind, count(kind), line(kind))));
		return rows;
	}
}
