// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.level;

import java.util.ArrayList;
import java.util.List;

/** What is known of one vCPU's thread at the current line. */
public final class VcpuTrack {

	/** Nothing told the level yet. */
	static final int MODE_UNKNOWN = 0;
	/** The guest hypervisor, or a VM that is none. */
	static final int MODE_GUEST = 1;
	/** A nested VM. */
	static final int MODE_NESTED = 2;
	/** Events were lost, and too many exits tell nothing since. */
	static final int MODE_LOST = 3;

	private final int index;
	private final int thread;
	private final String name;
	private int vcpu;

	ExitRecord open;
	boolean isOpen;
	int mode = MODE_UNKNOWN;
	/** An event told the mode, not only a reason. */
	boolean certain;
	/** The mode was taken for granted after so many exits; 0 where it was not. */
	long assumed;
	/** An event of nesting was seen. */
	boolean nested;
	boolean hasEntry;
	boolean immediate;
	boolean started;
	long entryTime;
	int entryCpu;
	int cpu = -1;
	/** Count of losses at its last event. */
	long losses;
	long exits;
	/** Exits whose level is not known yet, all of one level. */
	final List<ExitRecord> pending = new ArrayList<>();

	VcpuTrack(int index, int thread, String name, int vcpu) {
		this.index = index;
		this.thread = thread;
		this.name = name;
		this.vcpu = vcpu;
	}

	/** Small, from 0. */
	public int index() {
		return index;
	}

	/** The thread's number; -1 where the trace does not say. */
	public int thread() {
		return thread;
	}

	/** Of the thread. */
	public String name() {
		return name;
	}

	/** The number of the vCPU; -1 where nothing tells. */
	public int vcpu() {
		return vcpu;
	}

	/** An event tells the number of the vCPU. */
	public void vcpu(int number) {
		vcpu = number;
	}

	/** The exit that has no entry yet; null where there is none. */
	public ExitRecord open() {
		return isOpen ? open : null;
	}

	/** How many exits it had. */
	public long exits() {
		return exits;
	}
}
