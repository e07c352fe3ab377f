// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Proposes known names for an unknown name. */
public final class NearestName {

	/** The largest edit distance of a typo. */
	private static final int MOST_SLIPS = 3;

	private NearestName() {
	}

	/** The candidate with the smallest edit distance, if it is probably a typo; the first in the alphabet among equals. */
	public static Optional<String> of(String name, Iterable<String> candidates) {
		return several(name, candidates, 1).stream().findFirst();
	}

	/** The candidates with an edit distance small enough for a typo, nearest first. */
	public static List<String> several(String name, Iterable<String> candidates, int most) {
		if (name.length() < 2) {
			// Every name of one letter has distance 1.
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
