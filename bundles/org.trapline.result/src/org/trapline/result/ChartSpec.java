// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A request for a chart: of an experiment by {@code chart bars of traps by stack}, of the command line by options, or of a view.
 *
 * @param kind     what is drawn
 * @param metric   of which values
 * @param baseline with {@link Option#BASELINE}: the stack, or the id of the run, that everything is compared with; the first stack when empty
 * @param across   with {@link Option#ACROSS}: the parameter whose values lie on the horizontal axis; the first one when empty
 * @param down     with {@link Option#DOWN}: the parameter whose values lie on the vertical axis; the second one when empty
 * @param log      with {@link Option#LOGARITHMIC}: whether values lie on a logarithmic axis or colour scale; bars never do, as their
 *                 lengths would say nothing
 * @since 0.2.0
 */
public record ChartSpec(Kind kind, Metric metric, Optional<String> baseline, Optional<String> across, Optional<String> down, boolean log) {

	/**
	 * Kinds of charts, each with its traits. Who draws, checks or offers charts asks these traits, and never which kind it is; how a kind
	 * makes its data is a class of its own in {@code org.trapline.chart.kind}.
	 */
	public enum Kind {
		/** Values by stack, with published ones as marks. */
		BARS("Values by stack", Shows.VALUES),
		/** Values relative to a baseline. */
		OVERHEAD("Overhead against a baseline", Shows.VALUES, Option.BASELINE),
		/** Cycles by stack, broken down by level. */
		LEVELS("Cycles by level", Shows.BREAKDOWNS),
		/** Cycles by stack, broken down by cause. */
		CAUSES("Cycles by cause", Shows.BREAKDOWNS),
		/** Exits, or the cycles that they take, by stack, taken apart by level and exit reason. */
		REASONS("Exits by reason", Shows.EXITS),
		/** Values over one parameter of a sweep. */
		LINES("Lines over a parameter", Shows.VALUES, Option.ACROSS, Option.LOGARITHMIC),
		/** Values over two parameters of a sweep. */
		HEATMAP("Heat map over two parameters", Shows.VALUES, Option.ACROSS, Option.DOWN, Option.LOGARITHMIC),
		/** Share of operations below a value. */
		CDF("Cumulative distribution", Shows.PERCENTILES, Option.LOGARITHMIC),
		/** Values by percentile, the tail drawn wide. */
		PERCENTILES("Percentiles", Shows.PERCENTILES, Option.LOGARITHMIC);

		private final String title;
		private final Shows shows;
		private final Set<Option> options;

		Kind(String title, Shows shows, Option... options) {
			this.title = title;
			this.shows = shows;
			this.options = Set.of(options);
		}

		/** The word in files and on the command line. */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** For people. */
		public String title() {
			return title;
		}

		/** Which results it shows. */
		public Shows shows() {
			return shows;
		}

		/** Whether it makes a difference to such a chart. */
		public boolean takes(Option option) {
			return options.contains(option);
		}

		/** How many parameters of a sweep it lies over, and so needs: 0, 1 or 2. */
		public int parameters() {
			return (takes(Option.ACROSS) ? 1 : 0) + (takes(Option.DOWN) ? 1 : 0);
		}

		/** Whether it can be of a summary of a sweep, which has one mean for each cell and no values of its points. */
		public boolean isOfSummary() {
			return parameters() == 0 && shows.ofSummary;
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

	/** The options of a chart besides its kind and its metric. */
	public enum Option {
		/** The baseline of all values. */
		BASELINE,
		/** The parameter on the horizontal axis. */
		ACROSS,
		/** The parameter on the vertical axis. */
		DOWN,
		/** Whether values lie on a logarithmic scale. */
		LOGARITHMIC
	}

	/** Which results a kind of chart shows, and so which metrics it can be of. */
	public enum Shows {
		/** The values of the metric itself. */
		VALUES("are a table by level and exit reason", true) {
			@Override
			public boolean shows(Metric measured, Metric charted) {
				return measured.equals(charted) && !measured.equals(Metric.EXITS);
			}

			@Override
			public List<Metric> offers(List<Metric> measured) {
				return measured.stream().filter(metric -> metric.percentile().isEmpty() && shows(metric, metric)).toList();
			}
		},
		/** Cycles by level and cause. */
		BREAKDOWNS("cannot be broken down by level and cause", false) {
			@Override
			public boolean shows(Metric measured, Metric charted) {
				return charted.equals(Metric.CYCLES) && measured.equals(charted);
			}

			/** Cycles, measured or not: a run always writes them by level and cause. */
			@Override
			public List<Metric> offers(List<Metric> measured) {
				return List.of(Metric.CYCLES);
			}
		},
		/** The table of exits by level and reason: how many they are, or the cycles that they take. */
		EXITS("cannot be broken down by exit reason", false) {
			@Override
			public boolean shows(Metric measured, Metric charted) {
				return measured.equals(Metric.EXITS) && (charted.equals(Metric.EXITS) || charted.equals(Metric.CYCLES));
			}

			@Override
			public String needs(Metric charted) {
				return Metric.EXITS.id();
			}

			@Override
			public List<Metric> offers(List<Metric> measured) {
				return measured.contains(Metric.EXITS) ? List.of(Metric.EXITS, Metric.CYCLES) : List.of();
			}
		},
		/** The percentiles of the metric. */
		PERCENTILES("has no percentiles", true) {
			@Override
			public boolean shows(Metric measured, Metric charted) {
				return measured.percentile().isPresent() && measured.base().equals(charted.id());
			}

			@Override
			public String needs(Metric charted) {
				return charted + ".p50 and others";
			}

			@Override
			public List<Metric> offers(List<Metric> measured) {
				return measured.stream().filter(metric -> metric.percentile().isPresent()).map(metric -> Metric.of(metric.base(), metric.unit())).distinct()
						.toList();
			}
		};

		private final String unfit;
		private final boolean ofSummary;

		Shows(String unfit, boolean ofSummary) {
			this.unfit = unfit;
			this.ofSummary = ofSummary;
		}

		/** Whether values of a metric that is measured are what a chart of a metric shows. */
		public abstract boolean shows(Metric measured, Metric charted);

		/** What has to be measured for a chart of a metric, in words. */
		public String needs(Metric charted) {
			return charted.id();
		}

		/** The metrics that such charts of results can be of, the first choice first. */
		public abstract List<Metric> offers(List<Metric> measured);

		/** What is wrong with a metric that such a chart cannot be of: {@code has no percentiles}. */
		public String unfit() {
			return unfit;
		}
	}

	public ChartSpec {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(metric);
		Objects.requireNonNull(baseline);
		Objects.requireNonNull(across);
		Objects.requireNonNull(down);
	}

	/** A chart without options. */
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

	/** As the language says it: {@code lines of cycles over threads}. */
	@Override
	public String toString() {
		return kind + " of " + metric + across.map(name -> " over " + name).orElse("") + down.map(name -> " and " + name).orElse("") + (log ? " logarithmic" : "");
	}

	/** {@code STUDY-EXPERIMENT-METRIC}, and the kind where it is not bars: the name of a picture's file, without its ending. */
	public String fileName(String study, String experiment) {
		return study + "-" + experiment + "-" + metric.id() + (kind == Kind.BARS ? "" : "-" + kind.id());
	}
}
