// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.read;

/** A file that cannot be read as a trace. The message is one sentence that names the file, the line where there is one, and the way out. */
public final class TraceException extends Exception {

	private static final long serialVersionUID = 1L;

	private final long line;

	/**
	 * @param message complete, with the name of the file
	 * @param line    from 1; 0 where it is about the file as a whole
	 */
	public TraceException(String message, long line) {
		super(message);
		this.line = line;
	}

	/** With what lies behind it. */
	public TraceException(String message, long line, Throwable cause) {
		super(message, cause);
		this.line = line;
	}

	/** The line that it is about, from 1; 0 where it is about the file as a whole. */
	public long line() {
		return line;
	}
}
