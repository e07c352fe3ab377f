// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.trapline.trace.read.TraceException;

/** What a file is by its first bytes: gzip is unpacked, other binary files are named with the command that makes text of them. */
public final class Unpacking {

	private static final int HEAD = 16;
	private static final int BUFFER = 1 << 16;
	private static final List<Magic> REFUSED = List.of(
			new Magic("\u0017\u0008\u0044tracing", "is a binary trace of trace-cmd; make text of it with 'trace-cmd report FILE > FILE.txt'"),
			new Magic("PERFILE2", "is binary data of perf; make text of it with 'perf script -i FILE > FILE.txt', or with 'perf kvm stat report -i FILE --stdio'"),
			new Magic("\u00fd7zXZ\u0000", "is packed with xz; unpack it with 'xz -d'"),
			new Magic("(\u00b5/\u00fd", "is packed with zstd; unpack it with 'zstd -d'"),
			new Magic("BZh", "is packed with bzip2; unpack it with 'bunzip2'"),
			new Magic("PK\u0003\u0004", "is a zip archive; unpack it"),
			new Magic("\u00ff\u00fe", "is text in UTF-16; save it as UTF-8"),
			new Magic("\u00fe\u00ff", "is text in UTF-16; save it as UTF-8"),
			new Magic("\u007fELF", "is a program, no trace; name the text that the tool printed"));

	private Unpacking() {
	}

	/**
	 * The text in a file.
	 *
	 * @param name of the file, for messages
	 * @throws TraceException when it is empty, or binary and not gzip
	 */
	public static InputStream text(InputStream stored, String name) throws TraceException {
		PushbackInputStream in = new PushbackInputStream(stored, HEAD);
		byte[] head = head(in, name);
		if (head.length == 0) {
			throw new TraceException(name + " is empty", 0);
		}
		refuse(head, name);
		if (head.length < 2 || (head[0] & 0xff) != 0x1f || (head[1] & 0xff) != 0x8b) {
			return in;
		}
		try {
			PushbackInputStream unpacked = new PushbackInputStream(new GZIPInputStream(in, BUFFER), HEAD);
			// A packed trace.dat is as binary as one that is not.
			byte[] inner = head(unpacked, name);
			if (inner.length == 0) {
				throw new TraceException(name + " is a gzip file of nothing", 0);
			}
			refuse(inner, name);
			return unpacked;
		} catch (ZipException e) {
			throw new TraceException(name + " is a damaged gzip file: " + e.getMessage() + ". Copy or make it again", 0, e);
		} catch (IOException e) {
			throw new TraceException(name + " is a gzip file that was cut: it ends before its first line. Copy it again", 0, e);
		}
	}

	private static byte[] head(PushbackInputStream in, String name) throws TraceException {
		try {
			byte[] head = in.readNBytes(HEAD);
			in.unread(head);
			return head;
		} catch (ZipException e) {
			throw new TraceException(name + " is a damaged gzip file: " + e.getMessage() + ". Copy or make it again", 0, e);
		} catch (EOFException e) {
			throw new TraceException(name + " is a gzip file that was cut: it ends before its first line. Copy it again", 0, e);
		} catch (IOException e) {
			throw new TraceException(name + " cannot be read: " + e.getMessage(), 0, e);
		}
	}

	private static void refuse(byte[] head, String name) throws TraceException {
		String text = new String(head, StandardCharsets.ISO_8859_1);
		for (Magic magic : REFUSED) {
			if (text.startsWith(magic.bytes)) {
				throw new TraceException(name + " " + magic.message, 0);
			}
		}
	}

	/**
	 * @param bytes   that such a file begins with, as Latin-1
	 * @param message what it is, and what makes text of it
	 */
	private record Magic(String bytes, String message) {
	}
}
