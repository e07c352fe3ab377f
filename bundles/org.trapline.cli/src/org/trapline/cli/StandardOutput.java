// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.FileDescriptor;
import java.io.PrintWriter;

/** An output of the process, in UTF-8. Where it is a file on a disk that is full, it ends with the last text that was written as a whole. */
final class StandardOutput extends PrintWriter {

	private final WholeWriter writer;

	StandardOutput(FileDescriptor descriptor) {
		this(new WholeWriter(descriptor));
	}

	private StandardOutput(WholeWriter writer) {
		super(writer);
		this.writer = writer;
	}

	/** Whether it is a pipe or terminal that takes nothing any more. */
	boolean isClosed() {
		return writer.isClosed();
	}
}
