// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the file tells of the machine.
 *
 * @param isa        its architecture
 * @param cpus       how many physical CPUs it has, or how many occur where no head says it; 0 where nothing does
 * @param vcpus      the threads that ran guests
 * @param resolution of times, in nanoseconds; 0 where there are none
 * @param facts      what the tool's head says, as it says it: {@code os release}, {@code cpudesc}, {@code tracer}
 */
public record Machine(Isa isa, int cpus, List<VcpuThread> vcpus, double resolution, Map<String, String> facts) {

	public Machine {
		Objects.requireNonNull(isa);
		vcpus = List.copyOf(vcpus);
		facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
	}
}
