// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody meant who wrote an unknown name. */
public final class NearestName {

	/** Changed letters up to which a name is taken for a slip of another one. */
	private static final int MOST_SLIPS = 3;

	private NearestName() {
	}

	/** The candidate that takes the fewest changes of a letter, if that is a likely slip; the first in the alphabet among equals. */
	public static Optional<String> of(String name, Iterable<String> candidates) {
		if (name.length() < 2) {
			// Any name of one letter is one change away from it.
			return Optional.empty();
		}
		LevenshteinDistance distance = new LevenshteinDistance(Math.max(1, Math.min(MOST_SLIPS, name.length() / 3)));
		String nearest = null;
		int least = Integer.MAX_VALUE;
		for (String candidate : candidates) {
			int changes = distance.apply(name, candidate);
			if (changes >= 0 && (changes < least || changes == least && candidate.compareTo(nearest) < 0)) {
				nearest = candidate;
				least = changes;
			}
		}
		return Optional.ofNullable(nearest);
	}
}
