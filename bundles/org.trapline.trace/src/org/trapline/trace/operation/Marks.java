// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.operation;

/** What an exit has that may be no part of the operation it falls into; bits. */
final class Marks {

	/** None. */
	static final int NONE = 0;
	/** The host was interrupted, or a timer ticked. */
	static final int INTERRUPTED = 1;
	/** An interrupt reached the guest. */
	static final int DELIVERED = 2;
	/** Both. */
	static final int ALL = INTERRUPTED | DELIVERED;

	private Marks() {
	}
}
