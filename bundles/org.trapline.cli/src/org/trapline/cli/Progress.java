// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.trapline.run.Diagnostic;
import org.trapline.run.RunMonitor;

/** Tells on standard error what is doubtful, and where asked for how far a run is and how long it will still take. */
final class Progress implements RunMonitor {

	private static final long BETWEEN = TimeUnit.SECONDS.toNanos(2);

	private final PrintWriter err;
	private final boolean wanted;
	private final LongSupplier clock;
	private final AtomicLong done = new AtomicLong();
	private final AtomicLong next = new AtomicLong();
	private volatile long planned;
	private volatile long began;

	/** @param wanted whether progress is told */
	Progress(PrintWriter err, boolean wanted) {
		this(err, wanted, System::nanoTime);
	}

	/** @param clock nanoseconds */
	Progress(PrintWriter err, boolean wanted, LongSupplier clock) {
		this.err = err;
		this.wanted = wanted;
		this.clock = clock;
	}

	@Override
	public void warned(Diagnostic warning) {
		// Standard output has results only.
		err.println(warning);
	}

	@Override
	public void planned(long cells) {
		planned = cells;
		done.set(0);
		began = clock.getAsLong();
		next.set(began + BETWEEN);
	}

	@Override
	public void done(long cells, String what) {
		long sum = done.addAndGet(cells);
		long now = clock.getAsLong();
		long due = next.get();
		if (wanted && now >= due && sum < planned && next.compareAndSet(due, now + BETWEEN)) {
			double left = (now - began) / 1e9 * (planned - sum) / sum;
			err.println(String.format(Locale.ROOT, "%.0f %%: %,d of %,d cells, about %s left (%s)", 100.0 * sum / planned, sum, planned, duration(left), what));
			err.flush();
		}
	}

	private static String duration(double seconds) {
		if (seconds < 120) {
			return Math.max(1, Math.round(seconds)) + " s";
		}
		return seconds < 2 * 3600 ? Math.round(seconds / 60) + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
	}
}
