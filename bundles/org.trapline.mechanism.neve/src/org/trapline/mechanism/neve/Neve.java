// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.neve;

import java.util.List;
import java.util.Map;

import org.trapline.sim.Cost;
import org.trapline.sim.Direction;
import org.trapline.sim.Disposition;
import org.trapline.sim.GuestContext;
import org.trapline.sim.Mechanism;
import org.trapline.sim.Operation;
import org.trapline.sim.Register;
import org.trapline.sim.RegisterAccess;
import org.trapline.sim.Treatment;

/**
 * NEVE: what would trap of a guest hypervisor's register accesses is deferred to memory, redirected, or cached, as its
 * model says for the register. It is off while a guest that is no hypervisor runs, and never makes anything trap.
 */
final class Neve implements Mechanism {

	private final Disposition memory;
	private final Map<Register, List<Treatment>> treatments;

	Neve(Cost deferredAccess, Map<Register, List<Treatment>> treatments) {
		this.memory = new Disposition.Memory(deferredAccess);
		this.treatments = treatments;
	}

	@Override
	public Disposition refine(Operation operation, GuestContext context, Disposition decided) {
		if (context.hypervisor() && decided instanceof Disposition.Trap && operation instanceof RegisterAccess access) {
			for (Treatment treatment : treatments.getOrDefault(access.register(), List.of())) {
				if (treatment.when().isEmpty() || context.controls().contains(treatment.when().get())) {
					return treat(treatment, access, decided);
				}
			}
		}
		return decided;
	}

	private Disposition treat(Treatment treatment, RegisterAccess access, Disposition decided) {
		return switch (treatment.kind()) {
		case MEMORY -> memory;
		case REDIRECT -> new Disposition.Redirect(treatment.target().orElseThrow());
		case CACHED -> access.direction() == Direction.READ ? memory : decided;
		};
	}
}
