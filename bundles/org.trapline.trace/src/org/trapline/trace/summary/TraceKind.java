// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/** What a file is. Found by its content, never by its name. */
public enum TraceKind {

	/** The text of the kernel's {@code trace} or {@code trace_pipe}. */
	FTRACE("ftrace", true, true),
	/** The output of {@code trace-cmd report}. */
	TRACE_CMD("trace-cmd report", true, true),
	/** The output of {@code perf script}, or of a tool that prints its lines. */
	PERF_SCRIPT("perf script", true, true),
	/** QEMU's log of every exception, {@code -d int}, of an Arm machine that has EL2. Without times. */
	QEMU_INT("QEMU -d int", true, false),
	/** The table of {@code perf kvm stat report}. Levels are not known to it. */
	PERF_KVM_STAT("perf kvm stat report", false, false),
	/** The counters of {@code perf stat -e 'kvm:*'}. */
	PERF_STAT("perf stat", false, false),
	/** The output of {@code x86/vmexit} of kvm-unit-tests. */
	VMEXIT("kvm-unit-tests vmexit", false, false),
	/** The output of {@code arm/micro-bench} of kvm-unit-tests. */
	MICRO_BENCH("kvm-unit-tests micro-bench", false, false);

	private final String label;
	private final boolean exits;
	private final boolean timed;

	TraceKind(String label, boolean exits, boolean timed) {
		this.label = label;
		this.exits = exits;
		this.timed = timed;
	}

	/** For people: the command that makes it. */
	public String label() {
		return label;
	}

	/** Whether it lists each exit, so that levels, sequences and operations can be told. */
	public boolean listsExits() {
		return exits;
	}

	/** Whether each of its lines has a time. */
	public boolean timed() {
		return timed;
	}
}
