// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.trapline.result.format.ReproductionTable;
import org.trapline.result.format.Table;

/**
 * The verdicts on the result of a study, for {@code trapline validate}.
 *
 * @since 0.2.0
 */
public final class Verdicts {

	private Verdicts() {
	}

	/** The values with a published value. */
	public static List<ResultRow> compared(StudyResult study) {
		return study.experiments().stream().flatMap(experiment -> compared(experiment).stream()).toList();
	}

	public static List<ResultRow> compared(ExperimentResult experiment) {
		return experiment.rows().stream().filter(row -> row.comparison().isPresent()).toList();
	}

	/** The verdict on a value; empty without a published value or a tolerance. */
	public static Optional<Verdict> verdict(ResultRow row) {
		return row.comparison().flatMap(comparison -> comparison.verdict(row.value()));
	}

	/** The values that miss their declared tolerance. */
	public static List<ResultRow> misses(StudyResult study) {
		return compared(study).stream().filter(row -> verdict(row).equals(Optional.of(Verdict.MISS))).toList();
	}

	/** {@code virtual_ipi on Nested, cycles: 675,881, published 611,686, +10.5 %: more than the declared 10 %}. */
	public static String miss(ResultRow row) {
		Comparison comparison = row.comparison().orElseThrow();
		Bound bound = comparison.tolerance().orElseThrow().bound();
		return cell(row) + ", " + row.metric().id() + ": " + Table.grouped(row.value()) + ", published "
				+ Table.grouped(comparison.published().value()) + ", " + ReproductionTable.error(row) + ": more than the declared " + bound;
	}

	/** The signed error of a compared value: traps in traps, other metrics in percent. */
	public static String error(ResultRow row) {
		return ReproductionTable.error(row);
	}

	/**
	 * The error of a compared value in units of its tolerance: 0 for the published value itself, above 1 for a miss; empty without a tolerance.
	 */
	public static OptionalDouble strain(ResultRow row) {
		Comparison comparison = row.comparison().orElseThrow();
		if (comparison.tolerance().isEmpty()) {
			return OptionalDouble.empty();
		}
		Bound bound = comparison.tolerance().get().bound();
		double error = Math.abs(bound.percent() ? comparison.errorPercent(row.value()) : row.value().subtract(comparison.published().value()).doubleValue());
		return OptionalDouble.of(error == 0 ? 0 : error / bound.value().doubleValue());
	}

	/** {@code virtual_ipi on Nested}. */
	public static String cell(ResultRow row) {
		return row.workload() + " on " + row.stack();
	}
}
