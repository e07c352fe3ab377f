// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.stream;

import java.io.IOException;
import java.util.List;

import org.trapline.result.Breakdown;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;

/** Takes the results of studies as they come: of each, {@link #begin(StudyPlan)}, its experiments, then {@link #end(String)}. */
public interface StudySink extends ResultSink {

	/**
	 * A study begins.
	 *
	 * @throws IOException when the results cannot be written; the message is for people
	 */
	void begin(StudyPlan study) throws IOException;

	/**
	 * The study that began is complete.
	 *
	 * @param fingerprint of all its rows
	 * @throws IOException when the results cannot be written; the message is for people
	 */
	void end(String fingerprint) throws IOException;

	/**
	 * Gives results that are there already.
	 *
	 * @throws IOException when they cannot be written; the message is for people
	 */
	static void replay(List<StudyResult> results, StudySink sink) throws IOException {
		for (StudyResult result : results) {
			StudyPlan plan = StudyPlan.of(result);
			sink.begin(plan);
			for (int i = 0; i < result.experiments().size(); i++) {
				sink.begin(plan.experiments().get(i));
				for (ResultRow row : result.experiments().get(i).rows()) {
					sink.row(row);
				}
				if (sink.takesBreakdowns()) {
					for (Breakdown breakdown : result.experiments().get(i).breakdowns()) {
						sink.breakdown(breakdown);
					}
				}
				sink.end();
			}
			sink.end(result.fingerprint());
		}
	}
}
