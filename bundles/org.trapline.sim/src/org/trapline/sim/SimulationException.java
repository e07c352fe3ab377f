// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

/**
 * A model that cannot be simulated: the message names the parties and what is missing or wrong between them.
 *
 * @since 0.2.0
 */
public final class SimulationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public SimulationException(String message) {
		super(message);
	}

	/** With a cause. */
	public SimulationException(String message, Throwable cause) {
		super(message, cause);
	}
}
