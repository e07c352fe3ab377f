// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.trapline.run.RunMonitor;

/** A series whose points take long: each is measured once, though it is a row's own and the baseline of others. */
final class MemoizedSeries implements Series {

	/** Measures a point. */
	interface Measurement {
		Measured at(int point, Wanted wanted, RunMonitor monitor);

		/** See {@link Series#tryOut}. */
		void tryOut(int point);
	}

	private final Measurement measurement;
	private final Map<Integer, Measured> known = new ConcurrentHashMap<>();

	MemoizedSeries(Measurement measurement) {
		this.measurement = Objects.requireNonNull(measurement);
	}

	@Override
	public Measured at(int point, Wanted wanted, RunMonitor monitor) {
		return known.computeIfAbsent(point, each -> measurement.at(each, wanted, monitor));
	}

	@Override
	public void tryOut(int point) {
		measurement.tryOut(point);
	}

	@Override
	public int piece() {
		return 1;
	}
}
