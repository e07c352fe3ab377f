// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.validation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.result.Comparison;
import org.trapline.result.ExperimentResult;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;

/** An element of the Validation view's tree: a study, an experiment of it, or a cell of that. */
sealed interface Cell {

	/** What it is of. */
	StudyResult study();

	/** All compared values in it. */
	List<ResultRow> rows();

	/** What it consists of: a study of experiments with compared values, those of values, a value of nothing. */
	List<? extends Cell> children();

	/** The worst verdict in it; empty where nothing is judged. */
	default Optional<Verdict> verdict() {
		return rows().stream().flatMap(row -> Verdicts.verdict(row).stream()).max(Verdict::compareTo);
	}

	/** A file. */
	record OfStudy(StudyResult study) implements Cell {
		public OfStudy {
			Objects.requireNonNull(study);
		}

		@Override
		public List<ResultRow> rows() {
			return Verdicts.compared(study);
		}

		@Override
		public List<OfExperiment> children() {
			return study.experiments().stream().map(each -> new OfExperiment(study, each)).filter(each -> !each.rows().isEmpty()).toList();
		}
	}

	/** An experiment of a file. */
	record OfExperiment(StudyResult study, ExperimentResult experiment) implements Cell {
		public OfExperiment {
			Objects.requireNonNull(study);
			Objects.requireNonNull(experiment);
		}

		@Override
		public List<ResultRow> rows() {
			return experiment.rows().stream().filter(row -> row.comparison().isPresent()).toList();
		}

		@Override
		public List<Value> children() {
			return rows().stream().map(row -> new Value(study, row)).toList();
		}
	}

	/** A value beside its published one. */
	record Value(StudyResult study, ResultRow row) implements Cell {
		public Value {
			Objects.requireNonNull(study);
			Objects.requireNonNull(row);
		}

		@Override
		public List<ResultRow> rows() {
			return List.of(row);
		}

		@Override
		public List<Cell> children() {
			return List.of();
		}

		Comparison comparison() {
			return row.comparison().orElseThrow();
		}
	}
}
