// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.trapline.run.catalog.CatalogEntry;
import org.trapline.run.catalog.CatalogEntry.CostParameter;
import org.trapline.run.catalog.CatalogEntry.Kind;

/** What can be written of something installed: its name, or a part of a study that uses it, with its parameters as places to fill in. */
final class Drafts {

	/**
	 * A draft.
	 *
	 * @param snippet as the protocol writes them
	 * @param uses    entries of the catalog that it names: their libraries have to be imported
	 */
	record Draft(String snippet, Set<CatalogEntry> uses) {
	}

	private static final Pattern STACK = Pattern.compile("(?m)^[ \\t]*stack[ \\t]+([\\w.]+)");
	private static final Pattern ON = Pattern.compile("(?m)^[ \\t]*stack\\b[^{\\n]*\\bon[ \\t]+([\\w.]+)");
	private static final Pattern WORD = Pattern.compile("\\w+");
	private static final Pattern LEVEL = Pattern.compile("\\bL\\d+\\b");

	private final CatalogEntry entry;
	private final List<CatalogEntry> all;
	private final String before;
	private final Set<String> imported;
	private final Set<String> words;

	/**
	 * @param all      the whole catalog
	 * @param before   the text up to where the draft goes
	 * @param after    the text from there on
	 * @param imported the libraries that the text imports
	 */
	Drafts(CatalogEntry entry, List<CatalogEntry> all, String before, String after, Set<String> imported) {
		this.entry = entry;
		this.all = all;
		this.before = before;
		this.imported = imported;
		this.words = WORD.matcher(before + " " + after).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	/** What can stand within another element, best first: the first one that the grammar takes is meant. */
	List<Draft> within() {
		String name = entry.name();
		List<String> snippets = new ArrayList<>(List.of(name));
		switch (entry.kind()) {
		case MECHANISM -> {
			snippets.add(", " + name);
			snippets.add("mechanism " + name);
			if (!entry.costs().isEmpty()) {
				snippets.add(settings(1));
				snippets.add(sweeps());
			}
		}
		case HYPERVISOR -> {
			snippets.add("L" + levels() + " " + name);
			snippets.add("extends " + name);
		}
		case CPU -> {
			snippets.add(machine(1));
			snippets.add("cpu " + name);
			snippets.add("extends " + name);
			snippets.add("for " + name);
		}
		case PLATFORM -> snippets.add("on " + name);
		case WORKLOAD -> {
			snippets.add(", " + name);
			snippets.add("workload " + name);
		}
		case STUDY -> {
			// Becomes a project.
		}
		}
		// Further lines are indented as the first one, which stands where it should.
		return snippets.stream().map(snippet -> new Draft(snippet.replace("\n\t", "\n"), snippet.contains("\n\tcosts ") ? with(like()) : Set.of(entry))).toList();
	}

	/** A whole element that uses it. */
	Draft element() {
		String name = entry.name();
		return switch (entry.kind()) {
		case CPU -> new Draft("platform ${1:" + fresh("Machine") + "} {\n\t" + machine(2) + "\n}", with(like()));
		case PLATFORM -> {
			Optional<CatalogEntry> hypervisor = fitting(Kind.HYPERVISOR);
			yield new Draft("stack ${1:" + fresh("Vm") + "} on " + name + " { L0 ${2:" + hypervisor.map(CatalogEntry::name).orElse("Hypervisor") + "} guest L1 }", with(hypervisor));
		}
		case HYPERVISOR -> {
			Optional<CatalogEntry> platform = fitting(Kind.PLATFORM);
			yield new Draft("stack ${1:" + fresh("Vm") + "} on ${2:" + platform.map(CatalogEntry::name).orElse("Platform") + "} { L0 " + name + " guest L1 }", with(platform));
		}
		case MECHANISM -> mechanism(name);
		case WORKLOAD -> new Draft("experiment ${1:" + fresh("Experiment") + "} \"${2:What it shows}\" {\n\tstacks ${3:" + stack() + "}\n\tworkload " + name + "\n\tmeasure " + measures() + "\n}",
				Set.of(entry));
		case STUDY -> new Draft("", Set.of());
		};
	}

	/** A stack with it; where it has parameters, on a machine of its own whose costs set them. */
	private Draft mechanism(String name) {
		Optional<CatalogEntry> platform = platformAbove().or(() -> fitting(Kind.PLATFORM)).filter(each -> each.property("costs").isPresent() && each.property("cpu").isPresent());
		if (entry.costs().isEmpty() || platform.isEmpty()) {
			return new Draft("stack ${1:" + fresh("Variant") + "} extends ${2:" + stack() + "} { mechanism " + name + " }", Set.of(entry));
		}
		CatalogEntry machine = platform.get();
		int next = 4 + 2 * entry.costs().size();
		String clock = machine.property("clock").map(text -> "\n\tclock " + quantity(next, text)).orElse("");
		return new Draft("costs ${1:" + fresh("VariantCosts") + "} extends " + machine.property("costs").get() + " {\n\t" + settings(4) + "\n}\n\n"
				+ "platform ${2:" + fresh("VariantMachine") + "} {\n\tcpu " + machine.property("cpu").get() + clock
				+ machine.property("cores").map(cores -> "\n\tcores ${" + (next + 1) + ":" + cores + "}").orElse("") + "\n\tcosts ${1:" + fresh("VariantCosts") + "}\n}\n\n"
				+ "stack ${3:" + fresh("Variant") + "} extends ${" + (next + 2) + ":" + stack() + "} on ${2:" + fresh("VariantMachine") + "} { mechanism " + name + " }", with(platform));
	}

	/** {@code deferred_access = 2 cycles assumed "source"}, for each of its parameters. */
	private String settings(int first) {
		List<String> lines = new ArrayList<>();
		int place = first;
		for (CostParameter cost : entry.costs()) {
			String range = cost.least().isPresent() && cost.most().isPresent() ? cost.least().get() + " to " + cost.most().get() + " " + cost.unit() : "source";
			lines.add(cost.name() + " = ${" + place++ + ":" + cost.value() + "} " + cost.unit() + " assumed \"${" + place++ + ":" + range + "}\"");
		}
		return String.join("\n\t", lines);
	}

	private String sweeps() {
		List<String> lines = new ArrayList<>();
		int place = 1;
		for (CostParameter cost : entry.costs()) {
			lines.add("sweep " + cost.name() + " from ${" + place++ + ":" + cost.least().orElse(cost.value()) + "} to ${" + place++ + ":"
					+ cost.most().orElse(cost.value()) + "} " + cost.unit() + " in ${" + place++ + ":4} points");
		}
		return String.join("\n\t", lines);
	}

	/** What a machine of this CPU has, as one that is installed has it. */
	private String machine(int first) {
		Optional<CatalogEntry> like = like();
		String clock = like.flatMap(each -> each.property("clock")).orElse("2.4 GHz");
		return "cpu " + entry.name() + "\n\tclock " + quantity(first, clock) + "\n\tcores ${" + (first + 1) + ":" + like.flatMap(each -> each.property("cores")).orElse("8") + "}"
				+ "\n\tthreads ${" + (first + 2) + ":" + like.flatMap(each -> each.property("threads")).orElse("1") + "}"
				+ "\n\tcosts ${" + (first + 3) + ":" + like.flatMap(each -> each.property("costs")).orElse("Costs") + "}";
	}

	/** A machine of this CPU; one that the text imports, if there is such. */
	private Optional<CatalogEntry> like() {
		List<CatalogEntry> such = all.stream().filter(each -> each.kind() == Kind.PLATFORM && each.property("cpu").filter(entry.name()::equals).isPresent()).toList();
		return such.stream().filter(each -> each.importedBy().stream().anyMatch(imported::contains)).findFirst().or(() -> such.stream().findFirst());
	}

	/** {@code ${1:2.4} GHz}: the unit stays. */
	private static String quantity(int place, String text) {
		String[] parts = text.split(" ", 2);
		return "${" + place + ":" + parts[0] + "}" + (parts.length > 1 ? " " + parts[1] : "");
	}

	/** A name that the text does not have yet: {@code Vm}, {@code Vm2}. */
	private String fresh(String name) {
		return IntStream.iterate(1, number -> number + 1).mapToObj(number -> number == 1 ? name : name + number).filter(each -> !words.contains(each)).findFirst().orElseThrow();
	}

	private String measures() {
		String text = entry.property("text").orElse("");
		return text.startsWith("flow") ? "latency, throughput" : text.startsWith("migration") ? "downtime, time, rounds" : "traps, cycles";
	}

	/** The last stack above. */
	private String stack() {
		return STACK.matcher(before).results().map(result -> result.group(1)).reduce((first, second) -> second).orElse("Stack");
	}

	/** The machine of the last stack above that names one. */
	private Optional<CatalogEntry> platformAbove() {
		Optional<String> name = ON.matcher(before).results().map(result -> result.group(1)).reduce((first, second) -> second);
		return all.stream().filter(each -> each.kind() == Kind.PLATFORM && name.filter(each.name()::equals).isPresent()).findFirst();
	}

	/** How many levels the element has that the caret is in. */
	private long levels() {
		return LEVEL.matcher(before.substring(before.lastIndexOf('{') + 1)).results().map(MatchResult::group).distinct().count();
	}

	/** Something that goes with it: visible already, or of a library that sees it or that it sees. */
	private Optional<CatalogEntry> fitting(Kind kind) {
		List<CatalogEntry> visible = all.stream().filter(each -> each.kind() == kind && related(each)).toList();
		return visible.stream().filter(each -> each.importedBy().stream().anyMatch(imported::contains)).findFirst().or(() -> visible.stream().findFirst());
	}

	/** Whether some library sees both: so they are of one architecture. */
	private boolean related(CatalogEntry other) {
		return other.importedBy().contains(entry.library()) || entry.importedBy().contains(other.library())
				|| other.property("cpu").filter(cpu -> entry.property("for").filter(cpu::equals).isPresent()).isPresent();
	}

	private Set<CatalogEntry> with(Optional<CatalogEntry> other) {
		return other.map(each -> Set.of(entry, each)).orElse(Set.of(entry));
	}
}
