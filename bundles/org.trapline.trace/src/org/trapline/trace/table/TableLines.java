// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.table;

import org.trapline.trace.line.LineKinds;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.text.Ascii;
import org.trapline.trace.text.LineSource;
import org.trapline.trace.text.Losses;

/** The lines of a table, as strings: there are few. Lines of another tool are refused. */
final class TableLines {

	private final LineSource lines;
	private final TraceKind kind;
	private final Losses losses;
	private final LineKinds kinds;

	TableLines(LineSource lines, TraceKind kind, Losses losses, LineKinds kinds) {
		this.lines = lines;
		this.kind = kind;
		this.losses = losses;
		this.kinds = kinds;
	}

	/** The next line; null where there is none. */
	String next() throws TraceException {
		if (!lines.next()) {
			return null;
		}
		kinds.check(lines, kind);
		return Ascii.string(lines.text(), lines.start(), lines.end());
	}

	/** The current line was none of the table's. */
	void unread() {
		if (!lines.terminated()) {
			losses.add(LossKind.CUT_LAST_LINE, lines.number());
		}
	}

	void lost(LossKind loss, long count) {
		losses.add(loss, count, lines.number());
	}

	TraceException error(String message) {
		return lines.error(message);
	}

	TraceException fileError(String message) {
		return lines.fileError(message);
	}
}
