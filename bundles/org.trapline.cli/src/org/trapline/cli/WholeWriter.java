// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Writes texts to a process's output, in UTF-8. Where that is a file on a disk that is full, it ends with the last text that was written as a whole.
 */
final class WholeWriter extends Writer {

	/** Characters that are kept before they are written. */
	private static final int ENOUGH = 1 << 13;
	/** What has no positions: a terminal or a pipe. */
	private static final long NOWHERE = -1;

	private final FileChannel channel;
	private final StringBuilder text = new StringBuilder();
	private boolean closed;

	@SuppressWarnings("resource")
	WholeWriter(FileDescriptor descriptor) {
		channel = new FileOutputStream(descriptor).getChannel();
	}

	@Override
	public void write(char[] characters, int offset, int length) throws IOException {
		synchronized (lock) {
			text.append(characters, offset, length);
			if (text.length() >= ENOUGH) {
				flush();
			}
		}
	}

	@Override
	public void write(String string, int offset, int length) throws IOException {
		synchronized (lock) {
			text.append(string, offset, offset + length);
			if (text.length() >= ENOUGH) {
				flush();
			}
		}
	}

	@Override
	public void flush() throws IOException {
		synchronized (lock) {
			ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
			text.setLength(0);
			long whole = end();
			try {
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
			} catch (IOException e) {
				if (whole == NOWHERE) {
					closed = true;
				} else {
					channel.truncate(whole);
				}
				throw e;
			}
		}
	}

	/** Whether it is a pipe or terminal that takes nothing any more. */
	boolean isClosed() {
		synchronized (lock) {
			return closed;
		}
	}

	/** Where the next text goes, at the latest: a file that is appended to has no position before it is written to. */
	private long end() {
		try {
			channel.position();
			return channel.size();
		} catch (IOException e) {
			return NOWHERE;
		}
	}

	@Override
	public void close() throws IOException {
		flush();
		channel.close();
	}
}
