// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.read;

/** Hears of every exit, in order for each vCPU. Exits of two vCPUs may come later than their times say, as their levels are told. */
@FunctionalInterface
public interface ExitListener {

	/** Hears nothing. */
	ExitListener NONE = exit -> {
		// nobody wants to know
	};

	/** @param exit valid during this call only: the object is used again */
	void exit(Exit exit);
}
