// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The marks of an axis, and where values lie on it: 0 is its beginning, 1 its end. Pure arithmetic. */
public final class Ticks {

	/**
	 * A mark.
	 *
	 * @param value where it lies
	 * @param text  what it says
	 */
	public record Mark(double value, String text) {
	}

	private static final MathContext EXACT = new MathContext(12);
	/** From here on numbers are written with a prefix. */
	private static final double MANY = 100_000;
	private static final List<Double> PERCENTILES = List.of(0.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 99.9, 99.99, 99.999, 99.9999);

	private final List<Mark> marks;
	private final DoubleUnaryOperator place;

	private Ticks(List<Mark> marks, DoubleUnaryOperator place) {
		this.marks = List.copyOf(marks);
		this.place = place;
	}

	public List<Mark> marks() {
		return marks;
	}

	/** Where a value lies; below 0 or above 1 where it is out of sight. */
	public double place(double value) {
		return place.applyAsDouble(value);
	}

	/** The same axis with marks at these values. */
	public Ticks at(double... values) {
		return new Ticks(written(Arrays.stream(values).filter(value -> place(value) >= -1e-9 && place(value) <= 1 + 1e-9).boxed().toList()), place);
	}

	/**
	 * Round numbers.
	 *
	 * @param ends   beginning and end of the axis
	 * @param log    whether equal ratios are equally far apart; the ends are above 0 then
	 * @param count  whether there is nothing between whole numbers
	 * @param length of the axis in points
	 * @param apart  how far apart marks are at least, in points
	 */
	public static Ticks of(double[] ends, boolean log, boolean count, double length, double apart) {
		double low = ends[0];
		double high = ends[1];
		int most = (int) Math.clamp(length / apart, 1, 10);
		if (log) {
			double from = Math.log10(low);
			double to = Math.log10(high);
			return new Ticks(decades(low, high, most), value -> value <= 0 ? 0 : (Math.log10(value) - from) / (to - from));
		}
		List<Double> values = new ArrayList<>();
		double step = step(high - low, most);
		step = count ? Math.max(1, step) : step;
		for (double at = Math.ceil(low / step - 1e-9); at * step <= high * (1 + 1e-12); at++) {
			values.add(at * step);
		}
		return new Ticks(written(values), value -> (value - low) / (high - low));
	}

	private static List<Mark> decades(double low, double high, int most) {
		double decades = Math.log10(high / low);
		List<Double> values = new ArrayList<>();
		int first = (int) Math.floor(Math.log10(low));
		int last = (int) Math.ceil(Math.log10(high));
		int every = Math.max(1, (int) Math.ceil(decades / most));
		List<Integer> within = decades < 1.2 ? List.of(1, 2, 3, 4, 5, 6, 7, 8, 9) : 3 * decades <= most ? List.of(1, 2, 5) : List.of(1);
		for (int decade = first; decade <= last; decade += every) {
			for (int digit : within) {
				double value = digit * Math.pow(10, decade);
				if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
					values.add(value);
				}
			}
		}
		return written(values);
	}

	/** Percentiles up to one: each further nine is as far as the one before. */
	public static Ticks tail(double highest, double from, double to) {
		double end = Math.max(nines(50), nines(highest) * 1.03);
		double low = from * end;
		double high = to * end;
		List<Mark> marks = new ArrayList<>();
		for (double percent : PERCENTILES) {
			if (nines(percent) >= low - 1e-9 && nines(percent) <= high + 1e-9) {
				marks.add(new Mark(percent, MetricText.full(BigDecimal.valueOf(percent)) + "\u00a0%"));
			}
		}
		return new Ticks(marks, value -> (nines(value) - low) / (high - low));
	}

	private static double nines(double percent) {
		return -Math.log10(Math.max(1e-12, 1 - percent / 100));
	}

	/** A round step (1, 2 or 5 times a power of ten), so that there are no more than so many. */
	private static double step(double length, int most) {
		double wanted = length / most;
		double power = Math.pow(10, Math.floor(Math.log10(wanted)));
		double ratio = wanted / power;
		return (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10) * power;
	}

	/** All in one way, so that they are seen to be of one size or not. */
	private static List<Mark> written(List<Double> values) {
		boolean brief = values.stream().anyMatch(value -> Math.abs(value) >= MANY);
		List<Mark> marks = new ArrayList<>();
		for (double value : values) {
			BigDecimal exact = new BigDecimal(value).round(EXACT);
			marks.add(new Mark(value, brief ? MetricText.prefixed(exact) : MetricText.full(exact)));
		}
		return marks;
	}
}
