// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

/** What a row of a result measures; the language has a metric of the same name for each. */
public enum Metric {
	/** Traps to L0 caused by one operation: an exact count. */
	TRAPS("traps", "Traps to L0 per operation", "traps", true),
	/** Processor cycles of one operation: an exact count. */
	CYCLES("cycles", "Cycles per operation", "cycles", true),
	/** Time of one operation at the platform's clock, or of a migration from its start to its end. */
	TIME("time", "Time", "ns", false),
	/** How long a virtual machine stands still when it moves. */
	DOWNTIME("downtime", "Downtime", "ms", false),
	/** Rounds of copying memory: an exact count. */
	ROUNDS("rounds", "Rounds of copying", "rounds", true),
	/** Bytes that went over the link: an exact count. */
	TRANSFERRED("transferred", "Transferred", "B", true);

	private final String id;
	private final String title;
	private final String unit;
	private final boolean count;

	Metric(String id, String title, String unit, boolean count) {
		this.id = id;
		this.title = title;
		this.unit = unit;
		this.count = count;
	}

	/** The word used in the language, in JSON and in CSV. */
	public String id() {
		return id;
	}

	/** For people, without the unit. */
	public String title() {
		return title;
	}

	/** The unit of every value of this metric. */
	public String unit() {
		return unit;
	}

	/** Whether values are whole numbers. */
	public boolean isCount() {
		return count;
	}
}
