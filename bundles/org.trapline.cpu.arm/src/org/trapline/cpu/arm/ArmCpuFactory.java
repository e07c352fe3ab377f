// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.arm;

import org.trapline.sim.CpuModel;
import org.trapline.sim.CpuModelFactory;
import org.trapline.sim.CpuSpec;

/** Makes Arm CPU models. */
public final class ArmCpuFactory implements CpuModelFactory {

	@Override
	public CpuModel create(CpuSpec spec) {
		return new ArmCpu(spec.controls(), spec.cost("exception_entry"), spec.treatments());
	}
}
