// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

/** What a row of a result measures. */
public enum Metric {
	/** Traps to L0 caused by one operation: an exact count. */
	TRAPS("traps", "traps"),
	/** Processor cycles of one operation: an exact count. */
	CYCLES("cycles", "cycles"),
	/** Time of one operation at the platform's clock, in nanoseconds. */
	TIME("time", "ns");

	private final String id;
	private final String unit;

	Metric(String id, String unit) {
		this.id = id;
		this.unit = unit;
	}

	/** The word used in the language, in JSON and in CSV. */
	public String id() {
		return id;
	}

	/** The unit of every value of this metric. */
	public String unit() {
		return unit;
	}
}
