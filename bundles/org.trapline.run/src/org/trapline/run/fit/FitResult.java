// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a fit came to.
 *
 * @param study     the study's name
 * @param weights   what errors were made small, in words
 * @param converged whether nothing near the values has smaller errors; else they are the best that were found
 * @param steps     how many linear steps were taken
 * @param costs     what was varied, in the order of the request
 * @param cells     the cells that were fitted, then those of the same references that were not
 * @param words     what the cells do not tell, and what else is to be known of the fit, a sentence each
 */
public record FitResult(String study, String weights, boolean converged, int steps, List<Cost> costs, List<Cell> cells, List<String> words) {

	public FitResult {
		Objects.requireNonNull(study);
		Objects.requireNonNull(weights);
		costs = List.copyOf(costs);
		cells = List.copyOf(cells);
		words = List.copyOf(words);
	}

	/**
	 * A cost, or a factor of costs.
	 *
	 * @param name         its name
	 * @param unit         its unit; empty for a factor
	 * @param before       its value before
	 * @param value        its value now
	 * @param low          lower end of the 95 % interval; empty where nothing tells it
	 * @param high         upper end; empty where nothing tells it, or there is none
	 * @param identifiable whether the cells tell it by itself
	 * @param cells        the cells that depend on it
	 */
	public record Cost(String name, String unit, double before, double value, OptionalDouble low, OptionalDouble high, boolean identifiable, List<FitCell> cells) {
		public Cost {
			Objects.requireNonNull(name);
			Objects.requireNonNull(unit);
			Objects.requireNonNull(low);
			Objects.requireNonNull(high);
			cells = List.copyOf(cells);
		}
	}

	/**
	 * A cell.
	 *
	 * @param cell       which one
	 * @param used       whether the costs were fitted to it; else its value is a prediction
	 * @param touched    whether anything that was varied matters to it
	 * @param fitted     its simulated value with the fitted costs
	 * @param withoutIt  the same with costs fitted to all other cells; empty where those do not tell it
	 * @param withoutRow the same with costs fitted to all cells of other rows
	 */
	public record Cell(FitCell cell, boolean used, boolean touched, double fitted, OptionalDouble withoutIt, OptionalDouble withoutRow) {
		public Cell {
			Objects.requireNonNull(cell);
			Objects.requireNonNull(withoutIt);
			Objects.requireNonNull(withoutRow);
		}

		/** The error of the fit, in percent of the measured value. */
		public double error() {
			return error(fitted);
		}

		/** The error of the prediction from all other cells, in percent. */
		public OptionalDouble errorOfPrediction() {
			return used ? error(withoutIt) : OptionalDouble.of(error());
		}

		/** The error of the prediction from all other rows, in percent. */
		public OptionalDouble errorWithoutRow() {
			return error(withoutRow);
		}

		private OptionalDouble error(OptionalDouble value) {
			return value.isPresent() ? OptionalDouble.of(error(value.getAsDouble())) : value;
		}

		private double error(double value) {
			double measured = cell.measured().doubleValue();
			return 100 * (value - measured) / measured;
		}
	}

	/**
	 * The mean of absolute errors, and the largest.
	 *
	 * @param cells how many there are
	 */
	public record Errors(int cells, double mean, double largest) {
	}

	/** How large an error is over the cells that have it; empty where none has. */
	public Optional<Errors> errors(boolean used, Function<Cell, OptionalDouble> error) {
		double[] all = cells.stream().filter(cell -> cell.used() == used).map(error).filter(OptionalDouble::isPresent).mapToDouble(each -> Math.abs(each.getAsDouble())).toArray();
		if (all.length == 0) {
			return Optional.empty();
		}
		double sum = 0;
		double most = 0;
		for (double each : all) {
			sum += each;
			most = Math.max(most, each);
		}
		return Optional.of(new Errors(all.length, sum / all.length, most));
	}
}
