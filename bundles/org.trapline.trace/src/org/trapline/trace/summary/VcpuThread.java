// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Objects;

/**
 * A thread that ran a guest.
 *
 * @param thread its number in the host's kernel; -1 where the trace does not say
 * @param name   its name
 * @param vcpu   the number of the vCPU that it runs; -1 where nothing tells
 * @param exits  of it
 */
public record VcpuThread(int thread, String name, int vcpu, long exits) {

	public VcpuThread {
		Objects.requireNonNull(name);
	}
}
