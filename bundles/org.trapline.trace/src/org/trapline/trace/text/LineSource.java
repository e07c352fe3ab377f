// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

import org.trapline.trace.read.TraceException;
import org.trapline.trace.summary.LossKind;

/**
 * The lines of a text, one after the other, as parts of one byte array that is used again. A line ends with a line feed, which like a carriage return
 * before it is no part of it.
 */
public final class LineSource {

	/** Longer lines are left out, and counted. */
	public static final int MAX_LINE = 1 << 16;

	private static final int BUFFER = 1 << 18;

	private final InputStream in;
	private final String name;
	private final Losses losses;
	private byte[] buffer = new byte[BUFFER];
	private int filled;
	private int next;
	private boolean ended;
	private boolean peeking;
	private IOException failure;
	private int start;
	private int end;
	private long number;
	private boolean terminated;

	/** @param name of the file, for messages */
	public LineSource(InputStream in, String name, Losses losses) {
		this.in = in;
		this.name = name;
		this.losses = losses;
	}

	/**
	 * Goes on to the next line.
	 *
	 * @return false where there is none
	 * @throws TraceException when the file cannot be read on
	 */
	public boolean next() throws TraceException {
		int at = next;
		while (true) {
			int feed = feed(at);
			if (feed >= 0 && feed - next <= MAX_LINE) {
				return line(feed, true);
			}
			if (feed >= 0) {
				countLong();
				next = feed + 1;
				at = next;
				continue;
			}
			if (ended) {
				if (failure != null) {
					throw failure();
				}
				return next < filled && line(filled, false);
			}
			if (filled - next > MAX_LINE) {
				skipLong();
				at = next;
			} else {
				at = filled - next;
				fill();
			}
		}
	}

	private int feed(int from) {
		byte[] text = buffer;
		int limit = filled;
		for (int at = from; at < limit; at++) {
			if (text[at] == '\n') {
				return at;
			}
		}
		return -1;
	}

	private boolean line(int to, boolean feed) {
		start = next;
		end = to > start && buffer[to - 1] == '\r' ? to - 1 : to;
		next = feed ? to + 1 : to;
		terminated = feed;
		number++;
		return true;
	}

	/** Moves the begun line to the front and reads on behind it. */
	private void fill() {
		System.arraycopy(buffer, next, buffer, 0, filled - next);
		filled -= next;
		next = 0;
		try {
			int read = in.read(buffer, filled, buffer.length - filled);
			if (read < 0) {
				ended = true;
			} else {
				filled += read;
			}
		} catch (IOException e) {
			// Lines before it are whole: it is told when they are read.
			failure = e;
			ended = true;
		}
	}

	private TraceException failure() {
		return switch (failure) {
		case EOFException e -> new TraceException(name + " is a gzip file that was cut: it ends after line " + number
				+ ". Copy it again, or keep what there is with 'zcat FILE > FILE.txt' and read that", number, e);
		case ZipException e -> new TraceException(name + " is a damaged gzip file: after line " + number + ", " + e.getMessage() + ". Copy or make it again",
				number, e);
		default -> new TraceException(name + " cannot be read on after line " + number + ": " + failure.getMessage(), number, failure);
		};
	}

	private void countLong() {
		number++;
		if (!peeking) {
			losses.add(LossKind.LONG_LINE, number);
		}
	}

	private void skipLong() {
		countLong();
		while (true) {
			next = filled;
			fill();
			int feed = feed(0);
			if (feed >= 0) {
				next = feed + 1;
				return;
			}
			if (ended) {
				next = filled;
				return;
			}
		}
	}

	/** Fills the buffer without going on, for a look at the text before it is read: {@link #rewind} goes back to its start. */
	public void peek() {
		peeking = true;
		while (!ended && filled < buffer.length) {
			fill();
		}
	}

	/** Whether the next line is within what {@link #peek} has filled. */
	public boolean peeked() {
		return feed(next) >= 0 || ended;
	}

	/** Goes back to the start of the text; only as long as {@link #peeked} was true before every line. */
	public void rewind() {
		next = 0;
		number = 0;
		peeking = false;
	}

	/** Whether there is a zero byte in what was filled: then it is no text. */
	public boolean binary() {
		for (int at = 0; at < filled; at++) {
			if (buffer[at] == 0) {
				return true;
			}
		}
		return false;
	}

	/** Of the file. */
	public String name() {
		return name;
	}

	/** Where lines are; it changes from line to line. */
	public byte[] text() {
		return buffer;
	}

	/** Where the line begins in {@link #text()}. */
	public int start() {
		return start;
	}

	/** Where the line ends in {@link #text()}. */
	public int end() {
		return end;
	}

	/** The number of the line, from 1. */
	public long number() {
		return number;
	}

	/** Whether a line feed ends the line; only the last line can lack it. */
	public boolean terminated() {
		return terminated;
	}

	/** The line, for messages: not more than a hundred characters. */
	public String excerpt() {
		int most = 100;
		int from = Ascii.skipBlanks(buffer, start, end);
		String text = Ascii.string(buffer, from, Math.min(end, from + most));
		return end - from > most ? text + "…" : text;
	}

	/** What is wrong with the current line: "FILE, line 12: …". */
	public TraceException error(String message) {
		return new TraceException(name + ", line " + number + ": " + message, number);
	}

	/** What is wrong with the file as a whole: "FILE …". */
	public TraceException fileError(String message) {
		return new TraceException(name + " " + message, 0);
	}
}
