// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.stream;

import java.io.IOException;
import java.util.Objects;

import org.trapline.result.Breakdown;
import org.trapline.result.Fingerprint;
import org.trapline.result.ResultRow;

/** Passes the results of a study on, and takes their fingerprint. */
public final class FingerprintingSink implements ResultSink {

	private final ResultSink next;
	private final Fingerprint fingerprint = new Fingerprint();

	/** @param next who takes the results */
	public FingerprintingSink(ResultSink next) {
		this.next = Objects.requireNonNull(next);
	}

	/** The fingerprint of all rows, when the last experiment has ended. */
	public String fingerprint() {
		return fingerprint.end();
	}

	@Override
	public void begin(ExperimentPlan experiment) throws IOException {
		next.begin(experiment);
	}

	@Override
	public void row(ResultRow row) throws IOException {
		fingerprint.add(row);
		next.row(row);
	}

	@Override
	public boolean takesBreakdowns() {
		return next.takesBreakdowns();
	}

	@Override
	public void breakdown(Breakdown breakdown) throws IOException {
		next.breakdown(breakdown);
	}

	@Override
	public void end() throws IOException {
		next.end();
	}
}
