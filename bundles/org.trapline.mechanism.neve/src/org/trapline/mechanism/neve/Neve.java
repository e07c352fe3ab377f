// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.neve;

import org.trapline.sim.isa.Operation;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.Treatments;

/**
 * NEVE: what would trap of a guest hypervisor's register accesses is deferred to memory, redirected, or cached, as its
 * model says for the register. It is off while a guest that is no hypervisor runs, and never makes anything trap.
 */
final class Neve implements Mechanism {

	private final String name;
	private final Treatments treatments;

	Neve(String name, Treatments treatments) {
		this.name = name;
		this.treatments = treatments;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Disposition refine(Operation operation, GuestContext context, Disposition decided) {
		return treatments.apply(operation, context, decided);
	}
}
