// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.wizards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.trapline.run.catalog.CatalogEntry;
import org.trapline.run.catalog.CatalogEntry.Kind;
import org.trapline.run.catalog.CatalogEntry.Property;

/**
 * The text that a new file begins with: about an installed machine, with what is installed for its CPU. It has no errors, and a study of it runs. No
 * architecture is known here: whatever plug-ins are installed, their libraries say it all.
 *
 * @param machine    the platform
 * @param hypervisor one that runs on its CPU
 * @param workload   an operation of guests there
 */
public record FileDraft(CatalogEntry machine, CatalogEntry hypervisor, CatalogEntry workload) {

	private static final Pattern COST = Pattern.compile("(\\d+(?:\\.\\d+)?) (cycles|ns|us|ms)\\b.*");
	private static final List<String> FACTORS = List.of("0.25", "0.5", "1", "2", "4");
	private static final String REPLACE = "replace this with a measured value, and say where it was measured";

	/**
	 * The drafts that are possible, one for each installed machine that has a hypervisor and a workload: first the machines of those plug-ins that have
	 * the CPU, then those of others; in each by name.
	 *
	 * @param all what is installed
	 */
	public static List<FileDraft> possible(List<CatalogEntry> all) {
		return of(all, Kind.PLATFORM).filter(machine -> machine.property("cpu").isPresent() && machine.property("costs").isPresent())
				.flatMap(machine -> of(machine, all).stream())
				.sorted(Comparator.comparing((FileDraft draft) -> !draft.ownsCpu(all)).thenComparing(draft -> draft.machine().name())).toList();
	}

	private static Optional<FileDraft> of(CatalogEntry machine, List<CatalogEntry> all) {
		Set<String> cpus = family(machine.property("cpu").orElseThrow(), all);
		Optional<CatalogEntry> hypervisor = best(of(all, Kind.HYPERVISOR)
				.filter(each -> isVisible(each, machine) && each.property("for").filter(cpus::contains).isPresent() && each.property("runs with").isEmpty()), machine);
		Optional<CatalogEntry> workload = best(of(all, Kind.WORKLOAD).filter(each -> isVisible(each, machine) && each.property("text").orElse("").startsWith("workload ")), machine);
		return hypervisor.flatMap(runs -> workload.map(does -> new FileDraft(machine, runs, does)));
	}

	private static Stream<CatalogEntry> of(List<CatalogEntry> all, Kind kind) {
		return all.stream().filter(entry -> entry.kind() == kind);
	}

	/** Whether the machine's library makes an entry visible. */
	private static boolean isVisible(CatalogEntry entry, CatalogEntry machine) {
		return entry.importedBy().contains(machine.library());
	}

	/** One that the machine's own plug-in has, if there is such; among these, a hypercall, which guests of every architecture know; else the first by name. */
	private static Optional<CatalogEntry> best(Stream<CatalogEntry> candidates, CatalogEntry machine) {
		return candidates.min(Comparator.comparing((CatalogEntry each) -> !bundle(each).equals(bundle(machine))).thenComparing(each -> !each.name().equals("hypercall"))
				.thenComparing(CatalogEntry::name));
	}

	/** A CPU and those that it extends. */
	private static Set<String> family(String cpu, List<CatalogEntry> all) {
		Set<String> names = new HashSet<>();
		Optional<String> next = Optional.of(cpu);
		while (next.isPresent() && names.add(next.get())) {
			String name = next.get();
			next = of(all, Kind.CPU).filter(each -> each.name().equals(name)).findFirst().flatMap(each -> each.property("extends"));
		}
		return names;
	}

	private boolean ownsCpu(List<CatalogEntry> all) {
		return of(all, Kind.CPU).anyMatch(cpu -> machine.property("cpu").filter(cpu.name()::equals).isPresent() && bundle(cpu).equals(bundle(machine)));
	}

	private static String bundle(CatalogEntry entry) {
		return entry.library().substring(0, Math.max(0, entry.library().indexOf('/')));
	}

	/** The machine and its library, for people. */
	public String title() {
		return machine.name() + " (" + machine.library() + ")";
	}

	/** The text of a file. */
	public String text(FileTemplate template) {
		return switch (template) {
		case STUDY -> study();
		case SWEEP -> sweep();
		case PLATFORM -> platform();
		case HYPERVISOR -> """
				// Your own hypervisor: how it differs from an installed one. Import this file in studies, and name it at the levels that run it.
				import "%s"

				hypervisor My%s extends %s { }
				""".formatted(machine.library(), hypervisor.name(), hypervisor.name());
		case MECHANISM -> """
				// Your own mechanism. Import this file in studies, and name it in their stacks: mechanism mine
				import "%s"

				/** What the mechanism offers. Programs and configurations of hypervisors ask for it: cpu has MINE */
				control MINE

				mechanism mine for %s {
					offers MINE
				}
				""".formatted(machine.library(), machine.property("cpu").orElseThrow());
		case REFERENCE -> """
				// Published values. Import this file in a study, and compare an experiment with it: reference my.paper { STACK = CONFIGURATION }
				import "%s"

				reference my.paper "Authors, Conference, Year" {
					configuration vm "VM"
					configuration nested "nested VM"

					cell %s on vm { cycles 1000 recalled "replace this with the value and its table" }
					cell %s on nested { cycles 10000 recalled "replace this with the value and its table" }
				}
				""".formatted(machine.library(), workload.name(), workload.name());
		};
	}

	private String study() {
		return """
				// What does %1$s cost in a VM, and in a nested VM?
				import "%2$s"

				%3$s
				experiment Comparison "%1$s in a VM and in a nested VM" {
					stacks Vm, Nested
					workload %1$s
					measure traps, cycles
					chart bars of cycles by stack
				}
				""".formatted(workload.name(), machine.library(), stacks());
	}

	private String stacks() {
		return """
				stack Vm     on %1$s { L0 %2$s guest L1 }
				stack Nested on %1$s { L0 %2$s L1 %2$s guest L2 }
				""".formatted(machine.name(), hypervisor.name());
	}

	private String sweep() {
		Optional<Property> cost = cost();
		if (cost.isEmpty()) {
			return study();
		}
		Matcher value = COST.matcher(cost.get().value());
		value.matches();
		return """
				// How do the cycles of %1$s depend on the cost %4$s?
				import "%2$s"

				%3$s
				experiment Sweep "%1$s by %4$s" {
					stacks Vm, Nested
					workload %1$s
					sweep %4$s %5$s %6$s
					measure cycles
					chart lines of cycles over %4$s
				}
				""".formatted(workload.name(), machine.library(), stacks(), cost.get().name(), around(new BigDecimal(value.group(1)), value.group(2)), value.group(2));
	}

	/** Values from a quarter to four times of one; cycles are whole. */
	private static String around(BigDecimal value, String unit) {
		return FACTORS.stream().map(factor -> value.multiply(new BigDecimal(factor))).map(each -> unit.equals("cycles") ? each.setScale(0, RoundingMode.HALF_UP) : each)
				.filter(each -> each.signum() > 0).map(BigDecimal::stripTrailingZeros).distinct().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
	}

	/** The first cost that the machine's table gives a value of its own other than 0. */
	private Optional<Property> cost() {
		return machine.parameters().stream().dropWhile(each -> !each.name().equals("costs")).skip(1)
				.filter(each -> COST.matcher(each.value()).matches() && !each.value().matches("0(\\.0*)? .*")).findFirst();
	}

	private String platform() {
		String costs = machine.property("costs").orElseThrow();
		List<String> lines = new ArrayList<>(List.of("cpu " + machine.property("cpu").orElseThrow()));
		machine.property("clock").ifPresent(clock -> lines.add("clock " + clock));
		machine.property("cores").ifPresent(cores -> lines.add("cores " + cores));
		machine.property("threads").filter(threads -> !threads.equals("1")).ifPresent(threads -> lines.add("threads " + threads));
		lines.add("costs MyCosts");
		machine.parameters().stream().filter(each -> each.name().startsWith("device ")).forEach(each -> lines.add(each.name() + " : " + each.value()));
		String setting = cost().map(cost -> {
			Matcher value = COST.matcher(cost.value());
			value.matches();
			return "\n\t" + cost.name() + " = " + value.group(1) + " " + value.group(2) + " assumed \"" + REPLACE + "\"\n";
		}).orElse(" ");
		return """
				// Your own machine: how it differs from an installed one. Import this file in studies, and put their stacks on it.
				import "%s"

				costs MyCosts extends %s {%s}

				platform MyMachine {
					%s
				}
				""".formatted(machine.library(), costs, setting, String.join("\n\t", lines));
	}
}
