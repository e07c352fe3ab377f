// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the cells of every experiment: one of several parts of about the same number, in order.
 *
 * @param index which part, from 1
 * @param of    how many parts there are
 */
public record Shard(int index, int of) {

	/** Everything. */
	public static final Shard WHOLE = new Shard(1, 1);

	private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

	public Shard {
		if (index < 1 || index > of) {
			throw new IllegalArgumentException("there is no shard " + index + " of " + of);
		}
	}

	/**
	 * As {@code 2/8}.
	 *
	 * @throws IllegalArgumentException when it is none; the message says what is
	 */
	public static Shard parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1 || Integer.parseInt(matcher.group(1)) > Integer.parseInt(matcher.group(2))) {
			throw new IllegalArgumentException("'" + text + "' is no shard: write I/N, as 2/8 for the second of eight");
		}
		return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
	}

	/** The first of some cells that belongs to it. */
	public long from(long cells) {
		// Without a product of both, which may be too large.
		return (index - 1L) * (cells / of) + (index - 1L) * (cells % of) / of;
	}

	/** The first after those that belong to it. */
	public long to(long cells) {
		return index == of ? cells : new Shard(index + 1, of).from(cells);
	}

	/** {@code 2/8}. */
	@Override
	public String toString() {
		return index + "/" + of;
	}
}
