// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;

/**
 * The treatments by which a CPU or a mechanism avoids traps of a guest hypervisor's register accesses. Immutable.
 *
 * @since 0.2.0
 */
public final class Treatments {

	private static final Treatments NONE = new Treatments(Optional.empty(), Map.of());

	private final Optional<Disposition> deferred;
	private final Map<Register, List<Treatment>> byRegister;

	/**
	 * @param deferredCost cost of a deferred access
	 * @param byRegister   the treatments of each register; the first whose controls are all set holds
	 * @throws SimulationException when accesses are deferred, and nothing says what a deferred access costs
	 */
	public Treatments(Optional<CostTerm> deferredCost, Map<Register, List<Treatment>> byRegister) {
		this.deferred = deferredCost.map(Disposition.Deferred::new);
		this.byRegister = Map.copyOf(byRegister);
		if (deferredCost.isEmpty()) {
			byRegister.forEach((register, treatments) -> treatments.forEach(treatment -> {
				if (treatment.kind() != Treatment.Kind.REDIRECT) {
					throw new SimulationException("accesses to " + register.name()
							+ " are deferred to memory, and nothing says what that costs: add \"deferred access costs …\"");
				}
			}));
		}
	}

	/** Whether no register is treated. */
	public boolean isEmpty() {
		return byRegister.isEmpty();
	}

	/** No treatment of any register. */
	public static Treatments none() {
		return NONE;
	}

	/**
	 * The disposition of an operation that would trap. Only register accesses of guest hypervisors are treated.
	 *
	 * @return {@code decided} where there is no treatment
	 */
	public Disposition apply(Operation operation, GuestContext context, Disposition decided) {
		Objects.requireNonNull(decided);
		if (context.hypervisor() && decided instanceof Disposition.Trap && operation instanceof RegisterAccess access) {
			for (Treatment treatment : byRegister.getOrDefault(access.register(), List.of())) {
				if (context.controls().containsAll(treatment.when())) {
					return apply(treatment, access, decided);
				}
			}
		}
		return decided;
	}

	private Disposition apply(Treatment treatment, RegisterAccess access, Disposition decided) {
		return switch (treatment.kind()) {
		case DEFER -> deferred.orElseThrow();
		case REDIRECT -> new Disposition.Redirect(treatment.target().orElseThrow());
		case CACHED -> access.direction() == Direction.READ ? deferred.orElseThrow() : decided;
		};
	}
}
