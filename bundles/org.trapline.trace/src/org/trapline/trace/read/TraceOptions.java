// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.read;

import java.util.Objects;
import java.util.Optional;

/**
 * What to read of a trace. Immutable: each {@code with} makes another one.
 *
 * @param from                nanoseconds on the trace's clock; exits before are left out, but levels are followed from the start
 * @param to                  nanoseconds on the trace's clock; exits at or after it are left out
 * @param anchor              the exit that an operation begins with; empty to have it found
 * @param clock               how the CPUs' clocks go
 * @param ticksPerSecond      of time stamps that are counts without a unit (trace clock {@code x86-tsc}); 0 where it is not known
 * @param acceptBackwardClock whether to count times that go backwards, in place of refusing the file
 * @param digest              whether to compute the file's SHA-256
 * @param confidence          of intervals, as 0.95
 */
public record TraceOptions(long from, long to, Optional<Anchor> anchor, Clock clock, double ticksPerSecond, boolean acceptBackwardClock,
		boolean digest, double confidence) {

	/** All of a trace. */
	public static final TraceOptions DEFAULT = new TraceOptions(Long.MIN_VALUE, Long.MAX_VALUE, Optional.empty(), Clock.LOCAL, 0, false, false, 0.95);

	public TraceOptions {
		Objects.requireNonNull(anchor);
		Objects.requireNonNull(clock);
		if (!(confidence > 0 && confidence < 1)) {
			throw new IllegalArgumentException("a level of confidence of " + confidence + "; it has to be between 0 and 1, as 0.95");
		}
		if (!(ticksPerSecond >= 0)) {
			throw new IllegalArgumentException("a clock of " + ticksPerSecond + " Hz");
		}
	}

	/** Only exits in this window, in nanoseconds. */
	public TraceOptions withWindow(long newFrom, long newTo) {
		return new TraceOptions(newFrom, newTo, anchor, clock, ticksPerSecond, acceptBackwardClock, digest, confidence);
	}

	/** Operations that begin with this exit. */
	public TraceOptions withAnchor(Anchor newAnchor) {
		return new TraceOptions(from, to, Optional.of(newAnchor), clock, ticksPerSecond, acceptBackwardClock, digest, confidence);
	}

	/** With clocks that go like this. */
	public TraceOptions withClock(Clock newClock) {
		return new TraceOptions(from, to, anchor, newClock, ticksPerSecond, acceptBackwardClock, digest, confidence);
	}

	/** With time stamps that count ticks of this frequency. */
	public TraceOptions withTicksPerSecond(double hertz) {
		return new TraceOptions(from, to, anchor, clock, hertz, acceptBackwardClock, digest, confidence);
	}

	/** With times that may go backwards. */
	public TraceOptions withBackwardClock() {
		return new TraceOptions(from, to, anchor, clock, ticksPerSecond, true, digest, confidence);
	}

	/** With the file's SHA-256. */
	public TraceOptions withDigest() {
		return new TraceOptions(from, to, anchor, clock, ticksPerSecond, acceptBackwardClock, true, confidence);
	}

	/** With intervals of this confidence. */
	public TraceOptions withConfidence(double newConfidence) {
		return new TraceOptions(from, to, anchor, clock, ticksPerSecond, acceptBackwardClock, digest, newConfidence);
	}

	/** Whether a time window was asked for. */
	public boolean windowed() {
		return from != Long.MIN_VALUE || to != Long.MAX_VALUE;
	}
}
