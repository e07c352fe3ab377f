// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

/**
 * What a comparison with a published value is worth.
 *
 * @since 0.2.0
 */
public enum Role {
	/** A cost that this value depends on was fitted to this very published value. */
	FIT("fit", "fits", "a parameter was fitted to this very cell"),
	/** A cost was fitted to this published value together with others, and does not meet it: what is left of the error is more than a percent. */
	RESIDUAL("residual", "residuals", "a parameter was fitted to this cell and others together, and leaves an error of more than 1 % here"),
	/** No cost that this value depends on was fitted to this published value. */
	PREDICTION("prediction", "predictions", "no parameter was fitted to this cell"),
	/** No parameter was fitted to it, but a program that this value depends on was written from the very measurement. */
	DESCRIBED("described", "described values", "a program was written from this very measurement");

	private final String id;
	private final String plural;
	private final String explanation;

	Role(String id, String plural, String explanation) {
		this.id = id;
		this.plural = plural;
		this.explanation = explanation;
	}

	/** Whether a cost was fitted to the published value. */
	public boolean isFitted() {
		return this == FIT || this == RESIDUAL;
	}

	/** The word used in JSON and CSV. */
	public String id() {
		return id;
	}

	/** Several comparisons of this role, for people. */
	public String plural() {
		return plural;
	}

	/** What it says of a cell, for people. */
	public String explanation() {
		return explanation;
	}
}
