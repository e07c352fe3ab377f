// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file, in UTF-8, of texts that are written as a whole or not at all: where the disk is full, it ends with the last one that found room. */
final class RowsFile implements Appendable, Closeable {

	private final FileChannel channel;

	/** @throws IOException when it cannot be made, or is there already */
	RowsFile(Path file) throws IOException {
		channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
	}

	@Override
	public RowsFile append(CharSequence text) throws IOException {
		long whole = channel.position();
		ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
		try {
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		} catch (IOException e) {
			channel.truncate(whole);
			throw e;
		}
		return this;
	}

	@Override
	public RowsFile append(CharSequence text, int start, int end) throws IOException {
		return append(text.subSequence(start, end));
	}

	@Override
	public RowsFile append(char c) throws IOException {
		return append(String.valueOf(c));
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
