// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/** Which way an access goes. */
public enum Direction {
	/** No access, or the trace does not tell. */
	NONE, READ, WRITE
}
