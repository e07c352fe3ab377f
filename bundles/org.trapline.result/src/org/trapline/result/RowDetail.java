// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

/** What a row says besides its value. */
public sealed interface RowDetail permits ExitDetail, Summary {

	/** All of it in one line, the same for equal details: what the fingerprint of results takes of it. */
	String key();
}
