// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.text;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.trapline.trace.read.Progress;

/** The bytes as they are stored: counts them, tells progress, ends where it is cancelled, and computes their digest where asked for. */
public final class StoredBytes extends InputStream {

	private static final long STEP = 1 << 20;

	private final InputStream in;
	private final long total;
	private final Progress progress;
	private final MessageDigest digest;
	private long bytes;
	private long next = STEP;

	/**
	 * @param total    of bytes; -1 where it is not known
	 * @param digested whether the digest is wanted
	 */
	public StoredBytes(InputStream in, long total, Progress progress, boolean digested) {
		this.in = in;
		this.total = total;
		this.progress = progress;
		try {
			this.digest = digested ? MessageDigest.getInstance("SHA-256") : null;
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = in.read(buffer, offset, length);
		if (read > 0) {
			bytes += read;
			if (digest != null) {
				digest.update(buffer, offset, read);
			}
			if (bytes >= next) {
				next = bytes + STEP;
				progress.read(bytes, total);
			}
		} else if (read < 0) {
			progress.read(bytes, total);
		}
		if (progress.cancelled()) {
			throw new CancellationException();
		}
		return read;
	}

	@Override
	public int available() throws IOException {
		// GZIPInputStream asks whether another member follows.
		return in.available();
	}

	@Override
	public void close() throws IOException {
		in.close();
	}

	/** How many were read. */
	public long bytes() {
		return bytes;
	}

	/** The SHA-256 of all, once all are read. */
	public Optional<String> sha256() {
		return Optional.ofNullable(digest).map(each -> HexFormat.of().formatHex(each.digest()));
	}
}
