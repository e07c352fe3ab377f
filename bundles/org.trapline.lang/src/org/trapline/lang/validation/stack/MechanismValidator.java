// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation.stack;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Sweeps;
import org.trapline.lang.validation.Factories;
import org.trapline.lang.validation.PartialValidator;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.validation.RequiredCosts;
import org.trapline.model.Control;
import org.trapline.model.Cpu;
import org.trapline.model.Experiment;
import org.trapline.model.Level;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;
import org.trapline.model.Pin;
import org.trapline.model.Platform;
import org.trapline.model.Stack;
import org.trapline.model.Sweep;
import org.trapline.model.SweptParameter;
import org.trapline.sim.spi.MechanismFactory;
import org.trapline.sim.spi.MechanismNeed;

import jakarta.inject.Inject;

/** Mechanisms: what they need and exclude, and where a stack does not pass them on; and the hardware threads that vCPUs can be pinned to. */
public class MechanismValidator extends PartialValidator {

	@Inject
	private Factories factories;

	@Inject
	private RequiredCosts requiredCosts;

	/** Properties that a plug-in needs to create the mechanism. */
	@Check
	public void mechanismSaysWhatItsImplementationNeeds(Mechanism mechanism) {
		Set<MechanismNeed> needs = factories.of(mechanism).map(MechanismFactory::needs).orElse(Set.of());
		String missing = needs.contains(MechanismNeed.EMULATED_CPU) && mechanism.getEmulates() == null ? "does not say which CPU it prototypes: add 'emulates CPU'"
				: needs.contains(MechanismNeed.CONTROLS) && mechanism.getHardware().isEmpty() && mechanism.getOffers().isEmpty() && mechanism.getTreatments().isEmpty()
								&& mechanism.getDeferredCost() == null
						? "does nothing: add 'hardware CONTROL', 'offers CONTROL' or treatments of registers" : null;
		if (missing != null) {
			error("mechanism '" + mechanism.getName() + "' " + missing, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
	}

	/** A prototyped CPU takes its costs as the machine's CPU does. */
	@Check
	public void prototypedCpusFindTheirCosts(Stack stack) {
		Optional<Platform> platform = Inheritance.platform(stack).filter(each -> each.getCpu() != null && !each.getCpu().eIsProxy());
		for (Mechanism mechanism : platform.isEmpty() ? List.<Mechanism>of() : Inheritance.mechanisms(stack)) {
			Cpu emulated = mechanism.eIsProxy() ? null : mechanism.getEmulates();
			if (emulated != null && !Inheritance.implementation(emulated).equals(Inheritance.implementation(platform.get().getCpu()))) {
				requiredCosts.problems(emulated, platform.get()).forEach(problem -> atMechanism(stack, mechanism, problem.message(),
						problem.ambiguous() ? ProblemCodes.AMBIGUOUS_NAME : ProblemCodes.COST_WITHOUT_VALUE));
			}
		}
	}

	@Check
	public void mechanismsGetWhatTheyNeed(Stack stack) {
		List<Mechanism> used = Inheritance.mechanisms(stack);
		Set<Control> machine = Inheritance.platform(stack).map(Platform::getCpu).filter(cpu -> !cpu.eIsProxy()).map(Inheritance::controls).orElse(null);
		for (Mechanism mechanism : used) {
			if (mechanism.eIsProxy()) {
				continue;
			}
			for (Mechanism needed : mechanism.getNeeds()) {
				if (!needed.eIsProxy() && !used.contains(needed)) {
					atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' needs '" + needed.getName() + "': add it after 'mechanism'",
							ProblemCodes.MECHANISM_NEEDS, needed.getName());
				}
			}
			List<Control> lacking = mechanism.getNeedsControls().stream().filter(control -> !control.eIsProxy())
					.filter(control -> machine != null && !machine.contains(control) && used.stream().noneMatch(other -> other.getHardware().contains(control)))
					.toList();
			if (!lacking.isEmpty()) {
				atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' needs a cpu with " + names(lacking) + ", and platform '"
						+ Inheritance.platform(stack).orElseThrow().getName() + "' has " + Inheritance.platform(stack).orElseThrow().getCpu().getName(),
						ProblemCodes.MECHANISM_CPU);
			}
			needsThreads(stack, mechanism);
			for (Mechanism excluded : mechanism.getExcludes()) {
				if (used.contains(excluded)) {
					atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' does not go together with '" + excluded.getName()
							+ "': remove one of them", ProblemCodes.MECHANISM_EXCLUDES);
				}
			}
		}
	}

	private void needsThreads(Stack stack, Mechanism mechanism) {
		Optional<Platform> platform = Inheritance.platform(stack);
		if (platform.isEmpty()) {
			return;
		}
		int threads = Math.max(1, platform.get().getThreads());
		int needed = neededThreads(mechanism);
		if (needed > threads) {
			atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' needs " + needed + " hardware threads on a core, and platform '"
					+ platform.get().getName() + "' has " + threads + ": write 'threads " + needed + "' there", ProblemCodes.THREADS);
		} else if (mechanism.isTakesSibling() && Inheritance.slowdown(platform.get(), mechanism.getWaits()).isEmpty()) {
			atMechanism(stack, mechanism, "platform '" + platform.get().getName()
					+ "' does not say how much a sibling thread slows work down while it waits by '" + mechanism.getWaits()
					+ "': add 'siblings NAME' there, with '" + mechanism.getWaits() + " 5 % assumed \"…\"'", ProblemCodes.THREADS);
		}
	}

	private int neededThreads(Mechanism mechanism) {
		return Math.max(mechanism.getNeedsThreads(), factories.of(mechanism).map(MechanismFactory::requiredThreads).orElse(1));
	}

	/** The threads of an experiment's sweep have to suffice for the mechanisms of its stacks. */
	@Check
	public void sweptThreadsAreEnough(Experiment experiment) {
		for (int i = 0; i < experiment.getSweeps().size(); i++) {
			Sweep sweep = experiment.getSweeps().get(i);
			if (sweep.getCost() == null && sweep.getParameter() == SweptParameter.THREADS
					&& (Sweeps.isRange(sweep) || !sweep.getValues().isEmpty())) {
				BigDecimal least = Sweeps.isRange(sweep) ? sweep.getFrom() : Collections.min(sweep.getValues());
				Set<Stack> stacks = new LinkedHashSet<>(experiment.getStacks());
				Optional.ofNullable(experiment.getBaseline()).ifPresent(stacks::add);
				for (Stack stack : stacks) {
					threadsAreEnough(stack, least, i);
				}
			}
		}
	}

	private void threadsAreEnough(Stack stack, BigDecimal least, int sweep) {
		for (Mechanism mechanism : stack.eIsProxy() ? List.<Mechanism>of() : Inheritance.mechanisms(stack)) {
			if (!mechanism.eIsProxy() && least.compareTo(BigDecimal.valueOf(neededThreads(mechanism))) < 0) {
				error("stack '" + stack.getName() + "' cannot run with threads = " + least.toPlainString() + ": its mechanism '" + mechanism.getName()
						+ "' needs "
						+ neededThreads(mechanism) + " hardware threads on a core; sweep from there on, or leave the stack "
						+ "out", ModelPackage.Literals.EXPERIMENT__SWEEPS, sweep,
						ProblemCodes.THREADS);
				return;
			}
		}
	}

	/** vCPUs are pinned to existing hardware threads, one to each, and not to those that a mechanism uses. */
	@Check
	public void pinsFit(Stack stack) {
		Optional<Platform> platform = Inheritance.platform(stack);
		if (platform.isEmpty()) {
			return;
		}
		int threads = Math.max(1, platform.get().getThreads());
		Optional<Mechanism> takesSibling = Inheritance.mechanisms(stack).stream().filter(each -> !each.eIsProxy() && each.isTakesSibling()).findFirst();
		Set<String> levels = new HashSet<>(Inheritance.levels(stack).keySet());
		Inheritance.guest(stack).ifPresent(levels::add);
		levels.remove("L0");
		Map<List<Integer>, Pin> byThread = new HashMap<>();
		Map<Integer, Pin> byCore = new HashMap<>();
		Map<String, Pin> byVcpu = new HashMap<>();
		for (Pin pin : Inheritance.pins(stack)) {
			if (!levels.contains(pin.getLevel())) {
				atPin(stack, pin, "stack '" + stack.getName() + "' has no virtual machine at " + pin.getLevel() + " whose vCPU could be pinned",
						ModelPackage.Literals.PIN__LEVEL);
			}
			if (platform.get().getCores() > 0 && pin.getCore() >= platform.get().getCores()) {
				atPin(stack, pin, "platform '" + platform.get().getName() + "' has the cores 0 to " + (platform.get().getCores() - 1) + ", not "
						+ pin.getCore(),
						ModelPackage.Literals.PIN__CORE);
			} else if (pin.getThread() >= threads) {
				atPin(stack, pin, "a core of platform '" + platform.get().getName() + "' has " + (threads == 1 ? "one hardware thread, 0"
						: "the hardware threads 0 to " + (threads - 1)) + ", not " + pin.getThread(), ModelPackage.Literals.PIN__THREAD);
			}
			Pin before = byVcpu.putIfAbsent(text(pin), pin);
			if (before != null) {
				atPin(stack, pin, text(pin) + " is pinned to core " + before.getCore() + ", thread " + before.getThread() + " already: remove one of both",
						ModelPackage.Literals.PIN__VCPU);
			}
			Pin other = byThread.putIfAbsent(List.of(pin.getCore(), pin.getThread()), pin);
			if (other != null && other != before && !isNested(other, pin)) {
				atPin(stack, pin, "core " + pin.getCore() + ", thread " + pin.getThread() + " is given to " + text(other) + " already: "
						+ (threads == 1 ? "take another core, or a platform with more threads ('threads 2')" : "take another thread of it, 0 to "
						+ (threads - 1) + ", or another core"),
						ModelPackage.Literals.PIN__THREAD);
			}
			Pin sibling = byCore.putIfAbsent(pin.getCore(), pin);
			if (sibling != null && sibling.getThread() != pin.getThread() && takesSibling.isPresent()) {
				atPin(stack, pin, "the sibling of " + text(sibling) + " on core " + pin.getCore() + " is taken by mechanism '" + takesSibling.get().getName()
						+ "': it cannot be given to " + text(pin) + " too; pin that to another core", ModelPackage.Literals.PIN__THREAD);
			}
		}
	}

	/** At the pin where the stack itself has it; else at the name of a stack that changes what the pin is for. */
	private void atPin(Stack stack, Pin pin, String message, EStructuralFeature feature) {
		if (pin.eContainer() == stack) {
			error(message, pin, feature, ProblemCodes.THREADS);
		} else if (stack.getPlatform() != null || !stack.getLevels().isEmpty() || !stack.getMechanisms().isEmpty()) {
			error(message, stack, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.THREADS);
		}
	}

	/** A vCPU of a nested VM runs on the vCPU of its hypervisor: on the same hardware thread, that is. */
	private static boolean isNested(Pin one, Pin other) {
		return !one.getLevel().equals(other.getLevel());
	}

	private static String text(Pin pin) {
		return "vCPU " + pin.getVcpu() + " of " + pin.getLevel();
	}

	@Check
	public void whatIsLeftOutIsUsed(Level level) {
		Stack stack = (Stack) level.eContainer();
		for (int i = 0; i < level.getWithout().size(); i++) {
			Mechanism mechanism = level.getWithout().get(i);
			if (mechanism.eIsProxy()) {
				continue;
			}
			if (!Inheritance.mechanisms(stack).contains(mechanism)) {
				error("stack '" + stack.getName() + "' does not use '" + mechanism.getName()
						+ "', so that 'without' has no effect; remove it here, or add it after 'mechanism'",
						ModelPackage.Literals.LEVEL__WITHOUT, i, ProblemCodes.NOT_PASSED_ON, mechanism.getName());
			} else {
				warning(level.getName() + " does not pass '" + mechanism.getName() + "' on: no level above " + level.getName()
						+ " has it; remove 'without " + mechanism.getName() + "' if that is not intended", ModelPackage.Literals.LEVEL__WITHOUT, i,
						ProblemCodes.NOT_PASSED_ON, mechanism.getName());
			}
		}
	}

	/** A hypervisor that does not use what a mechanism offers runs as without it: the mechanism has no effect above it. */
	@Check
	public void hypervisorsKnowWhatTheyAreOffered(Stack stack) {
		List<Level> levels = List.copyOf(Inheritance.levels(stack).values());
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			if (mechanism.eIsProxy() || levels.stream().anyMatch(level -> level.getHypervisor().eIsProxy())) {
				continue;
			}
			Inheritance.without(stack, mechanism).stream().findFirst().map(levels::get)
					.filter(level -> !Inheritance.knows(level.getHypervisor(), mechanism) && !level.getWithout().contains(mechanism))
					.ifPresent(level -> warning(level.getName() + " (" + level.getHypervisor().getName() + ") does not use what mechanism '"
							+ mechanism.getName() + "' offers (" + names(mechanism.getOffers()) + "): no level above " + level.getName()
							+ " has it; choose a hypervisor that asks 'cpu has " + mechanism.getOffers().get(0).getName() + "'",
							level.eContainer() == stack ? level : stack, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.NOT_PASSED_ON));
		}
	}
}
