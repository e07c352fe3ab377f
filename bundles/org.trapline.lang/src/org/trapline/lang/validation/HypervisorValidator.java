// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Inheritance;
import org.trapline.lang.NearestName;
import org.trapline.model.Control;
import org.trapline.model.Cpu;
import org.trapline.model.Hypervisor;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;
import org.trapline.model.Operation;
import org.trapline.model.Placement;
import org.trapline.model.Routine;
import org.trapline.model.Step;
import org.trapline.model.TrapConfiguration;
import org.trapline.sim.isa.ExitCode;
import org.trapline.sim.spi.CpuModelFactory;

import jakarta.inject.Inject;

/** Hypervisors: whether their programs fit the inherited ones and the CPU that they are for. */
public class HypervisorValidator extends PartialValidator {

	@Inject
	private Factories factories;

	@Check
	public void routinesAreUnique(Hypervisor hypervisor) {
		Set<Object> seen = new HashSet<>();
		for (Routine routine : hypervisor.getRoutines()) {
			for (Object each : Inheritance.purposes(routine)) {
				if (!seen.add(each)) {
					error("hypervisor '" + hypervisor.getName() + "' has two routines for '"
							+ (each instanceof NamedElement named ? named.getName() : each) + "': remove one", routine,
							ModelPackage.Literals.ROUTINE__KIND, ProblemCodes.DUPLICATE_NAME);
				}
			}
		}
	}

	/** Refinements have an inherited routine, and name existing steps of it. */
	@Check
	public void refinementsFit(Routine routine) {
		Hypervisor hypervisor = (Hypervisor) routine.eContainer();
		if (!routine.isRefines()) {
			for (Step step : routine.getSteps()) {
				if (step.getPlacement() != Placement.LAST) {
					error("only a routine that refines an inherited one places its steps: write 'refine' before it, or remove '"
							+ step.getPlacement() + " \"" + step.getAnchor() + "\"'", step, ModelPackage.Literals.STEP__ANCHOR, ProblemCodes.REFINEMENT);
				}
			}
			if (!routine.getRemoves().isEmpty()) {
				error("only a routine that refines an inherited one removes steps: write 'refine' before it", ModelPackage.Literals.ROUTINE__REMOVES,
						0, ProblemCodes.REFINEMENT);
			}
			return;
		}
		for (Object purpose : Inheritance.purposes(routine)) {
			if (purpose instanceof NamedElement named && named.eIsProxy()) {
				return;
			}
			Optional<List<Step>> inherited = Inheritance.inherited(hypervisor, purpose);
			if (inherited.isEmpty()) {
				error("there is nothing to refine: hypervisor '" + hypervisor.getName() + "' inherits no routine for '"
						+ (purpose instanceof NamedElement named ? named.getName() : purpose) + "'; remove 'refine'", ModelPackage.Literals.ROUTINE__REFINES,
						ProblemCodes.REFINEMENT);
				return;
			}
			Set<String> titles = new LinkedHashSet<>();
			inherited.get().forEach(step -> titles.add(step.getTitle()));
			for (int i = 0; i < routine.getRemoves().size(); i++) {
				if (!titles.contains(routine.getRemoves().get(i))) {
					error(noStep(routine.getRemoves().get(i), titles), ModelPackage.Literals.ROUTINE__REMOVES, i, ProblemCodes.REFINEMENT);
				}
			}
			for (Step step : routine.getSteps()) {
				if (step.getAnchor() != null && !titles.contains(step.getAnchor())) {
					error(noStep(step.getAnchor(), titles), step, ModelPackage.Literals.STEP__ANCHOR, ProblemCodes.REFINEMENT);
				}
				titles.add(step.getTitle());
			}
		}
	}

	private static String noStep(String title, Set<String> titles) {
		return "the inherited routine has no step \"" + title + "\"" + NearestName.of(title, titles.stream().filter(Objects::nonNull).toList())
				.map(near -> "; did you mean \"" + near + "\"?").orElse("; it has " + titles);
	}

	@Check
	public void readsOnlyRegistersOfItsCpu(Hypervisor hypervisor) {
		Optional<Cpu> cpu = Inheritance.cpu(hypervisor);
		if (cpu.isEmpty() || cpu.get().eIsProxy()) {
			return;
		}
		Set<Control> has = Inheritance.controls(cpu.get());
		for (Routine routine : hypervisor.getRoutines()) {
			for (Step step : routine.getSteps()) {
				RegisterUse.missing(step, has).ifPresent(use -> error("cpu '" + cpu.get().getName() + "', which hypervisor '" + hypervisor.getName()
						+ "' is for, lacks " + use.register().getName() + ": it needs " + use.needed().getName() + ", so add 'when cpu has "
						+ use.needed().getName() + "' to the step", use.action(), ModelPackage.Literals.ACCESS_ACTION__TARGETS, use.index(),
						ProblemCodes.CPU_LACKS));
			}
		}
	}

	/** The exit codes of the reasons that a hypervisor handles are those of its CPU's architecture. */
	@Check
	public void handlesExitsThatThereAre(Routine routine) {
		Optional<Cpu> cpu = Inheritance.cpu((Hypervisor) routine.eContainer());
		Optional<CpuModelFactory> factory = cpu.flatMap(factories::of);
		if (factory.isEmpty()) {
			return;
		}
		List<ExitCode> known = factory.get().exitCodes();
		for (int i = 0; i < routine.getOperations().size(); i++) {
			Operation operation = routine.getOperations().get(i);
			String code = operation.getExitCode();
			if (code != null && known.stream().noneMatch(each -> each.number() == Integer.decode(code))) {
				error("operation '" + operation.getName() + "' exits with code " + code + ", which " + Inheritance.implementation(cpu.get()).orElseThrow()
						+ " does not know: correct the number after 'exit' where the operation is defined", ModelPackage.Literals.ROUTINE__OPERATIONS, i,
						ProblemCodes.UNKNOWN_EXIT);
			}
		}
	}

	@Check
	public void configurationsAreUnique(Hypervisor hypervisor) {
		Set<String> seen = new HashSet<>();
		for (TrapConfiguration configuration : hypervisor.getConfigurations()) {
			Control with = configuration.getGuestRunsWith();
			String guest = configuration.isHypervisor() ? "hypervisor" + (with == null ? "" : " with " + with.getName()) : "guest";
			if (!seen.add(guest)) {
				error("hypervisor '" + hypervisor.getName() + "' has two times 'configure " + guest + "': put them into one", configuration, null,
						ProblemCodes.DUPLICATE_NAME);
			}
		}
	}

	@Check
	public void configuresWhatItsCpuHas(Hypervisor hypervisor) {
		Optional<Cpu> cpu = Inheritance.cpu(hypervisor);
		if (cpu.isEmpty()) {
			error("hypervisor '" + hypervisor.getName() + "' does not say which CPU it needs: add 'for CPU'",
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
			return;
		}
		for (Control control : hypervisor.getRunsWith()) {
			if (!control.eIsProxy() && !cpu.get().eIsProxy() && !Inheritance.controls(cpu.get()).contains(control)) {
				error("hypervisor '" + hypervisor.getName() + "' runs with " + control.getName() + ", which cpu '"
						+ cpu.get().getName() + "' does not have: name a CPU that has it after 'for'",
						ModelPackage.Literals.HYPERVISOR__RUNS_WITH, ProblemCodes.CPU_LACKS);
			}
		}
	}
}
