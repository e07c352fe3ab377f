// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

import org.trapline.result.Comparison;
import org.trapline.result.Interval;

/** How metrics and their values are written in a picture: the same on every machine, whatever its language. */
public final class MetricText {

	/** Between a number and its prefix: it must not break there. */
	private static final String NBSP = "\u00a0";
	/** The unit of overheads: multiples. */
	public static final String TIMES = "\u00d7";
	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
	private static final String[] PREFIXES = { "k", "M", "G", "T" };

	private MetricText() {
	}

	/** All digits that matter, with separators of thousands: 422,720; 2.35. */
	public static String full(BigDecimal value) {
		int digits = value.precision() - value.scale();
		int places = digits >= 1 ? Math.max(0, Math.min(2, 4 - digits)) : Math.min(12, 3 - digits);
		return format(places == 0 ? "#,##0" : "#,##0." + "#".repeat(places), value);
	}

	/** A short form where it saves room: 422.7 k; values below ten thousand are written in full. */
	public static String brief(BigDecimal value) {
		return value.compareTo(BigDecimal.valueOf(10_000)) < 0 ? full(value) : prefixed(value);
	}

	/** A short form from a thousand on: 422.7 k. */
	static String prefixed(BigDecimal value) {
		if (value.compareTo(THOUSAND) < 0) {
			return full(value);
		}
		BigDecimal scaled = value;
		for (String prefix : PREFIXES) {
			scaled = scaled.divide(THOUSAND);
			BigDecimal rounded = scaled.setScale(1, RoundingMode.HALF_EVEN);
			if (rounded.compareTo(THOUSAND) < 0) {
				return format("0.#", rounded) + NBSP + prefix;
			}
		}
		return format("0.##E0", value).replace('E', 'e');
	}

	/** A value in one sentence, with all that is known of it. */
	public static String sentence(String what, Scale scale, BigDecimal value, Optional<Interval> interval, Optional<Comparison> comparison,
			Optional<Sample> sample) {
		StringBuilder text = new StringBuilder(what).append(": ").append(scale.phrase(value));
		interval.ifPresent(known -> text.append("; ").append(sentence(known)));
		comparison.ifPresent(known -> text.append("; ").append(sentence(known)).append(", ").append(error(known.errorPercent(value))));
		sample.filter(known -> !known.row().metric().unit().equals(scale.unit()))
				.ifPresent(known -> text.append("; ").append(Scale.of(known.row().metric(), false).phrase(known.row().value())));
		sample.filter(known -> !known.source().run().isEmpty()).ifPresent(known -> text.append("\nRun: ").append(known.source().name()));
		return text.toString();
	}

	/** {@code 95 % confidence: 108 to 112}. */
	public static String sentence(Interval interval) {
		return "%s %% confidence: %s to %s".formatted(full(interval.percent()), full(interval.low()), full(interval.high()));
	}

	/** A published value in one phrase. */
	public static String sentence(Comparison comparison) {
		return "published %s (%s, %s), %s".formatted(full(comparison.published().value()), comparison.published().source(),
				comparison.published().status(), comparison.role().id());
	}

	private static String error(double percent) {
		return Double.isInfinite(percent) ? "published 0" : String.format(Locale.ROOT, "error %+.1f %%", percent);
	}

	private static String format(String pattern, BigDecimal value) {
		DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
		format.setRoundingMode(RoundingMode.HALF_EVEN);
		return format.format(value);
	}
}
