// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

/**
 * Whether a simulated value is within the tolerance that its study declares.
 *
 * @since 0.2.0
 */
public enum Verdict {
	/** Within the tolerance. */
	OK("ok"),
	/** Outside the general tolerance, but within a wider one that the study declares for this value, with a reason. */
	EXCUSED("excused"),
	/** Outside the tolerance. */
	MISS("miss");

	private final String id;

	Verdict(String id) {
		this.id = id;
	}

	/** The word used in JSON and CSV. */
	public String id() {
		return id;
	}
}
