// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

/** What a comparison with a published value is worth. */
public enum Role {
	/** A parameter that this value depends on was fitted to this very published value. */
	FIT("fit"),
	/** No parameter that this value depends on was fitted to this published value. */
	PREDICTION("prediction");

	private final String id;

	Role(String id) {
		this.id = id;
	}

	/** The word used in JSON and CSV. */
	public String id() {
		return id;
	}
}
