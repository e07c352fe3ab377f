// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.serve;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;

/** Parameters and results of requests, as they are in JSON. A field that is missing is null. */
final class Messages {

	private Messages() {
	}

	/** @param file path of a study, from the folder that the server runs in */
	record Load(String file) {
	}

	/**
	 * @param study       its number, for further requests
	 * @param name        the file's name without its ending
	 * @param experiments in the order of the file
	 */
	record Loaded(int study, String name, List<LoadedExperiment> experiments) {
	}

	/** An experiment of a study, by names. */
	record LoadedExperiment(String name, String title, List<String> stacks, List<String> workloads, List<String> measures) {
	}

	/**
	 * @param overrides parameters by name, each a number in cycles or a text with a unit: {@code 1200}, {@code "1.2 us"}
	 * @param points    many overrides, in place of one
	 * @param metrics   the only ones that are answered; all when missing
	 */
	record Evaluate(Integer study, String experiment, String stack, String workload, Map<String, JsonElement> overrides, List<Map<String, JsonElement>> points, List<String> metrics,
			Long seed) {
	}

	/** A value's confidence interval. */
	record Range(BigDecimal low, BigDecimal high, BigDecimal confidence) {
	}

	/** The values of a point by metric. */
	record Evaluated(Map<String, BigDecimal> values, Map<String, Range> intervals, String note) {
	}

	/** The values of many points, in their order. */
	record EvaluatedAll(List<Map<String, BigDecimal>> points) {
	}

	/** A workload on a stack; {@code metric} for slopes. */
	record Cell(Integer study, String experiment, String stack, String workload, String metric, Map<String, JsonElement> overrides) {
	}

	/** A kind of exit, and how often it happens. */
	record ExitCount(int level, String operation, int handler, long count) {
	}

	/** A cost that is charged to a level, and how often. */
	record ChargeCount(int level, String cost, long count) {
	}

	/** A path in time: charges, and pairs of paths of which the longer one counts. */
	record Path(List<ChargeCount> charges, List<Overlap> overlaps) {
	}

	/** What one vCPU does for another at the same time. */
	record Overlap(String signalled, Path delivered, Path sender) {
	}

	/** A bill: exits, and the charges of the whole. */
	record Billed(List<ExitCount> exits, Path path) {
	}

	/** A value and its derivatives by every number of the models. */
	record Sloped(BigDecimal value, Map<String, BigDecimal> by, List<String> ties) {
	}

	/** A text for people. */
	record Explained(String text) {
	}

	/** A fit; as the options of {@code trapline fit}. */
	record Fit(Integer study, List<String> to, List<String> vary, String scale, BigDecimal error) {
	}

	/** The parts of a study whose values are asked for; as the options of {@code trapline sensitivity}. */
	record Sensitive(Integer study, List<String> experiments, List<String> stacks, boolean sobol, Long samples) {
	}

	/** What {@code trapline sensitivity --format json} writes: an object for each line. */
	record Sensitivities(List<JsonElement> rows) {
	}

	/** What {@code trapline fit --format json} writes: an object for each line. */
	record Fitted(List<JsonElement> rows, boolean converged) {
	}
}
