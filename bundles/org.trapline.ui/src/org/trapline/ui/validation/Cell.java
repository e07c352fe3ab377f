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

/** An element of the Verdicts view's tree: a study, an experiment of it, or a cell of that. */
sealed interface Cell {

	/** What it is of. */
	StudyResult study();

	/** All compared values in it. */
	List<ResultRow> rows();

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

		Comparison comparison() {
			return row.comparison().orElseThrow();
		}
	}
}
