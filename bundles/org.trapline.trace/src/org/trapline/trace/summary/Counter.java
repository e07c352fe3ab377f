// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Objects;

/**
 * How often an event occurred, of a tool that only counts.
 *
 * @param event as {@code kvm_exit}
 * @param count how often; -1 where the tool could not count it
 */
public record Counter(String event, long count) {

	public Counter {
		Objects.requireNonNull(event);
	}
}
