// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.smt;

import org.trapline.sim.SimulationException;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.MechanismFactory;
import org.trapline.sim.spi.MechanismSpec;

/** Creates SVt from its model: in software if it uses the sibling thread for the guest hypervisor, otherwise in hardware. */
public final class SvtFactory implements MechanismFactory {

	/** One for the software that waits, one for the software that runs. */
	private static final int THREADS = 2;

	@Override
	public Mechanism create(MechanismSpec spec) {
		if (spec.threads() < THREADS) {
			throw new SimulationException("mechanism " + spec.name() + " needs a core with two hardware threads or more, and the machine's have "
					+ spec.threads() + ": write 'threads 2' in the platform");
		}
		return spec.siblingSlowdown().<Mechanism>map(slowdown -> new SoftwareSvt(spec.name(), spec.replaced(), slowdown))
				.orElseGet(() -> new HardwareSvt(spec.name(), spec.replaced(), spec.threads(), spec.hardware(), spec.offers()));
	}

	@Override
	public int requiredThreads() {
		return THREADS;
	}
}
