// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.trapline.run.RunMonitor;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;

/** A series with expensive points: each is measured once, although it may be both a result and the baseline of others. */
final class MemoizedSeries implements Series {

	/** Measures a point. */
	interface Measurement {
		Measured at(Point point, Wanted wanted, RunMonitor monitor);

		/** See {@link Series#tryOut}. */
		void tryOut(Point point);
	}

	private final Measurement measurement;
	private final PointSet points;
	private final Map<Integer, Measured> known = new ConcurrentHashMap<>();

	MemoizedSeries(Measurement measurement, PointSet points) {
		this.measurement = Objects.requireNonNull(measurement);
		this.points = points;
	}

	@Override
	public Measured at(int point, Wanted wanted, RunMonitor monitor) {
		return known.computeIfAbsent(point, each -> measurement.at(points.point(each), wanted, monitor));
	}

	@Override
	public void tryOut(int point) {
		measurement.tryOut(points.point(point));
	}

	@Override
	public int piece() {
		return 1;
	}
}
