// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody meant who wrote an unknown name. */
public final class NearestName {

	/** Changed letters up to which a name is taken for a slip of another one. */
	private static final int MOST_SLIPS = 3;

	private NearestName() {
	}

	/** The candidate that takes the fewest changes of a letter, if that is a likely slip; the first in the alphabet among equals. */
	public static Optional<String> of(String name, Iterable<String> candidates) {
		return several(name, candidates, 1).stream().findFirst();
	}

	/** The candidates that take few enough changes of a letter for a slip, those with the fewest first. */
	public static List<String> several(String name, Iterable<String> candidates, int most) {
		if (name.length() < 2) {
			// Any name of one letter is one change away from it.
			return List.of();
		}
		LevenshteinDistance distance = new LevenshteinDistance(Math.max(1, Math.min(MOST_SLIPS, name.length() / 3)));
		Map<String, Integer> changes = new TreeMap<>();
		for (String candidate : candidates) {
			int needed = distance.apply(name, candidate);
			if (needed >= 0) {
				changes.put(candidate, needed);
			}
		}
		return changes.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(most).map(Map.Entry::getKey).toList();
	}
}
