// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which costs some cells tell, and which only together: the reduced row echelon form of the derivatives. A line with one cost alone says that the cost
 * is known; a line with several says that a combination of them is, and they are not.
 */
final class Identifiability {

	/** What is left of a line by rounding, relative to the line. */
	private static final double NOTHING = 1e-9;
	/** Coefficients nearer to a whole number than this are that number. */
	private static final double WHOLE = 1e-6;

	private final List<double[]> lines = new ArrayList<>();
	private final List<Integer> pivots = new ArrayList<>();
	private final int size;

	/** @param jacobian a line for each cell */
	Identifiability(double[][] jacobian, int size) {
		this.size = size;
		List<double[]> rest = new ArrayList<>();
		for (double[] line : jacobian) {
			double most = most(line);
			if (most > 0) {
				rest.add(times(line, 1 / most));
			}
		}
		for (int column = 0; column < size; column++) {
			int c = column;
			double[] best = rest.stream().max((one, other) -> Double.compare(Math.abs(one[c]), Math.abs(other[c]))).orElse(null);
			if (best == null || Math.abs(best[c]) <= NOTHING) {
				continue;
			}
			rest.remove(best);
			double[] pivot = times(best, 1 / best[c]);
			rest.replaceAll(line -> without(line, pivot, c));
			lines.replaceAll(line -> without(line, pivot, c));
			lines.add(pivot);
			pivots.add(c);
		}
	}

	private static double most(double[] line) {
		double most = 0;
		for (double each : line) {
			most = Math.max(most, Math.abs(each));
		}
		return most;
	}

	private static double[] times(double[] line, double factor) {
		double[] product = new double[line.length];
		for (int j = 0; j < product.length; j++) {
			product[j] = line[j] * factor;
		}
		return product;
	}

	private static double[] without(double[] line, double[] pivot, int column) {
		double[] rest = line.clone();
		double share = line[column];
		for (int j = 0; j < rest.length; j++) {
			rest[j] -= share * pivot[j];
			if (Math.abs(rest[j]) <= NOTHING * Math.max(1, Math.abs(share))) {
				rest[j] = 0;
			}
		}
		return rest;
	}

	/** How many combinations are known. */
	int rank() {
		return lines.size();
	}

	/** Whether a cost is known by itself. */
	boolean known(int column) {
		int line = pivots.indexOf(column);
		if (line < 0) {
			return false;
		}
		for (int j = 0; j < size; j++) {
			if (j != column && lines.get(line)[j] != 0) {
				return false;
			}
		}
		return true;
	}

	/** Whether a combination of costs is known: that with these derivatives. */
	boolean tells(double[] gradient) {
		double most = most(gradient);
		if (most == 0) {
			return true;
		}
		double[] rest = times(gradient, 1 / most);
		for (int i = 0; i < lines.size(); i++) {
			rest = without(rest, lines.get(i), pivots.get(i));
		}
		return most(rest) <= NOTHING * 100;
	}

	/** What is known of costs that are not known by themselves, in words, and of which nothing is. */
	List<String> words(List<String> names) {
		List<String> words = new ArrayList<>();
		boolean[] told = new boolean[size];
		for (int i = 0; i < lines.size(); i++) {
			List<Integer> together = new ArrayList<>();
			for (int j = 0; j < size; j++) {
				if (lines.get(i)[j] != 0) {
					together.add(j);
				}
			}
			if (together.size() > 1) {
				words.add(words(lines.get(i), together, names));
				together.forEach(j -> told[j] = true);
			}
		}
		for (int j = 0; j < size; j++) {
			if (!told[j] && !pivots.contains(j)) {
				words.add("nothing is known of `" + names.get(j) + "`");
			}
		}
		return words;
	}

	private static String words(double[] line, List<Integer> together, List<String> names) {
		List<String> quoted = together.stream().map(j -> "`" + names.get(j) + "`").toList();
		if (together.stream().allMatch(j -> Math.abs(line[j] - 1) <= WHOLE)) {
			return "only the sum of " + String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast() + " is known";
		}
		if (together.size() == 2 && Math.abs(line[together.get(1)] + 1) <= WHOLE) {
			return "only the difference between " + quoted.get(0) + " and " + quoted.get(1) + " is known";
		}
		StringBuilder sum = new StringBuilder();
		for (int k = 0; k < together.size(); k++) {
			double factor = line[together.get(k)];
			sum.append(k == 0 ? "" : factor < 0 ? " - " : " + ").append(Math.abs(Math.abs(factor) - 1) <= WHOLE ? "" : number(Math.abs(factor)) + " x ").append(quoted.get(k));
		}
		return "only " + sum + " is known";
	}

	private static String number(double factor) {
		return Math.abs(factor - Math.rint(factor)) <= WHOLE ? Long.toString(Math.round(factor)) : String.format(Locale.ROOT, "%.4g", factor);
	}
}
