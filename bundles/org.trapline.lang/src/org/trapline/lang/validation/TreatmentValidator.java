// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Inheritance;
import org.trapline.model.Cpu;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;
import org.trapline.model.Register;
import org.trapline.model.TreatedRegister;
import org.trapline.model.Treatment;
import org.trapline.model.TreatmentKind;

/** Treatments of register accesses by CPUs and mechanisms: whether the rules are consistent. */
public class TreatmentValidator extends PartialValidator {

	@Check
	public void redirectionsHaveTargets(Treatment treatment) {
		Set<Register> seen = new HashSet<>();
		for (TreatedRegister treated : treatment.getRegisters()) {
			boolean redirected = treatment.getKind() == TreatmentKind.REDIRECT;
			if (redirected != (treated.getTarget() != null)) {
				error(redirected ? "a redirected register needs the register that its accesses go to: add 'to REGISTER'"
						: "only a redirected register has a target: remove 'to …'", treated,
						ModelPackage.Literals.TREATED_REGISTER__REGISTER, ProblemCodes.REDIRECTION);
			}
			if (!seen.add(treated.getRegister())) {
				warning("'" + treated.getRegister().getName() + "' is already in this list: remove one", treated,
						ModelPackage.Literals.TREATED_REGISTER__REGISTER, ProblemCodes.DUPLICATE_NAME);
			}
		}
	}

	@Check
	public void redirectionsDoNotGoInCircles(Mechanism mechanism) {
		redirectionsDoNotGoInCircles(mechanism.getTreatments());
	}

	@Check
	public void redirectionsDoNotGoInCircles(Cpu cpu) {
		redirectionsDoNotGoInCircles(cpu.getTreatments());
	}

	private void redirectionsDoNotGoInCircles(List<Treatment> treatments) {
		Map<Register, TreatedRegister> redirected = new LinkedHashMap<>();
		for (Treatment treatment : treatments) {
			if (treatment.getKind() == TreatmentKind.REDIRECT) {
				treatment.getRegisters().stream().filter(treated -> !treated.getRegister().eIsProxy())
						.forEach(treated -> redirected.putIfAbsent(treated.getRegister(), treated));
			}
		}
		for (TreatedRegister first : redirected.values()) {
			List<String> way = new ArrayList<>(List.of(first.getRegister().getName()));
			Register next = first.getTarget();
			while (next != null && next != first.getRegister() && redirected.containsKey(next) && way.size() <= redirected.size()) {
				way.add(next.getName());
				next = redirected.get(next).getTarget();
			}
			if (next == first.getRegister() && next.getName() != null) {
				way.add(next.getName());
				error("accesses would be redirected in a circle: " + String.join(" to ", way) + "; remove one of these redirections", first,
						ModelPackage.Literals.TREATED_REGISTER__TARGET, ProblemCodes.CONTRADICTION);
			}
		}
	}

	@Check
	public void memoryAccessesHaveACost(Mechanism mechanism) {
		memoryAccessesHaveACost(mechanism.getTreatments(), mechanism.getDeferredCost() != null);
	}

	@Check
	public void memoryAccessesHaveACost(Cpu cpu) {
		memoryAccessesHaveACost(cpu.getTreatments(), Inheritance.deferredCost(cpu).isPresent());
	}

	/** A deferred access needs a cost. */
	private void memoryAccessesHaveACost(List<Treatment> treatments, boolean hasCost) {
		Optional<Treatment> first = treatments.stream().filter(treatment -> treatment.getKind() != TreatmentKind.REDIRECT).findFirst();
		if (!hasCost && first.isPresent()) {
			error("accesses to these registers are deferred to memory, and the cost of a deferred access is missing: add 'deferred access costs "
					+ "COST' before the first list of registers",
					first.get(), ModelPackage.Literals.TREATMENT__KIND, ProblemCodes.INCOMPLETE);
		}
	}

	/** Each register has a slot of its own in the deferred access page. */
	@Check
	public void offsetsAreUnique(Cpu cpu) {
		offsetsAreUnique(cpu.getTreatments());
	}

	@Check
	public void offsetsAreUnique(Mechanism mechanism) {
		offsetsAreUnique(mechanism.getTreatments());
	}

	private void offsetsAreUnique(List<Treatment> treatments) {
		Map<Long, Register> taken = new HashMap<>();
		for (Treatment treatment : treatments) {
			for (TreatedRegister treated : treatment.getRegisters()) {
				if (treated.getOffset() == null || treated.getRegister().eIsProxy()) {
					continue;
				}
				if (treatment.getKind() == TreatmentKind.REDIRECT) {
					error("a redirected register has no slot in the deferred access page: remove 'at …'", treated, ModelPackage.Literals.TREATED_REGISTER__OFFSET,
							ProblemCodes.REDIRECTION);
				}
				Register other = taken.putIfAbsent(Long.decode(treated.getOffset()), treated.getRegister());
				// All names of one register share its slot.
				if (other != null && !aliases(other, treated.getRegister())) {
					error("offset " + treated.getOffset() + " is that of '" + other.getName() + "' already", treated,
							ModelPackage.Literals.TREATED_REGISTER__OFFSET, ProblemCodes.CONTRADICTION);
				}
			}
		}
	}

	/** Whether both names are those of one register: for software that runs in one way and in another, told apart by what is after the last underscore. */
	private static boolean aliases(Register one, Register other) {
		return one == other || stem(one).isPresent() && stem(one).equals(stem(other));
	}

	private static Optional<String> stem(Register register) {
		return Optional.ofNullable(register.getName()).filter(name -> name.lastIndexOf('_') > 0).map(name -> name.substring(0, name.lastIndexOf('_')));
	}

	@Check
	public void mechanismDoesNotContradictItself(Mechanism mechanism) {
		treatmentsDoNotContradict(mechanism.getTreatments());
	}

	@Check
	public void cpuDoesNotContradictItself(Cpu cpu) {
		treatmentsDoNotContradict(cpu.getTreatments());
	}

	/** Under the same controls a register has one treatment: a second one would never apply. */
	private void treatmentsDoNotContradict(List<Treatment> treatments) {
		Map<List<Object>, Treatment> first = new HashMap<>();
		for (Treatment treatment : treatments) {
			for (TreatedRegister treated : treatment.getRegisters()) {
				Treatment other = first.putIfAbsent(List.of(treated.getRegister(), Set.copyOf(treatment.getWhen())), treatment);
				if (other != null && other != treatment) {
					error("'" + treated.getRegister().getName() + "' is '" + other.getKind() + "' already under the same controls: remove one",
							treated, ModelPackage.Literals.TREATED_REGISTER__REGISTER, ProblemCodes.CONTRADICTION);
				}
			}
		}
	}
}
