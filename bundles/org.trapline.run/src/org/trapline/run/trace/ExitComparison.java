// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.trace.summary.ExitKey;

/**
 * The exits of an operation in a trace beside those of a model, aligned: a longest common sequence, with what is in one of them only.
 *
 * @param lines in order; a line that moved stands where the model has it
 */
public record ExitComparison(List<Line> lines) {

	/** The most pairs of exits that are aligned: both sequences of 5,000. */
	static final long MOST = 25_000_000;

	/** How the trace and the model differ in an exit. */
	public enum Difference {
		/** Both have it, in the same place. */
		EQUAL,
		/** The trace has it, the model has not. */
		MISSING,
		/** The model has it, the trace has not. */
		EXTRA,
		/** Both have it, in different places. */
		MOVED
	}

	/**
	 * An exit of the trace, of the model, or of both.
	 *
	 * @param trace its number in the trace's operation, from 1
	 * @param model the model's
	 */
	public record Line(Difference difference, Optional<Integer> trace, Optional<ExitKey> measured, Optional<ModelExit> model) {
		public Line {
			Objects.requireNonNull(difference);
			Objects.requireNonNull(trace);
			Objects.requireNonNull(measured);
			Objects.requireNonNull(model);
		}
	}

	public ExitComparison {
		lines = List.copyOf(lines);
	}

	/** Whether the model has the exits of the trace, in their order. */
	public boolean conforms() {
		return count(Difference.EQUAL) == lines.size();
	}

	/** How many exits differ so. */
	public long count(Difference difference) {
		return lines.stream().filter(line -> line.difference() == difference).count();
	}

	/** For people: {@code 6 exits, all equal} or {@code 5 equal, 1 missing}. */
	public String summary() {
		if (conforms()) {
			return lines.size() + (lines.size() == 1 ? " exit, equal" : " exits, all equal");
		}
		List<String> parts = new ArrayList<>();
		for (Difference each : Difference.values()) {
			if (count(each) > 0) {
				parts.add(count(each) + " " + each.name().toLowerCase(java.util.Locale.ROOT));
			}
		}
		return String.join(", ", parts);
	}

	/**
	 * Aligns two sequences.
	 *
	 * @throws IllegalArgumentException when they are too long for that
	 */
	static ExitComparison of(List<ExitKey> trace, List<ModelExit> model) {
		if ((long) trace.size() * model.size() > MOST) {
			throw new IllegalArgumentException(trace.size() + " exits of the trace and " + model.size() + " of the model are too many to be aligned");
		}
		int[][] common = new int[trace.size() + 1][model.size() + 1];
		for (int i = trace.size() - 1; i >= 0; i--) {
			for (int j = model.size() - 1; j >= 0; j--) {
				common[i][j] = model.get(j).matches(trace.get(i)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		List<Line> lines = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < trace.size() || j < model.size()) {
			if (i < trace.size() && j < model.size() && model.get(j).matches(trace.get(i))) {
				lines.add(new Line(Difference.EQUAL, Optional.of(i + 1), Optional.of(trace.get(i++)), Optional.of(model.get(j++))));
			} else if (j == model.size() || i < trace.size() && common[i + 1][j] >= common[i][j + 1]) {
				lines.add(new Line(Difference.MISSING, Optional.of(i + 1), Optional.of(trace.get(i++)), Optional.empty()));
			} else {
				lines.add(new Line(Difference.EXTRA, Optional.empty(), Optional.empty(), Optional.of(model.get(j++))));
			}
		}
		return new ExitComparison(moved(lines));
	}

	/** What is missing in one place and extra in another has moved. */
	private static List<Line> moved(List<Line> aligned) {
		List<Line> lines = new ArrayList<>(aligned);
		for (int extra = 0; extra < lines.size(); extra++) {
			Line line = lines.get(extra);
			if (line.difference() != Difference.EXTRA) {
				continue;
			}
			for (int missing = 0; missing < lines.size(); missing++) {
				Line other = lines.get(missing);
				if (other != null && other.difference() == Difference.MISSING && line.model().orElseThrow().matches(other.measured().orElseThrow())) {
					lines.set(extra, new Line(Difference.MOVED, other.trace(), other.measured(), line.model()));
					lines.remove(missing);
					extra -= missing < extra ? 1 : 0;
					break;
				}
			}
		}
		return Collections.unmodifiableList(lines);
	}
}
