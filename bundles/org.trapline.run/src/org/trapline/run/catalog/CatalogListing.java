// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.catalog.Contribution;
import org.trapline.catalog.Parameter;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostValue;
import org.trapline.model.Cpu;
import org.trapline.model.Element;
import org.trapline.model.Hypervisor;
import org.trapline.model.Import;
import org.trapline.model.Mechanism;
import org.trapline.model.Platform;
import org.trapline.model.TraplineModel;
import org.trapline.model.Workload;
import org.trapline.run.Examples;
import org.trapline.run.Studies;
import org.trapline.run.catalog.CatalogEntry.CostParameter;
import org.trapline.run.catalog.CatalogEntry.Kind;
import org.trapline.run.catalog.CatalogEntry.Property;
import org.trapline.run.compile.Origins;

/** The installed elements: those of the libraries of all plug-ins, and the shipped studies. */
public final class CatalogListing {

	private final Studies studies;
	private final Map<String, TraplineModel> models;
	private final Map<String, Set<String>> importers = new HashMap<>();

	/** Reads all libraries, which takes a while. */
	public CatalogListing(Studies studies) {
		this.studies = studies;
		this.models = studies.libraries();
		models.keySet().forEach(name -> importers.put(name, new LinkedHashSet<>(Set.of(name))));
		models.keySet().forEach(name -> reach(name, name, new LinkedHashSet<>()));
	}

	/** Imports are transitive: a library also makes its imports visible. */
	private void reach(String importer, String library, Set<String> seen) {
		TraplineModel model = models.get(library);
		if (model == null || !seen.add(library)) {
			return;
		}
		importers.get(library).add(importer);
		for (Import imported : model.getImports()) {
			reach(importer, named(library, imported.getImportURI()), seen);
		}
	}

	/** The name of a library that another one imports: files in the same folder are libraries of the same bundle. */
	private static String named(String importer, String imported) {
		return imported.endsWith(".trapline") ? importer.substring(0, importer.lastIndexOf('/') + 1)
				+ imported.substring(imported.lastIndexOf('/') + 1, imported.length() - ".trapline".length()) : imported;
	}

	/** All entries, by kind, then by name. */
	public List<CatalogEntry> entries() {
		Map<URI, String> names = models.entrySet().stream().collect(Collectors.toMap(each -> each.getValue().eResource().getURI(), Map.Entry::getKey));
		List<CatalogEntry> entries = new ArrayList<>();
		models.forEach((library, model) -> {
			for (Element element : model.getElements()) {
				kind(element).ifPresent(kind -> entries.add(new CatalogEntry(kind, element.getName(), library, importers.get(library),
						studies.comment(element).or(() -> implementation(element).map(Contribution::description)).orElse(""), properties(element), costs(element), Origins.place(element, uri -> Optional.ofNullable(names.get(uri))))));
			}
		});
		for (Examples.Example example : Examples.shipped()) {
			entries.add(new CatalogEntry(Kind.STUDY, example.id(), "", Set.of(), example.title() + ". " + example.description(),
					example.files().stream().map(file -> new Property("file", file.path(), "")).toList(), List.of(), Optional.empty()));
		}
		entries.sort(Comparator.comparing(CatalogEntry::kind).thenComparing(CatalogEntry::name, String.CASE_INSENSITIVE_ORDER)
				.thenComparing(CatalogEntry::library));
		return entries;
	}

	private static Optional<Kind> kind(Element element) {
		return switch (element) {
		case Cpu cpu -> Optional.of(Kind.CPU);
		case Mechanism mechanism -> Optional.of(Kind.MECHANISM);
		case Hypervisor hypervisor -> Optional.of(Kind.HYPERVISOR);
		case Platform platform -> Optional.of(Kind.PLATFORM);
		case Workload workload -> Optional.of(Kind.WORKLOAD);
		default -> Optional.empty();
		};
	}

	/** The Java implementation, if there is one. */
	private Optional<Contribution> implementation(Element element) {
		return switch (element) {
		case Cpu cpu -> Inheritance.implementation(cpu).flatMap(studies.catalog()::cpu);
		case Mechanism mechanism -> Optional.ofNullable(mechanism.getImplementation()).flatMap(studies.catalog()::mechanism);
		default -> Optional.empty();
		};
	}

	// ------------------------------------------------------------------------------------------- properties

	private List<Property> properties(Element element) {
		List<Property> list = new ArrayList<>();
		switch (element) {
		case Cpu cpu -> {
			add(list, "extends", cpu.getSuperCpu());
			add(list, "controls", Inheritance.controls(cpu));
			implementation(cpu).ifPresent(java -> add(list, java));
		}
		case Mechanism mechanism -> {
			add(list, "for", mechanism.getCpu());
			add(list, "needs", mechanism.getNeeds());
			add(list, "needs of the CPU", mechanism.getNeedsControls());
			add(list, "excludes", mechanism.getExcludes());
			add(list, "emulates", mechanism.getEmulates());
			implementation(mechanism).ifPresent(java -> add(list, java));
		}
		case Hypervisor hypervisor -> {
			add(list, "extends", hypervisor.getSuperHypervisor());
			Inheritance.cpu(hypervisor).ifPresent(cpu -> add(list, "for", cpu));
			add(list, "runs with", Inheritance.runsWith(hypervisor));
			add(list, "offers", Inheritance.offers(hypervisor));
			add(list, "hides", Inheritance.hides(hypervisor));
			add(list, "written from", hypervisor.getWrittenFrom());
		}
		case Platform platform -> {
			add(list, "cpu", platform.getCpu());
			if (platform.getClock() != null) {
				list.add(new Property("clock", text(platform.getClock()), ""));
			}
			list.add(new Property("cores", Integer.toString(Math.max(1, platform.getCores())), ""));
			list.add(new Property("threads", Integer.toString(Math.max(1, platform.getThreads())), "of each core"));
			platform.getDevices().forEach(device -> list.add(new Property("device " + device.getName(), device.getKind().getLiteral(), "")));
			if (platform.getCosts() != null) {
				add(list, "costs", platform.getCosts());
				for (CostSetting setting : platform.getCosts().getSettings()) {
					list.add(new Property(setting.getCost().getName(), value(setting.getValue()), studies.comment(setting.getCost()).orElse("")));
				}
			}
		}
		default -> {
			// A workload has no properties besides its text.
			list.add(new Property("text", text(element), ""));
		}
		}
		return list;
	}

	private static void add(List<Property> list, String name, Element element) {
		if (element != null) {
			list.add(new Property(name, element.getName(), ""));
		}
	}

	private static void add(List<Property> list, String name, Iterable<? extends Element> elements) {
		List<String> names = new ArrayList<>();
		elements.forEach(element -> names.add(element.getName()));
		if (!names.isEmpty()) {
			list.add(new Property(name, String.join(", ", names), ""));
		}
	}

	private static void add(List<Property> list, Contribution java) {
		list.add(new Property("class", java.name(), java.description()));
		for (Parameter parameter : java.parameters()) {
			list.add(new Property(parameter.name(), range(parameter), parameter.description()));
		}
	}

	private List<CostParameter> costs(Element element) {
		return implementation(element).map(Contribution::parameters).orElse(List.of()).stream().map(this::cost).toList();
	}

	/** The value is the default of the model's cost, or the one that the plug-in declares. */
	private CostParameter cost(Parameter parameter) {
		Optional<CostValue> written = models.values().stream().flatMap(model -> model.getElements().stream()).filter(Cost.class::isInstance).map(Cost.class::cast)
				.filter(cost -> cost.getName().equals(parameter.name()) && cost.getDefault() != null).map(Cost::getDefault).findFirst();
		Optional<String> least = parameter.minimum().stream().mapToObj(Long::toString).findFirst();
		Optional<String> most = parameter.maximum().stream().mapToObj(Long::toString).findFirst();
		return new CostParameter(parameter.name(), written.map(value -> value.getAmount().toPlainString())
				.or(() -> parameter.defaultValue().stream().mapToObj(Long::toString).findFirst()).or(() -> least).orElse("1"),
				written.map(value -> value.getUnit().getLiteral()).orElse(parameter.unit()), least, most);
	}

	/** {@code 0 to 100 cycles, default 3}. */
	private static String range(Parameter parameter) {
		StringBuilder text = new StringBuilder();
		if (parameter.minimum().isPresent()) {
			text.append(parameter.maximum().isPresent() ? "" : "at least ").append(parameter.minimum().getAsLong()).append(' ');
		}
		parameter.maximum().ifPresent(most -> text.append(text.isEmpty() ? "at most " : "to ").append(most).append(' '));
		text.append(parameter.unit());
		OptionalLong usual = parameter.defaultValue();
		usual.ifPresent(value -> text.append(", default ").append(value));
		return text.toString();
	}

	/** A value as it is written; one with an interval with its nominal value before the interval. */
	private static String value(CostValue value) {
		if (Quantities.interval(value).isEmpty()) {
			return text(value);
		}
		return Quantities.text(value) + " " + value.getStatus() + (value.getSource() == null ? "" : " \"" + value.getSource() + "\"")
				+ (value.getFits().isEmpty() ? "" : value.getFits().stream().map(CatalogListing::text).collect(Collectors.joining(", ", " to ", "")));
	}

	private static String text(EObject element) {
		INode node = NodeModelUtils.findActualNodeFor(element);
		return node == null ? "" : NodeModelUtils.getTokenText(node).replaceAll("\\s+", " ").strip();
	}
}
