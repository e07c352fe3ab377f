// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

/**
 * The details of a row besides its value.
 *
 * @since 0.2.0
 */
public sealed interface RowDetail permits ExitDetail, Summary {

	/** All details in one line, equal for equal details: the input of the results' fingerprint. */
	String key();
}
