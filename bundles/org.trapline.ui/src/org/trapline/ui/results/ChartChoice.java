// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Status;
import org.trapline.chart.ChartData;
import org.trapline.run.ChartSpec;
import org.trapline.run.ExperimentResult;
import org.trapline.run.StudyResult;
import org.trapline.ui.TraplineUi;

/**
 * One thing the Results view can show of a study: an experiment with one of its charts, or without when it has none.
 *
 * @param experiment whose rows the table shows
 * @param chart      the picture
 */
record ChartChoice(ExperimentResult experiment, Optional<ChartData> chart) {

	/** Everything there is to choose of a result, in the order of the file. */
	static List<ChartChoice> of(StudyResult result) {
		List<ChartChoice> choices = new ArrayList<>();
		for (ExperimentResult experiment : result.experiments()) {
			List<ChartData> charts = experiment.charts().stream().flatMap(spec -> data(experiment, spec).stream()).toList();
			if (charts.isEmpty()) {
				choices.add(new ChartChoice(experiment, Optional.empty()));
			}
			charts.forEach(chart -> choices.add(new ChartChoice(experiment, Optional.of(chart))));
		}
		return choices;
	}

	/** One chart that cannot be drawn must not hide the numbers and the other charts. */
	private static Optional<ChartData> data(ExperimentResult experiment, ChartSpec spec) {
		try {
			return Optional.of(ChartData.of(experiment, spec));
		} catch (IllegalArgumentException e) {
			TraplineUi.log(Status.warning(e.getMessage(), e));
			return Optional.empty();
		}
	}

	String label() {
		return chart.map(ChartData::heading).orElse(experiment.title().isBlank() ? experiment.name() : experiment.title());
	}
}
