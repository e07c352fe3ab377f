// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;

/** Results on the standard output: that they cannot be written, as on a full disk, is an error. */
final class CheckedOutput implements Appendable {

	/** Nobody reads the output any more, as where it is piped to {@code head}: there is nobody to tell. */
	static final class ClosedException extends IOException {
		private static final long serialVersionUID = 1L;
	}

	private final PrintWriter out;

	CheckedOutput(PrintWriter out) {
		this.out = out;
	}

	@Override
	public CheckedOutput append(CharSequence text) throws IOException {
		out.append(text);
		return checked();
	}

	@Override
	public CheckedOutput append(CharSequence text, int start, int end) throws IOException {
		out.append(text, start, end);
		return checked();
	}

	@Override
	public CheckedOutput append(char c) throws IOException {
		out.append(c);
		return checked();
	}

	private CheckedOutput checked() throws IOException {
		if (out.checkError()) {
			if (out instanceof StandardOutput standard && standard.isClosed()) {
				throw new ClosedException();
			}
			throw new IOException("the results cannot be written to the standard output, whose disk is full. The rows that were written are complete: "
					+ "free some space, take fewer points, or add 'summary' to the experiment (--summary)");
		}
		return this;
	}
}
