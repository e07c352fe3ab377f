// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/**
 * Tells whether two runs did the same: a running hash of time, priority, component and name of every event. A change that
 * must not change behaviour proves it by the fingerprint. It depends on nothing but the run: neither on the JVM nor on the machine.
 */
public final class EventFingerprint implements EventObserver {

	private static final long FACTOR = 0x9E3779B97F4A7C15L;

	private long hash;

	@Override
	public void happens(Event event, long time) {
		// The hash of a string is specified by Java.
		long what = (long) event.component().hashCode() << Integer.SIZE ^ event.name().hashCode();
		add(time);
		add(what + event.rank * FACTOR);
	}

	private void add(long value) {
		hash = (hash ^ value) * FACTOR;
		hash ^= hash >>> Integer.SIZE;
	}

	/** Of all events so far. */
	public long value() {
		return hash;
	}

	/** The value in hexadecimal, 16 digits. */
	@Override
	public String toString() {
		return String.format("%016x", hash);
	}
}
