// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.validation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.run.Comparison;
import org.trapline.run.ExperimentResult;
import org.trapline.run.ResultRow;
import org.trapline.run.StudyResult;
import org.trapline.run.Validation;
import org.trapline.run.Verdict;

/** An element of the Validation view's tree: a study, an experiment of it, or a cell of that. */
sealed interface Cell {

	/** What it is of. */
	StudyResult study();

	/** All compared values in it. */
	List<ResultRow> rows();

	/** The worst verdict in it; empty where nothing is judged. */
	default Optional<Verdict> verdict() {
		return rows().stream().flatMap(row -> Validation.verdict(row).stream()).max(Verdict::compareTo);
	}

	/** A file. */
	record OfStudy(StudyResult study) implements Cell {
		public OfStudy {
			Objects.requireNonNull(study);
		}

		@Override
		public List<ResultRow> rows() {
			return Validation.compared(study);
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
