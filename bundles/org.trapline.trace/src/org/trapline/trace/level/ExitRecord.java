// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.level;

import org.trapline.trace.read.Exit;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.summary.ExitKey;

/** An exit while its events are read. Used again. */
public final class ExitRecord implements Exit {

	Reason reason;
	long line;
	long time;
	int cpu;
	long hostTime;
	long guestTime;
	long instructionPointer;
	boolean failedEntry;
	int register;
	Direction direction = Direction.NONE;
	boolean userSpace;
	boolean interrupt;
	/** An event says that it came from a nested VM. */
	boolean fromNested;
	/** The host enters a nested VM after it. */
	boolean entersNested;
	/** The guest hypervisor gets it. */
	boolean injected;
	/** It is between two parts of the guest hypervisor. */
	boolean inside;
	/** What the guest hypervisor sees. */
	Reason seen;
	/** An event that leaves the nested VM came after one that enters it. */
	boolean bounced;

	int thread;
	int vcpu;
	ExitKey key;

	void begin(Reason newReason, long newLine, long newTime, int newCpu) {
		reason = newReason;
		line = newLine;
		time = newTime;
		cpu = newCpu;
		hostTime = -1;
		guestTime = -1;
		instructionPointer = 0;
		failedEntry = false;
		register = 0;
		direction = newReason.direction();
		userSpace = false;
		interrupt = false;
		fromNested = false;
		entersNested = false;
		injected = false;
		inside = false;
		seen = null;
		bounced = false;
		key = null;
	}

	/** Why it exited. */
	public Reason reason() {
		return reason;
	}

	/** What it accessed: 0 where nothing tells yet. */
	public int register() {
		return register;
	}

	/** Which way it accessed something, as far as is known. */
	public Direction direction() {
		return direction;
	}

	/** Its register's number is known. */
	public void access(int newRegister) {
		register = newRegister;
	}

	/** The direction of its access is known. */
	public void access(Direction newDirection) {
		direction = newDirection;
	}

	/** Where the guest was, and whether hardware refused to enter it. */
	public void at(long pointer, boolean failed) {
		instructionPointer = pointer;
		failedEntry = failed;
	}

	/** The user-space VMM completes it. */
	public void toUserSpace() {
		userSpace = true;
	}

	/** An interrupt reaches the guest at the entry after it. */
	public void interrupt() {
		interrupt = true;
	}

	/** Whether the host handed it on to the guest hypervisor. */
	public boolean reflected() {
		return injected || inside;
	}

	/** What it has in common with others is known. */
	public void key(ExitKey newKey) {
		key = newKey;
	}

	@Override
	public ExitKey key() {
		return key;
	}

	@Override
	public long line() {
		return line;
	}

	@Override
	public long time() {
		return time;
	}

	@Override
	public long hostTime() {
		return hostTime;
	}

	@Override
	public long guestTime() {
		return guestTime;
	}

	@Override
	public int thread() {
		return thread;
	}

	@Override
	public int vcpu() {
		return vcpu;
	}

	@Override
	public int cpu() {
		return cpu;
	}

	@Override
	public long instructionPointer() {
		return instructionPointer;
	}

	@Override
	public boolean userSpace() {
		return userSpace;
	}

	@Override
	public boolean interruptsGuest() {
		return interrupt;
	}

	@Override
	public boolean entersNested() {
		return entersNested;
	}

	@Override
	public String injected() {
		return seen == null ? "" : seen.name();
	}

	@Override
	public boolean failedEntry() {
		return failedEntry;
	}
}
