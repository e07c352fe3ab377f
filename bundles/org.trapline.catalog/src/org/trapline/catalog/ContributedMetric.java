// SPDX-License-Identifier: EPL-2.0
package org.trapline.catalog;

import java.util.Objects;

/**
 * A metric of operation workloads that a plug-in adds.
 *
 * @param id          the word in the language and in results, as {@code part-guest}
 * @param unit        the unit of its values, as {@code ns}
 * @param title       for people, with the unit: the label of an axis
 * @param description one sentence
 * @param bundle      symbolic name of the bundle it comes from
 */
public record ContributedMetric(String id, String unit, String title, String description, String bundle) {

	public ContributedMetric {
		Objects.requireNonNull(id);
		Objects.requireNonNull(unit);
		Objects.requireNonNull(title);
		Objects.requireNonNull(description);
		Objects.requireNonNull(bundle);
	}
}
