// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Objects;

/**
 * What it takes a guest hypervisor to handle one reflected exit: exit multiplication as the trace has it. Means are over the reflected exits
 * whose handling is whole in the trace, up to the entry into the nested VM.
 *
 * @param key       the reflected exit
 * @param count     how many were followed to their end
 * @param exits     mean number of the guest hypervisor's own exits for one of them
 * @param host      mean nanoseconds in the host, the reflected exit included
 * @param guest     mean nanoseconds in the guest hypervisor
 */
public record ReflectionRow(ExitKey key, long count, double exits, double host, double guest) {

	public ReflectionRow {
		Objects.requireNonNull(key);
	}
}
