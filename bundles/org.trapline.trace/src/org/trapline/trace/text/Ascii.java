// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.text;

import java.nio.charset.StandardCharsets;

/** Scanning of ASCII text in byte arrays. Ends are exclusive; a scan that finds nothing returns the end. */
public final class Ascii {

	private static final int HEX_DIGITS = 16;

	private Ascii() {
	}

	/** The first place from here that has no blank or tab. */
	public static int skipBlanks(byte[] text, int from, int to) {
		int at = from;
		while (at < to && isBlank(text[at])) {
			at++;
		}
		return at;
	}

	/** The first place from here that has a blank or tab. */
	public static int skipToken(byte[] text, int from, int to) {
		int at = from;
		while (at < to && !isBlank(text[at])) {
			at++;
		}
		return at;
	}

	/** The first place from here that has no decimal digit. */
	public static int skipDigits(byte[] text, int from, int to) {
		int at = from;
		while (at < to && isDigit(text[at])) {
			at++;
		}
		return at;
	}

	/** The end without blanks and tabs before it. */
	public static int trimEnd(byte[] text, int from, int to) {
		int at = to;
		while (at > from && isBlank(text[at - 1])) {
			at--;
		}
		return at;
	}

	/** Whether it is a blank or a tab. */
	public static boolean isBlank(byte c) {
		return c == ' ' || c == '\t';
	}

	/** Whether it is a decimal digit. */
	public static boolean isDigit(byte c) {
		return c >= '0' && c <= '9';
	}

	/** Whether it can be part of an identifier. */
	public static boolean isWord(byte c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_';
	}

	/** The value of a hexadecimal digit; -1 where it is none. */
	public static int hexDigit(byte c) {
		if (isDigit(c)) {
			return c - '0';
		}
		int lower = c | 0x20;
		return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
	}

	/** The decimal number that begins here, as far as it goes; 0 where there is none. */
	public static long decimal(byte[] text, int from, int to) {
		long value = 0;
		for (int at = from; at < to && isDigit(text[at]); at++) {
			value = value * 10 + text[at] - '0';
		}
		return value;
	}

	/** The hexadecimal number that begins here, after "0x" if there is one; 0 where there is none. Of more than 16 digits, the last count. */
	public static long hex(byte[] text, int from, int to) {
		int at = from;
		if (at + 1 < to && text[at] == '0' && text[at + 1] == 'x') {
			at += 2;
		}
		long value = 0;
		for (; at < to; at++) {
			int digit = hexDigit(text[at]);
			if (digit < 0) {
				break;
			}
			value = value * HEX_DIGITS + digit;
		}
		return value;
	}

	/** Whether the text from here begins so. */
	public static boolean startsWith(byte[] text, int from, int to, byte[] prefix) {
		if (to - from < prefix.length) {
			return false;
		}
		for (int i = 0; i < prefix.length; i++) {
			if (text[from + i] != prefix[i]) {
				return false;
			}
		}
		return true;
	}

	/** Where the part first occurs from here; -1 where it does not. */
	public static int indexOf(byte[] text, int from, int to, byte[] part) {
		int last = to - part.length;
		for (int at = from; at <= last; at++) {
			if (text[at] == part[0] && startsWith(text, at, to, part)) {
				return at;
			}
		}
		return -1;
	}

	/** The place after the part where it first occurs from here; -1 where it does not. */
	public static int after(byte[] text, int from, int to, byte[] part) {
		int at = indexOf(text, from, to, part);
		return at < 0 ? -1 : at + part.length;
	}

	/** As a string. */
	public static String string(byte[] text, int from, int to) {
		return new String(text, from, to - from, StandardCharsets.UTF_8);
	}

	/** A constant to compare with. */
	public static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
