// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

/** The requested name is unknown. */
public final class UnknownNameException extends Exception {

	private static final long serialVersionUID = 1L;

	public UnknownNameException(String message) {
		super(message);
	}
}
