// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.stream;

import java.io.IOException;

import org.trapline.result.Breakdown;
import org.trapline.result.ResultRow;

/**
 * Takes the results of an experiment as they come: {@link #begin}, then rows and breakdowns, then {@link #end}. Rows come in the order of the experiment:
 * by stack, then workload, then point, then metric, a breakdown after the rows of its cell. One thread at a time calls it.
 */
public interface ResultSink {

	/**
	 * An experiment begins.
	 *
	 * @throws IOException when the results cannot be written; the message is for people
	 */
	void begin(ExperimentPlan experiment) throws IOException;

	/**
	 * A value.
	 *
	 * @throws IOException when it cannot be written; the message is for people
	 */
	void row(ResultRow row) throws IOException;

	/** Whether {@link #breakdown} is of use for the experiment that began: who evaluates need not make any else. */
	boolean takesBreakdowns();

	/**
	 * Where the cycles of a cell went.
	 *
	 * @throws IOException when it cannot be written; the message is for people
	 */
	void breakdown(Breakdown breakdown) throws IOException;

	/**
	 * The experiment that began is complete.
	 *
	 * @throws IOException when the results cannot be written; the message is for people
	 */
	void end() throws IOException;
}
