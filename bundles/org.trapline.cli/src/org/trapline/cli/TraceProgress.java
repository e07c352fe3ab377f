// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

import org.trapline.trace.read.Progress;

/** How far reading a trace is, in a line of a terminal that is written again and again; nothing where there is no terminal, or the trace is read within two seconds. */
final class TraceProgress implements Progress {

	private static final long QUIET = 2_000_000_000L;
	private static final long BETWEEN = 200_000_000L;
	private static final double MEGA = 1e6;

	private final Path file;
	private final PrintWriter err;
	private final long began = System.nanoTime();
	private final boolean terminal = isTerminal();
	private long last;
	private boolean shown;

	TraceProgress(Path file, PrintWriter err) {
		this.file = file;
		this.err = err;
	}

	@Override
	public void read(long bytes, long total) {
		long now = System.nanoTime();
		if (!terminal || now - began < QUIET || shown && now - last < BETWEEN) {
			return;
		}
		last = now;
		shown = true;
		double seconds = (now - began) / 1e9;
		err.printf("\r%s: %.0f of %.0f MB, %d %%, %.0f s left ", file.getFileName(), bytes / MEGA, total / MEGA, 100 * bytes / Math.max(total, 1),
				seconds * (total - bytes) / Math.max(bytes, 1));
		err.flush();
	}

	@Override
	public boolean cancelled() {
		return Thread.currentThread().isInterrupted();
	}

	/** Whether messages go to a terminal: the start script knows, as Java tells it of the standard output only. */
	private static boolean isTerminal() {
		return Boolean.getBoolean("trapline.terminal");
	}

	/** Removes the line. */
	void end() {
		if (shown) {
			err.print("\r" + " ".repeat(78) + "\r");
			err.flush();
		}
	}
}
