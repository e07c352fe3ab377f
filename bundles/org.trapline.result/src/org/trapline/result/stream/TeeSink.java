// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.stream;

import java.io.IOException;
import java.util.List;

import org.trapline.result.Breakdown;
import org.trapline.result.ResultRow;

/** Gives results to several sinks, each in turn. */
public final class TeeSink implements StudySink {

	private final List<StudySink> sinks;

	/** @param sinks who takes the results, in order */
	public TeeSink(List<? extends StudySink> sinks) {
		this.sinks = List.copyOf(sinks);
	}

	@Override
	public void begin(StudyPlan study) throws IOException {
		for (StudySink each : sinks) {
			each.begin(study);
		}
	}

	@Override
	public void begin(ExperimentPlan experiment) throws IOException {
		for (StudySink each : sinks) {
			each.begin(experiment);
		}
	}

	@Override
	public void row(ResultRow row) throws IOException {
		for (StudySink each : sinks) {
			each.row(row);
		}
	}

	@Override
	public boolean takesBreakdowns() {
		return sinks.stream().anyMatch(StudySink::takesBreakdowns);
	}

	@Override
	public void breakdown(Breakdown breakdown) throws IOException {
		for (StudySink each : sinks) {
			if (each.takesBreakdowns()) {
				each.breakdown(breakdown);
			}
		}
	}

	@Override
	public void end() throws IOException {
		for (StudySink each : sinks) {
			each.end();
		}
	}

	@Override
	public void end(String fingerprint) throws IOException {
		for (StudySink each : sinks) {
			each.end(fingerprint);
		}
	}
}
