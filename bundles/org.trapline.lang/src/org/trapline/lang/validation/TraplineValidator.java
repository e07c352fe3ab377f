// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.ComposedChecks;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Contribution;
import org.trapline.catalog.Library;
import org.trapline.catalog.Parameter;
import org.trapline.lang.Inheritance;
import org.trapline.lang.NearestName;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.lang.scoping.Imports;
import org.trapline.model.ConfiguredControl;
import org.trapline.model.Control;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Cpu;
import org.trapline.model.Demand;
import org.trapline.model.Device;
import org.trapline.model.Element;
import org.trapline.model.Experiment;
import org.trapline.model.Hypervisor;
import org.trapline.model.Import;
import org.trapline.model.Level;
import org.trapline.model.Mechanism;
import org.trapline.model.Metric;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;
import org.trapline.model.Operation;
import org.trapline.model.OperationAction;
import org.trapline.model.OperationRole;
import org.trapline.model.Placement;
import org.trapline.model.Platform;
import org.trapline.model.ReferencePair;
import org.trapline.model.ReferenceUse;
import org.trapline.model.Register;
import org.trapline.model.RegisterGroup;
import org.trapline.model.Routine;
import org.trapline.model.RoutineKind;
import org.trapline.model.SiblingSlowdown;
import org.trapline.model.Stack;
import org.trapline.model.Status;
import org.trapline.model.Step;
import org.trapline.model.TrapConfiguration;
import org.trapline.model.TraplineModel;
import org.trapline.model.TreatedRegister;
import org.trapline.model.Treatment;
import org.trapline.model.TreatmentKind;
import org.trapline.model.Unit;
import org.trapline.sim.isa.ExitCode;
import org.trapline.sim.stack.VirtualMachineStack;

import jakarta.inject.Inject;

/**
 * What makes a model right beyond its syntax and its names. Each message names the thing and the way out; the codes are
 * in {@link ProblemCodes}.
 */
@ComposedChecks(validators = { MechanismValidator.class, ToleranceValidator.class, WorkloadValidator.class, FlowValidator.class,
		PlanValidator.class })
public class TraplineValidator extends AbstractTraplineValidator {

	/** The most hypervisors on each other: that of the engine. */
	private static final int MOST_LEVELS = VirtualMachineStack.MOST_LEVELS;
	/** The largest cost: far beyond any, and its cycles fit a {@code long} at any clock. */
	private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

	@Inject
	private Imports imports;

	@Inject
	private Catalog catalog;

	@Inject
	private IScopeProvider scopes;

	// ------------------------------------------------------------------------------------------- files and names

	@Check
	public void importExists(Import imported) {
		String text = imported.getImportURI();
		Optional<URI> uri = imports.resolve(text, imported.eResource());
		if (uri.isPresent() && EcoreUtil2.isValidUri(imported, uri.get())) {
			// Also an import that nothing refers to belongs to the study: who checks it finds it in the resource set.
			imported.eResource().getResourceSet().getResource(uri.get(), true);
			return;
		}
		String message = text != null && imports.isFile(text) ? "the file '" + text + "' does not exist beside this one"
				: "no plug-in has the library '" + text + "'; installed: "
						+ catalog.libraries().stream().map(Library::name).collect(Collectors.joining(", "))
						+ "; the import of a file ends in " + Imports.FILE_ENDING;
		error(message, ModelPackage.Literals.IMPORT__IMPORT_URI, ProblemCodes.UNKNOWN_IMPORT);
	}

	@Check
	public void importIsTheFirstOfItsFile(Import imported) {
		Optional<URI> uri = imports.resolve(imported.getImportURI(), imported.eResource());
		List<Import> all = ((TraplineModel) imported.eContainer()).getImports();
		if (uri.isPresent() && all.subList(0, all.indexOf(imported)).stream().anyMatch(before -> imports.resolve(before.getImportURI(), imported.eResource()).equals(uri))) {
			warning("'" + imported.getImportURI() + "' is imported already: remove one", ModelPackage.Literals.IMPORT__IMPORT_URI, ProblemCodes.DUPLICATE_NAME);
		}
	}

	@Check
	public void namesAreUnique(TraplineModel model) {
		Map<String, EObject> seen = new HashMap<>();
		for (Element element : model.getElements()) {
			requireUnique(element, seen);
			if (element instanceof RegisterGroup group) {
				group.getRegisters().forEach(register -> requireUnique(register, seen));
			}
		}
	}

	private void requireUnique(NamedElement element, Map<String, EObject> seen) {
		if (element.getName() == null) {
			return;
		}
		// A workload may well be named like the operation it does: they are never meant at the same place.
		EObject first = seen.putIfAbsent((element instanceof Register ? "Register" : element.eClass().getName()) + " " + element.getName(), element);
		if (first != null) {
			error("there is already a " + words(element) + " named '" + element.getName() + "' in this file: give one of them another name",
					element, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.DUPLICATE_NAME);
		}
	}

	private static String words(EObject element) {
		return element.eClass().getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
	}

	@Check
	public void cpuDoesNotExtendItself(Cpu cpu) {
		doesNotExtendItself(cpu, Cpu::getSuperCpu, ModelPackage.Literals.CPU__SUPER_CPU);
	}

	@Check
	public void tableDoesNotExtendItself(CostTable table) {
		doesNotExtendItself(table, CostTable::getSuperTable, ModelPackage.Literals.COST_TABLE__SUPER_TABLE);
	}

	@Check
	public void stackDoesNotExtendItself(Stack stack) {
		doesNotExtendItself(stack, Stack::getSuperStack, ModelPackage.Literals.STACK__SUPER_STACK);
	}

	private <T extends NamedElement> void doesNotExtendItself(T element, UnaryOperator<T> parent, EStructuralFeature feature) {
		if (parent.apply(element) != null && Inheritance.extendsItself(element, parent)) {
			error(words(element) + " '" + element.getName() + "' extends itself: remove one 'extends'", feature, ProblemCodes.CYCLE);
		}
	}

	// ------------------------------------------------------------------------------------------- contributions

	@Check
	public void cpuIsImplemented(Cpu cpu) {
		Optional<String> id = Inheritance.implementation(cpu);
		if (id.isEmpty()) {
			error("cpu '" + cpu.getName() + "' has no implementation: extend a CPU that has one, or name one of "
					+ ids(catalog.cpus()), ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.UNKNOWN_IMPLEMENTATION);
		} else if (cpu.getImplementation() != null && catalog.cpu(cpu.getImplementation()).isEmpty()) {
			error("no plug-in contributes the CPU implementation '" + cpu.getImplementation() + "'; installed: " + ids(catalog.cpus()),
					ModelPackage.Literals.CPU__IMPLEMENTATION, ProblemCodes.UNKNOWN_IMPLEMENTATION);
		}
	}

	@Check
	public void mechanismIsImplemented(Mechanism mechanism) {
		String id = mechanism.getImplementation();
		if (id != null && catalog.mechanism(id).isEmpty()) {
			error("no plug-in contributes the mechanism implementation '" + id + "'; installed: " + ids(catalog.mechanisms()),
					ModelPackage.Literals.MECHANISM__IMPLEMENTATION, ProblemCodes.UNKNOWN_IMPLEMENTATION);
		}
	}

	private static String ids(List<Contribution> contributions) {
		return contributions.isEmpty() ? "none"
				: contributions.stream().map(Contribution::id).collect(Collectors.joining(", "));
	}

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

	/** In the page that deferred accesses go to, each register has a place of its own. */
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
					error("a redirected register has no place in the page: remove 'at …'", treated, ModelPackage.Literals.TREATED_REGISTER__OFFSET,
							ProblemCodes.REDIRECTION);
				}
				Register other = taken.putIfAbsent(Long.decode(treated.getOffset()), treated.getRegister());
				// The names that a register has for hypervisors with and without VHE share its place.
				if (other != null && !aliases(other, treated.getRegister())) {
					error("offset " + treated.getOffset() + " is that of '" + other.getName() + "' already", treated,
							ModelPackage.Literals.TREATED_REGISTER__OFFSET, ProblemCodes.CONTRADICTION);
				}
			}
		}
	}

	private static boolean aliases(Register one, Register other) {
		return stem(one).equals(stem(other));
	}

	private static String stem(Register register) {
		return String.valueOf(register.getName()).replaceAll("_EL\\d+$", "");
	}

	@Check
	public void mechanismDoesNotContradictItself(Mechanism mechanism) {
		treatmentsDoNotContradict(mechanism.getTreatments());
	}

	@Check
	public void cpuDoesNotContradictItself(Cpu cpu) {
		treatmentsDoNotContradict(cpu.getTreatments());
	}

	/** Under the same controls a register has one treatment: of two, the second would never hold. */
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

	// ------------------------------------------------------------------------------------------- costs

	@Check
	public void costSaysWhereItComesFrom(CostValue value) {
		boolean fitted = value.getStatus() == Status.FITTED;
		if (fitted && value.getFits().isEmpty()) {
			error("a fitted cost says what it was fitted to: add 'to REFERENCE(WORKLOAD, CONFIGURATION, METRIC)'",
					ModelPackage.Literals.COST_VALUE__STATUS, ProblemCodes.PROVENANCE);
		} else if (!fitted && !value.getFits().isEmpty()) {
			error("only a fitted cost is fitted to published values: write 'fitted', or remove 'to …'",
					ModelPackage.Literals.COST_VALUE__STATUS, ProblemCodes.PROVENANCE);
		} else if (!fitted && (value.getSource() == null || value.getSource().isBlank())) {
			error("a cost says where its number comes from: add the publication, computation or reason in quotes",
					ModelPackage.Literals.COST_VALUE__STATUS, ProblemCodes.PROVENANCE);
		}
	}

	@Check
	public void costIsSetOnce(CostTable table) {
		Set<Cost> seen = new HashSet<>();
		for (CostSetting setting : table.getSettings()) {
			if (!setting.getCost().eIsProxy() && !seen.add(setting.getCost())) {
				error("'" + setting.getCost().getName() + "' has a value in this table already: remove one", setting,
						ModelPackage.Literals.COST_SETTING__COST, ProblemCodes.DUPLICATE_NAME);
			}
		}
	}

	/** Plug-ins bound what they take; the bound is theirs whoever sets the cost. */
	@Check
	public void costIsWithinBounds(CostValue value) {
		if (value.eContainer() instanceof SiblingSlowdown || value.eContainer() instanceof Demand) {
			return;
		}
		Cost cost = value.eContainer() instanceof CostSetting setting ? setting.getCost() : (Cost) value.eContainer();
		for (Contribution contribution : contributions()) {
			for (Parameter parameter : contribution.parameters()) {
				if (parameter.name().equals(cost.getName()) && value.getUnit() == Unit.CYCLES
						&& isWhole(value.getAmount()) && !parameter.admits(value.getAmount().longValueExact())) {
					error(contribution.name() + " takes " + bounds(parameter) + " " + parameter.unit() + " for '" + cost.getName() + "', not "
							+ value.getAmount().toPlainString(), ModelPackage.Literals.QUANTITY__AMOUNT, ProblemCodes.OUT_OF_BOUNDS);
				}
			}
		}
	}

	@Check
	public void cyclesAreWhole(CostValue value) {
		Dimension dimension = Quantities.dimension(value.getUnit());
		if (value.eContainer() instanceof Demand) {
			return;
		}
		if (value.eContainer() instanceof SiblingSlowdown) {
			if (dimension != Dimension.RATIO) {
				error("how much longer work takes is a share of it, in " + Dimension.RATIO.units() + ", not in " + value.getUnit(),
						ModelPackage.Literals.QUANTITY__UNIT, ProblemCodes.UNIT);
			}
		} else if (dimension != Dimension.CYCLES && dimension != Dimension.TIME) {
			error("a cost is in cycles, or a time in " + Dimension.TIME.units() + ", not in " + value.getUnit(), ModelPackage.Literals.QUANTITY__UNIT,
					ProblemCodes.UNIT);
		} else if (value.getUnit() == Unit.CYCLES && !isWhole(value.getAmount())) {
			error("cycles are whole: round " + value.getAmount().toPlainString() + ", or give the time in ns or us",
					ModelPackage.Literals.QUANTITY__AMOUNT, ProblemCodes.OUT_OF_BOUNDS);
		} else if (value.getAmount().compareTo(MOST) > 0) {
			error("a cost of " + value.getAmount().toPlainString() + " is beyond " + MOST.toPlainString() + ", the most one can be",
					ModelPackage.Literals.QUANTITY__AMOUNT, ProblemCodes.OUT_OF_BOUNDS);
		}
	}

	private static boolean isWhole(BigDecimal amount) {
		return amount.stripTrailingZeros().scale() <= 0;
	}

	private List<Contribution> contributions() {
		List<Contribution> all = new ArrayList<>(catalog.cpus());
		all.addAll(catalog.mechanisms());
		return all;
	}

	private static String bounds(Parameter parameter) {
		if (parameter.minimum().isPresent() && parameter.maximum().isPresent()) {
			return parameter.minimum().getAsLong() + " to " + parameter.maximum().getAsLong();
		}
		return parameter.minimum().isPresent() ? "at least " + parameter.minimum().getAsLong()
				: "at most " + parameter.maximum().getAsLong();
	}

	// ------------------------------------------------------------------------------------------- hypervisors

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

	/** Refinements refine something, and name steps that are there. */
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

	/** The exit codes of what a hypervisor handles are those of its CPU's architecture. */
	@Check
	public void handlesExitsThatThereAre(Routine routine) {
		Optional<String> implementation = Inheritance.cpu((Hypervisor) routine.eContainer()).flatMap(Inheritance::implementation);
		if (implementation.isEmpty() || catalog.cpu(implementation.get()).isEmpty()) {
			return;
		}
		List<ExitCode> known = catalog.cpuFactory(implementation.get()).exitCodes();
		for (int i = 0; i < routine.getOperations().size(); i++) {
			Operation operation = routine.getOperations().get(i);
			String code = operation.getExitCode();
			if (code != null && known.stream().noneMatch(each -> each.number() == Integer.decode(code))) {
				error("operation '" + operation.getName() + "' exits with code " + code + ", which " + implementation.get()
						+ " does not know: correct the number after 'exit' where the operation is defined", ModelPackage.Literals.ROUTINE__OPERATIONS, i,
						ProblemCodes.UNKNOWN_EXIT);
			}
		}
	}

	@Check
	public void hypervisorDoesNotExtendItself(Hypervisor hypervisor) {
		doesNotExtendItself(hypervisor, Hypervisor::getSuperHypervisor, ModelPackage.Literals.HYPERVISOR__SUPER_HYPERVISOR);
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

	// ------------------------------------------------------------------------------------------- platforms and stacks

	@Check
	public void platformIsComplete(Platform platform) {
		List<String> missing = new ArrayList<>();
		if (platform.getCpu() == null) {
			missing.add("'cpu CPU'");
		}
		if (platform.getClock() == null) {
			missing.add("'clock 2.4 GHz'");
		}
		if (platform.getCosts() == null) {
			missing.add("'costs TABLE'");
		}
		if (!missing.isEmpty()) {
			error("platform '" + platform.getName() + "' is not complete: add " + String.join(" and ", missing),
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
		Units.problem(platform.getClock(), ModelPackage.Literals.PLATFORM__CLOCK, Dimension.FREQUENCY)
				.ifPresent(message -> error(message, ModelPackage.Literals.PLATFORM__CLOCK, ProblemCodes.UNIT));
		if (platform.getClock() != null) {
			Units.problemOfClock(platform.getClock().getAmount(), platform.getClock().getUnit())
					.ifPresent(message -> error(message, ModelPackage.Literals.PLATFORM__CLOCK, ProblemCodes.OUT_OF_BOUNDS));
		}
	}

	/** A number that is missing has a meaning of its own; one that is given says how many there are. */
	@Check
	public void machineHasCoresAndThreads(Platform platform) {
		atLeastOne(platform, platform.getCores(), ModelPackage.Literals.PLATFORM__CORES, "platform '" + platform.getName() + "' has at least one core: write 'cores 1'");
		atLeastOne(platform, platform.getThreads(), ModelPackage.Literals.PLATFORM__THREADS,
				"a core of platform '" + platform.getName() + "' has at least one hardware thread: write 'threads 1'");
		for (Device device : platform.getDevices()) {
			atLeastOne(device, device.getFunctions(), ModelPackage.Literals.DEVICE__FUNCTIONS, "device '" + device.getName() + "' has at least one function: write 'functions 1'");
		}
	}

	private void atLeastOne(EObject element, int number, EStructuralFeature feature, String message) {
		if (number < 1 && !NodeModelUtils.findNodesForFeature(element, feature).isEmpty()) {
			error(message, element, feature, ProblemCodes.OUT_OF_BOUNDS);
		}
	}

	@Check
	public void mechanismsAreNamedOnce(Stack stack) {
		once(stack.getMechanisms(), stack, ModelPackage.Literals.STACK__MECHANISMS, "mechanism", "stack");
	}

	@Check
	public void stackIsComplete(Stack stack) {
		if (stack.getSuperStack() != null && (Inheritance.extendsItself(stack, Stack::getSuperStack) || inheritsFromUnknown(stack))) {
			return;
		}
		List<String> missing = new ArrayList<>();
		if (Inheritance.platform(stack).isEmpty()) {
			missing.add("'on PLATFORM' before the brace");
		}
		if (Inheritance.hypervisors(stack).isEmpty()) {
			missing.add("'L0 HYPERVISOR'");
		}
		if (Inheritance.guest(stack).isEmpty()) {
			missing.add("'guest L" + Math.max(1, Inheritance.hypervisors(stack).size()) + "'");
		}
		if (!missing.isEmpty()) {
			error("stack '" + stack.getName() + "' is not complete: add " + String.join(" and ", missing),
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
	}

	/** Whether what a stack may inherit is not known: that is reported where it is named. */
	private static boolean inheritsFromUnknown(Stack stack) {
		Stack each = stack;
		while (each.getSuperStack() != null) {
			each = each.getSuperStack();
		}
		return each.eIsProxy();
	}

	/** Whether a stack has its machine and its levels from the one it extends, where their problems are reported. */
	private static boolean inheritsLevels(Stack stack) {
		return stack.getSuperStack() != null && stack.getLevels().isEmpty() && stack.getGuest() == null && stack.getPlatform() == null;
	}

	/** Levels count from L0 without a gap, and the guest is one above the last hypervisor. */
	@Check
	public void levelsDoNotSkip(Stack stack) {
		if (inheritsLevels(stack)) {
			return;
		}
		Set<String> own = new HashSet<>();
		for (Level level : stack.getLevels()) {
			if (!own.add(level.getName())) {
				error("stack '" + stack.getName() + "' gives " + level.getName() + " twice: remove one", level,
						ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
				return;
			}
		}
		Collection<String> names = Inheritance.hypervisors(stack).keySet();
		int expected = 0;
		for (String name : names) {
			if (!name.equals("L" + expected)) {
				Optional<Level> level = stack.getLevels().stream().filter(each -> name.equals(each.getName())).findFirst();
				String message = "stack '" + stack.getName() + "' has " + name + " where L" + expected
						+ " belongs: levels count from L0 without a gap";
				if (level.isPresent()) {
					error(message, level.get(), ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
				} else {
					error(message, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
				}
				return;
			}
			expected++;
		}
		Optional<String> guest = Inheritance.guest(stack);
		if (expected > 0 && guest.isPresent() && !guest.get().equals("L" + expected)) {
			error("the guest of stack '" + stack.getName() + "' runs at L" + expected + ", right above its last hypervisor, not at "
					+ guest.get() + ": write 'guest L" + expected + "', or add the levels between",
					stack.getGuest() != null ? ModelPackage.Literals.STACK__GUEST : ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
		}
	}

	@Check
	public void cpuCarriesStack(Stack stack) {
		Optional<Platform> platform = Inheritance.platform(stack);
		if (platform.isEmpty() || platform.get().getCpu() == null || platform.get().getCpu().eIsProxy()) {
			return;
		}
		Cpu machine = platform.get().getCpu();
		Cpu cpu = Inheritance.cpuForGuests(stack).orElse(machine);
		if (cpu.eIsProxy()) {
			return;
		}
		List<Hypervisor> hypervisors = List.copyOf(Inheritance.hypervisors(stack).values());
		if (hypervisors.stream().anyMatch(EObject::eIsProxy)) {
			return;
		}
		String on = "platform '" + platform.get().getName() + "' has " + machine.getName();
		if (!inheritsLevels(stack) || cpu != machine) {
			cpuCarriesHypervisors(stack, hypervisors, cpu, cpu == machine ? on : on + ", emulated as " + cpu.getName());
		}
		cpuTakesMechanisms(stack, machine, cpu, on);
	}

	/** One message a stack: what the next level lacks may come with what this one lacks. */
	private void cpuCarriesHypervisors(Stack stack, List<Hypervisor> hypervisors, Cpu cpu, String on) {
		List<Set<Control>> cpus = Inheritance.cpus(stack);
		for (int level = 0; level < hypervisors.size(); level++) {
			Hypervisor hypervisor = hypervisors.get(level);
			String who = "L" + level + " (" + hypervisor.getName() + ")";
			Optional<Cpu> needed = Inheritance.cpu(hypervisor);
			if (needed.isPresent() && !needed.get().eIsProxy() && !Inheritance.is(cpu, needed.get())) {
				error(who + " needs a cpu " + needed.get().getName() + " or later, and " + on, stack,
						ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.CPU_LACKS);
				return;
			}
			if (level > 0) {
				Set<Control> lacking = new LinkedHashSet<>(controlsForGuestHypervisor(hypervisors.get(level - 1), hypervisor));
				lacking.removeAll(cpus.get(level - 1));
				if (!lacking.isEmpty()) {
					int below = level - 1;
					String reason = Inheritance.controls(cpu).containsAll(lacking)
							? "its levels below L" + below + " hide that from L" + below + " (" + hypervisors.get(below).getName() + ")" : on;
					error(who + " in a VM needs a cpu with nested virtualization (" + names(lacking) + "), and " + reason, stack,
							ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.CPU_LACKS);
					return;
				}
			}
			Set<Control> sees = cpus.get(level);
			Optional<String> missing = once(List.of("registers", hypervisor, sees), () -> RegisterUse.missing(hypervisor, sees));
			if (missing.isPresent()) {
				error(who + " " + missing.get(), stack, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.CPU_LACKS);
				return;
			}
		}
	}

	private static String names(Collection<? extends NamedElement> elements) {
		return elements.stream().map(NamedElement::getName).collect(Collectors.joining(", "));
	}

	private void cpuTakesMechanisms(Stack stack, Cpu machine, Cpu emulated, String on) {
		List<Mechanism> mechanisms = inheritsLevels(stack) ? stack.getMechanisms() : Inheritance.mechanisms(stack);
		for (Mechanism mechanism : mechanisms) {
			// What prototypes a CPU runs on the machine's own; every other mechanism works on what the guest hypervisors see.
			Cpu cpu = mechanism.eIsProxy() || mechanism.getEmulates() != null ? machine : emulated;
			if (!mechanism.eIsProxy() && !mechanism.getCpu().eIsProxy() && !Inheritance.is(cpu, mechanism.getCpu())) {
				String message = "mechanism '" + mechanism.getName() + "' needs a cpu " + mechanism.getCpu().getName() + " or later, and " + on;
				int index = stack.getMechanisms().indexOf(mechanism);
				if (index >= 0) {
					error(message, ModelPackage.Literals.STACK__MECHANISMS, index, ProblemCodes.MECHANISM_CPU);
				} else {
					error(message, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.MECHANISM_CPU);
				}
			}
		}
	}

	/** A hypervisor runs another one when it handles the instruction by which that enters its guest, as what offers nested virtualization does. */
	@Check
	public void hypervisorsCanRunTheirGuests(Stack stack) {
		List<Hypervisor> hypervisors = List.copyOf(Inheritance.hypervisors(stack).values());
		if (inheritsLevels(stack) && stack.getPlatform() == null || hypervisors.stream().anyMatch(EObject::eIsProxy)) {
			return;
		}
		for (int level = 0; level + 1 < hypervisors.size(); level++) {
			Hypervisor parent = hypervisors.get(level);
			Hypervisor guest = hypervisors.get(level + 1);
			Optional<Operation> unhandled = entry(guest).filter(entry -> traps(entry, parent, guest) && !Inheritance.routines(parent).containsKey(entry));
			if (unhandled.isPresent()) {
				error("L" + level + " (" + parent.getName() + ") cannot run L" + (level + 1) + " (" + guest.getName() + "): it has no handler for "
						+ unhandled.get().getName() + ", by which that enters its guest; take a hypervisor with nested virtualization at L" + level
						+ handling(stack, parent, unhandled.get()), stack, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.NO_HANDLER);
				return;
			}
		}
	}

	/** The operation by which a hypervisor enters its guest. */
	private static Optional<Operation> entry(Hypervisor hypervisor) {
		return Optional.ofNullable(Inheritance.routines(hypervisor).get(RoutineKind.ENTER)).stream().flatMap(routine -> routine.steps().stream())
				.flatMap(step -> step.getActions().stream()).filter(OperationAction.class::isInstance)
				.flatMap(action -> ((OperationAction) action).getOperations().stream())
				.filter(operation -> !operation.eIsProxy() && operation.getRole() == OperationRole.ENTERS).findFirst();
	}

	/** Whether an operation of a guest hypervisor is certain to exit. */
	private static boolean traps(Operation operation, Hypervisor parent, Hypervisor guest) {
		return operation.getRules().stream().anyMatch(rule -> rule.isAlways()
				|| controlsForGuestHypervisor(parent, guest).stream().anyMatch(rule.getControls()::contains));
	}

	/** Hypervisors in sight for the same machine that handle an operation: {@code , as Kvm}. */
	private String handling(Stack stack, Hypervisor like, Operation operation) {
		// What has a namespace is in sight by two names.
		Set<URI> seen = new HashSet<>();
		List<String> names = StreamSupport.stream(scopes.getScope(stack.getLevels().isEmpty() ? stack : stack.getLevels().getFirst(),
				ModelPackage.Literals.LEVEL__HYPERVISOR).getAllElements().spliterator(), false)
				.filter(each -> EcoreUtil.resolve(each.getEObjectOrProxy(), stack) instanceof Hypervisor other && other != like
						&& Inheritance.cpu(other).equals(Inheritance.cpu(like)) && Inheritance.routines(other).containsKey(operation) && seen.add(each.getEObjectURI()))
				.map(each -> each.getName().toString()).limit(3).toList();
		return names.isEmpty() ? "" : ", as " + String.join(", ", names);
	}

	/** What a hypervisor cannot do without when it runs another one. */
	private static List<Control> controlsForGuestHypervisor(Hypervisor parent, Hypervisor guest) {
		TrapConfiguration plain = null;
		for (TrapConfiguration configuration : Inheritance.configurations(parent)) {
			if (configuration.isHypervisor()) {
				if (configuration.getGuestRunsWith() == null) {
					plain = configuration;
				} else if (Inheritance.runsWith(guest).contains(configuration.getGuestRunsWith())) {
					return unconditional(configuration);
				}
			}
		}
		return plain == null ? List.of() : unconditional(plain);
	}

	private static List<Control> unconditional(TrapConfiguration configuration) {
		return configuration.getControls().stream().filter(each -> each.getConditions().isEmpty()).map(ConfiguredControl::getControl)
				.filter(control -> !control.eIsProxy()).toList();
	}

	@Check
	public void levelsAreNotTooMany(Stack stack) {
		int levels = Inheritance.hypervisors(stack).size();
		if (!inheritsLevels(stack) && levels > MOST_LEVELS) {
			error("stack '" + stack.getName() + "' has " + levels + " hypervisors on each other; the most are " + MOST_LEVELS + ": take fewer levels",
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
		}
	}

	@Check
	public void costsHaveValues(Stack stack) {
		if (inheritsLevels(stack) && stack.getMechanisms().isEmpty()) {
			return;
		}
		Optional<CostTable> table = Inheritance.platform(stack).map(Platform::getCosts);
		if (table.isEmpty() || table.get().eIsProxy()) {
			return;
		}
		List<String> missing = CostsOfStack.of(stack, this::costs).stream().filter(cost -> Inheritance.value(cost, table.get()).isEmpty())
				.map(Cost::getName).toList();
		if (!missing.isEmpty()) {
			error("stack '" + stack.getName() + "' spends " + String.join(", ", missing) + ", to which cost table '"
					+ table.get().getName() + "' gives no value: add '" + missing.get(0) + " = … cycles …' there",
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.COST_WITHOUT_VALUE);
		}
	}

	private Set<Cost> costs(Hypervisor hypervisor) {
		return once(List.of("costs", hypervisor), () -> CostsOfStack.of(hypervisor));
	}

	/** What is the same for many stacks of a text is found out once for each check of the text. */
	@SuppressWarnings("unchecked")
	private <T> T once(Object question, Supplier<T> answer) {
		Map<Object, Object> known = getContext();
		T found = known == null ? null : (T) known.get(question);
		if (found == null) {
			found = answer.get();
			if (known != null) {
				known.put(question, found);
			}
		}
		return found;
	}

	// ------------------------------------------------------------------------------------------- experiments

	@Check
	public void experimentIsComplete(Experiment experiment) {
		Map<String, Boolean> parts = new LinkedHashMap<>();
		parts.put("'stacks STACK, …'", experiment.getStacks().isEmpty());
		parts.put("'workload WORKLOAD'", experiment.getWorkloads().isEmpty());
		parts.put("'measure traps, cycles'", experiment.getMeasures().isEmpty());
		String missing = parts.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.joining(" and "));
		if (!missing.isEmpty()) {
			error("experiment '" + experiment.getName() + "' is not complete: add " + missing,
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
	}

	@Check
	public void experimentNamesThingsOnce(Experiment experiment) {
		once(experiment.getStacks(), experiment, ModelPackage.Literals.EXPERIMENT__STACKS, "stack", "experiment");
		once(experiment.getWorkloads(), experiment, ModelPackage.Literals.EXPERIMENT__WORKLOADS, "workload", "experiment");
		Set<Metric> measured = EnumSet.noneOf(Metric.class);
		for (int i = 0; i < experiment.getMeasures().size(); i++) {
			if (!measured.add(experiment.getMeasures().get(i))) {
				error("'" + experiment.getMeasures().get(i) + "' is measured already: remove one", experiment, ModelPackage.Literals.EXPERIMENT__MEASURES, i,
						ProblemCodes.DUPLICATE_NAME);
			}
		}
	}

	/** The grammar takes its parts in any order, and so each of them again. */
	@Check
	public void experimentSaysThingsOnce(Experiment experiment) {
		Map.of(ModelPackage.Literals.EXPERIMENT__BASELINE, "baseline", ModelPackage.Literals.EXPERIMENT__EXTRAPOLATION, "extrapolation",
				ModelPackage.Literals.EXPERIMENT__SAMPLES, "latin hypercube", ModelPackage.Literals.EXPERIMENT__REPLICATIONS, "replications",
				ModelPackage.Literals.EXPERIMENT__SEED, "seed").forEach((part, keyword) -> {
					if (NodeModelUtils.findNodesForFeature(experiment, part).size() > 1) {
						error("'" + keyword + "' is there twice: leave one out", experiment, part, 1, ProblemCodes.DUPLICATE_NAME);
					}
				});
	}

	private void once(List<? extends NamedElement> elements, Element list, EStructuralFeature feature, String kind, String where) {
		Set<NamedElement> seen = new HashSet<>();
		for (int i = 0; i < elements.size(); i++) {
			if (!elements.get(i).eIsProxy() && !seen.add(elements.get(i))) {
				error(kind + " '" + elements.get(i).getName() + "' is in the " + where + " already: remove one", list, feature, i,
						ProblemCodes.DUPLICATE_NAME);
			}
		}
	}

	@Check
	public void referencesAreAboutStacksOfTheExperiment(ReferenceUse use) {
		Experiment experiment = (Experiment) use.eContainer();
		Set<Stack> seen = new HashSet<>();
		for (ReferencePair pair : use.getPairs()) {
			Stack stack = pair.getStack();
			if (stack.eIsProxy()) {
				continue;
			}
			if (!experiment.getStacks().contains(stack)) {
				warning("stack '" + stack.getName() + "' is not in the experiment: add it to 'stacks', or nothing is compared", pair,
						ModelPackage.Literals.REFERENCE_PAIR__STACK, ProblemCodes.REFERENCE);
			}
			if (!seen.add(stack)) {
				error("stack '" + stack.getName() + "' stands for a configuration already: remove one", pair,
						ModelPackage.Literals.REFERENCE_PAIR__STACK, ProblemCodes.REFERENCE);
			}
		}
	}
}
