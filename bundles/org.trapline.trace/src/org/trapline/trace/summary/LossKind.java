// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/** What a trace lacks, or what in it could not be used. Nothing of it is guessed. */
public enum LossKind {

	LOST_EVENTS("events that the tracer itself lost"),
	MISSING_LINES("lines that the file's head counts and the file lacks: it was cut"),
	CUT_FIRST_LINE("a first line that begins in the middle"),
	CUT_LAST_LINE("a last line that ends in the middle"),
	UNREADABLE_LINE("lines that are no event"),
	UNREADABLE_EVENT("KVM events of no known format"),
	LONG_LINE("lines that are too long"),
	NO_THREAD("events without a thread, told apart by their CPU"),
	EXIT_WITHOUT_ENTRY("exits that no entry follows: counted, without a time"),
	OPEN_EXIT("exits whose handling the trace does not show to its end: left out"),
	ENTRY_WITHOUT_EXIT("entries that no exit precedes"),
	OTHER_CPU("exits whose entry is on another CPU, whose clock may differ: counted, without a time"),
	BACKWARD_CLOCK("times before the one before on the same CPU"),
	UNKNOWN_LEVEL("exits whose level cannot be told after lost events"),
	LEVEL_CONTRADICTED("exits that were counted as the first level's before an event showed that a nested VM ran"),
	MANY_THREADS("exits of further threads: there are too many"),
	MANY_KINDS("exits counted as \"other\": there are too many kinds"),
	TOTAL_DIFFERS("samples that the table's total has and its rows lack");

	private final String label;

	LossKind(String label) {
		this.label = label;
	}

	/** For people, to follow a number. */
	public String label() {
		return label;
	}
}
