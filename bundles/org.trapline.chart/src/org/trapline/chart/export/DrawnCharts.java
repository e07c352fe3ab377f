// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trapline.chart.ChartPicture;
import org.trapline.chart.kind.ChartKinds;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.ResultRow;

/**
 * The charts of an experiment that can be drawn, and why others cannot: a long run is not lost for a picture.
 *
 * @param pictures  by what was asked for, in order
 * @param omissions what is left out, why, and what to do: for people
 */
record DrawnCharts(Map<ChartSpec, ChartPicture> pictures, List<String> omissions) {

	/** The charts that an experiment declares. */
	static DrawnCharts of(ExperimentResult experiment) {
		return of(experiment, experiment.charts());
	}

	/** Some charts of an experiment. */
	static DrawnCharts of(ExperimentResult experiment, Collection<ChartSpec> charts) {
		Map<ChartSpec, ChartPicture> pictures = new LinkedHashMap<>();
		List<String> omissions = new ArrayList<>();
		if (experiment.isLarge()) {
			omissions.add(experiment.omission());
			return new DrawnCharts(pictures, omissions);
		}
		boolean summarized = experiment.rows().stream().map(ResultRow::summary).anyMatch(Optional::isPresent);
		for (ChartSpec spec : new LinkedHashSet<>(charts)) {
			String chart = "chart " + spec;
			if (summarized && !spec.kind().isOfSummary()) {
				omissions.add(chart + " is left out, since a summary has no points: run the experiment without 'summary' for it");
				continue;
			}
			try {
				pictures.put(spec, new ChartPicture(ChartKinds.data(experiment, spec)));
			} catch (IllegalArgumentException e) {
				omissions.add(chart + " is left out: " + e.getMessage());
			}
		}
		return new DrawnCharts(pictures, omissions);
	}
}
