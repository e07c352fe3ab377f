// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture that somebody asks for: an experiment by {@code chart bars of traps by stack}, the command line by options, or a view.
 *
 * @param kind     what is drawn
 * @param metric   of which values
 * @param baseline for an overhead: the stack, or the id of the run, that everything is compared with; the first stack when empty
 * @param across   for lines and heat maps: the parameter whose values lie on the horizontal axis; the first one when empty
 * @param down     for heat maps: the parameter whose values lie on the vertical axis; the second one when empty
 * @param log      whether values lie on a logarithmic axis or colour scale; bars never do, as their lengths would say nothing
 */
public record ChartSpec(Kind kind, Metric metric, Optional<String> baseline, Optional<String> across, Optional<String> down, boolean log) {

	/** Kinds of charts. */
	public enum Kind {
		/** Values by stack, with published ones as marks. */
		BARS("Values by stack"),
		/** Values in multiples of a baseline's. */
		OVERHEAD("Overhead against a baseline"),
		/** Cycles by stack, taken apart by level. */
		LEVELS("Cycles by level"),
		/** Cycles by stack, taken apart by cause. */
		CAUSES("Cycles by cause"),
		/** Values over one parameter of a sweep. */
		LINES("Lines over a parameter"),
		/** Values over two parameters of a sweep. */
		HEATMAP("Heat map over two parameters"),
		/** Share of operations below a value. */
		CDF("Cumulative distribution"),
		/** Values by percentile, the tail drawn wide. */
		PERCENTILES("Percentiles");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		/** The word in files and on the command line. */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** For people. */
		public String title() {
			return title;
		}

		/** The kind of an id. */
		public static Optional<Kind> of(String id) {
			for (Kind kind : values()) {
				if (kind.id().equals(id)) {
					return Optional.of(kind);
				}
			}
			return Optional.empty();
		}

		@Override
		public String toString() {
			return id();
		}
	}

	public ChartSpec {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(metric);
		Objects.requireNonNull(baseline);
		Objects.requireNonNull(across);
		Objects.requireNonNull(down);
	}

	/** A chart that has no more to say than what and of what. */
	public ChartSpec(Kind kind, Metric metric) {
		this(kind, metric, Optional.empty(), Optional.empty(), Optional.empty(), false);
	}

	/** {@code chart bars of METRIC by stack}. */
	public ChartSpec(Metric metric) {
		this(Kind.BARS, metric);
	}

	/** The same against another baseline: a stack, or the id of a run. */
	public ChartSpec against(String other) {
		return new ChartSpec(kind, metric, Optional.of(other), across, down, log);
	}

	/** {@code STUDY-EXPERIMENT-METRIC}, and the kind where it is not bars: the name of a picture's file, without its ending. */
	public String fileName(String study, String experiment) {
		return study + "-" + experiment + "-" + metric.id() + (kind == Kind.BARS ? "" : "-" + kind.id());
	}
}
