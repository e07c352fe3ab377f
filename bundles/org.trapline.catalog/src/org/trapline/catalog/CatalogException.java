// SPDX-License-Identifier: EPL-2.0
package org.trapline.catalog;

/** A plug-in has an invalid declaration: the message names the plug-in, the place and the mistake. */
public final class CatalogException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public CatalogException(String message) {
		super(message);
	}

	public CatalogException(String message, Throwable cause) {
		super(message, cause);
	}
}
