// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

/** Whether a simulated value is as near to the published one as its study declares. */
public enum Verdict {
	/** It is. */
	OK("ok"),
	/** Only by a wider bound that the study declares for this value, with a reason: it misses the one of the others. */
	EXCUSED("excused"),
	/** It is not. */
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
