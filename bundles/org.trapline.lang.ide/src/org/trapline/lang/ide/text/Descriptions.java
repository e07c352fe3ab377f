// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Contribution;
import org.trapline.catalog.Library;
import org.trapline.catalog.Parameter;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Metrics;
import org.trapline.lang.Quantities;
import org.trapline.lang.documentation.Comments;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.lang.scoping.Imports;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Element;
import org.trapline.model.Mechanism;
import org.trapline.model.NamedElement;
import org.trapline.model.Platform;
import org.trapline.model.Quantity;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.model.Unit;
import org.trapline.model.Workload;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/**
 * Descriptions of elements and words, as Markdown. Descriptions of all kinds of elements come from the metamodel and the text
 * itself; a few kinds have additions: the values of a cost, the inherited parts of a stack.
 */
public class Descriptions {

	/** Texts of elements up to this many lines are shown completely. */
	private static final int SHORT = 8;

	@Inject
	private Comments comments;

	@Inject
	private Imports imports;

	@Inject
	private Catalog catalog;

	@Inject
	private Metrics metrics;

	// ------------------------------------------------------------------------------------------- elements

	/**
	 * The description of an element.
	 *
	 * @param element the element
	 * @param context the same element, or one that refers to it
	 */
	public String element(EObject element, EObject context) {
		List<String> parts = new ArrayList<>();
		declaration(element).ifPresent(text -> parts.add("```trapline\n" + text + "\n```"));
		comments.of(element).map(Descriptions::unwrapped).ifPresent(parts::add);
		switch (element) {
		case Cost cost -> cost(cost, context).ifPresent(parts::add);
		case Stack stack -> parts.add(stack(stack));
		case Workload workload -> parts.add("Has the metrics " + metrics.of(workload).stream().map(metric -> "`" + metric.id() + "`").collect(Collectors.joining(", ")) + ".");
		default -> {
			// There is nothing to add.
		}
		}
		parts.add(kind(element));
		return String.join("\n\n", parts);
	}

	/** The comment before an element, or the description of its kind; one line for lists. */
	public String summary(EObject element) {
		return comments.of(element).map(Descriptions::unwrapped).or(() -> Vocabulary.documentation(element.eClass())).orElse("");
	}

	private String kind(EObject element) {
		String text = "*" + Vocabulary.kind(element.eClass()) + Vocabulary.documentation(element.eClass()).map(what -> ": " + decapitalized(what)).orElse("")
				+ "*";
		return origin(element).map(from -> text + "\n\n" + from).orElse(text);
	}

	private Optional<String> origin(EObject element) {
		return Optional.ofNullable(element.eResource()).map(Resource::getURI)
				.map(uri -> imports.library(uri).map(library -> "Library `" + library.name() + "`").orElse("File `" + uri.lastSegment() + "`"));
	}

	/** The text of an element if it is short, or its head. */
	private static Optional<String> declaration(EObject element) {
		return Optional.ofNullable(NodeModelUtils.findActualNodeFor(element)).map(node -> node.getText().substring(node.getOffset() - node.getTotalOffset())).map(text -> {
			if (text.lines().count() <= SHORT) {
				return outdented(text);
			}
			int brace = text.indexOf('{');
			return brace < 0 ? text.lines().limit(SHORT).collect(Collectors.joining("\n")) : text.substring(0, brace) + "{ … }";
		});
	}

	private Optional<String> cost(Cost cost, EObject context) {
		List<String> values = new ArrayList<>();
		tables(cost, context).forEach((table, from) -> Inheritance.value(cost, table)
				.ifPresent(value -> values.add("- `" + table.getName() + "`: " + value(value, from))));
		if (values.isEmpty() && cost.getDefault() != null) {
			values.add("- default: " + value(cost.getDefault(), List.of()));
		}
		catalog.cpus().forEach(each -> parameter(each, cost.getName()).ifPresent(text -> values.add("- " + text)));
		catalog.mechanisms().forEach(each -> parameter(each, cost.getName()).ifPresent(text -> values.add("- " + text)));
		return values.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", values));
	}

	private static Optional<String> parameter(Contribution contribution, String name) {
		return contribution.parameters().stream().filter(parameter -> parameter.name().equals(name)).findFirst()
				.map(parameter -> "parameter of " + contribution.name() + ": " + bounds(parameter));
	}

	/** The cost tables with a value, each with its platforms: those of the stack or platform that refers to the cost, or all. */
	private static Map<CostTable, List<Platform>> tables(Cost cost, EObject context) {
		Map<CostTable, List<Platform>> tables = new LinkedHashMap<>();
		Optional<Platform> platform = Optional.ofNullable(EcoreUtil2.getContainerOfType(context, Platform.class))
				.or(() -> Optional.ofNullable(EcoreUtil2.getContainerOfType(context, Stack.class)).flatMap(Inheritance::platform));
		CostTable around = EcoreUtil2.getContainerOfType(context, CostTable.class);
		elements(context, Platform.class).filter(each -> each.getCosts() != null && !each.getCosts().eIsProxy())
				.filter(each -> platform.isEmpty() || platform.get() == each).filter(each -> around == null || around == each.getCosts())
				.forEach(each -> tables.computeIfAbsent(each.getCosts(), table -> new ArrayList<>()).add(each));
		if (platform.isEmpty()) {
			elements(context, CostTable.class).filter(table -> around == null || table == around)
					.filter(table -> table.getSettings().stream().anyMatch(setting -> setting.getCost() == cost))
					.forEach(table -> tables.computeIfAbsent(table, each -> List.of()));
		}
		return tables;
	}

	/** All elements of a kind in the files that the server knows. */
	private static <T extends Element> Stream<T> elements(EObject context, Class<T> type) {
		return List.copyOf(context.eResource().getResourceSet().getResources()).stream().flatMap(resource -> List.copyOf(resource.getContents()).stream())
				.filter(TraplineModel.class::isInstance).flatMap(model -> ((TraplineModel) model).getElements().stream()).filter(type::isInstance)
				.map(type::cast);
	}

	/** An amount with its unit, in the other unit on some platforms, and its provenance. */
	private static String value(CostValue value, List<Platform> platforms) {
		StringBuilder text = new StringBuilder("**").append(value.getAmount() == null || value.getUnit() == null ? "?" : Quantities.text(value)).append("**");
		List<String> others = platforms.stream().filter(platform -> isWhole(value) && isWhole(platform.getClock()))
				.map(platform -> other(value, platform) + " on `" + platform.getName() + "`").toList();
		if (!others.isEmpty()) {
			text.append(" (").append(String.join(", ", others)).append(")");
		}
		text.append(", ").append(value.getStatus());
		if (value.getSource() != null) {
			text.append(": ").append(value.getSource());
		}
		if (!value.getFits().isEmpty()) {
			text.append("; fitted to ").append(value.getFits().stream().map(fit -> "`" + oneLine(fit) + "`").collect(Collectors.joining(", ")));
		}
		return text.toString();
	}

	private static boolean isWhole(Quantity quantity) {
		return quantity != null && quantity.getAmount() != null && quantity.getUnit() != null && quantity.getAmount().signum() > 0;
	}

	/** A value in nanoseconds if it is given in cycles, and vice versa. */
	private static String other(CostValue value, Platform platform) {
		if (value.getUnit() != Unit.CYCLES) {
			return Inheritance.cycles(value, platform) + " cycles";
		}
		BigDecimal nanoseconds = value.getAmount().movePointRight(9).divide(Inheritance.hertz(platform), new MathContext(3));
		return nanoseconds.stripTrailingZeros().toPlainString() + " ns";
	}

	private static String stack(Stack stack) {
		List<String> lines = new ArrayList<>();
		Inheritance.platform(stack).filter(platform -> !platform.eIsProxy()).ifPresent(platform -> lines.add("- on `" + platform.getName() + "`"
				+ (platform.getCpu() == null ? "" : ": cpu `" + platform.getCpu().getName() + "`")
				+ (isWhole(platform.getClock()) ? ", " + Quantities.text(platform.getClock()) : "")
				+ (platform.getCosts() == null ? "" : ", costs `" + platform.getCosts().getName() + "`")));
		Inheritance.hypervisors(stack).forEach((level, hypervisor) -> lines.add("- " + level + ": " + name(hypervisor)));
		Inheritance.guest(stack).ifPresent(guest -> lines.add("- " + guest + ": the guest"));
		String mechanisms = Inheritance.mechanisms(stack).stream().map(Descriptions::name).collect(Collectors.joining(", "));
		if (!mechanisms.isEmpty()) {
			lines.add("- with " + mechanisms);
		}
		return String.join("\n", lines);
	}

	private static String name(NamedElement element) {
		return element == null || element.getName() == null ? "?" : "`" + element.getName() + "`";
	}

	// ------------------------------------------------------------------------------------------- words and values

	/** The meaning of a keyword at its place. */
	public Optional<String> keyword(Keyword keyword) {
		return Vocabulary.meaning(keyword)
				.map(meaning -> "`" + keyword.getValue() + "`" + Vocabulary.documentation(meaning).map(text -> ": " + decapitalized(text)).orElse("") + "\n\n*"
						+ Vocabulary.owner(meaning) + "*");
	}

	/** The description and unit of a metric. */
	public String metric(Metric metric) {
		String unit = metric.unit().equals(metric.id()) ? "" : ", in " + metric.unit();
		List<String> kinds = metrics.kinds(metric);
		return "`" + metric.id() + "`: " + decapitalized(metric.description()) + "\n\n*metric" + (kinds.isEmpty() ? "" : " of " + String.join(", ", kinds)) + unit + "*";
	}

	/** A value in a text: its purpose, its conversion, and its source. */
	public String value(EObject owner, EAttribute attribute) {
		List<String> parts = new ArrayList<>();
		parts.add("**" + Vocabulary.words(attribute.getName()) + "** of " + Vocabulary.withArticle(Vocabulary.kind(owner.eClass()))
				+ Vocabulary.documentation(attribute).map(text -> ": " + decapitalized(text)).orElse(""));
		if (owner instanceof CostValue value && value.getAmount() != null) {
			EObject around = value.eContainer();
			Cost cost = around instanceof CostSetting setting ? setting.getCost() : around instanceof Cost own ? own : null;
			List<Platform> platforms = around.eContainer() instanceof CostTable table
					? elements(owner, Platform.class).filter(platform -> platform.getCosts() == table).toList()
					: List.of();
			parts.add((cost == null ? "" : name(cost) + ": ") + value(value, platforms));
			if (cost != null && !cost.eIsProxy()) {
				comments.of(cost).map(Descriptions::unwrapped).ifPresent(parts::add);
			}
		} else {
			String others = owner.eClass().getEAllStructuralFeatures().stream().filter(feature -> feature != attribute && owner.eIsSet(feature))
					.flatMap(feature -> feature(owner, feature).stream()).collect(Collectors.joining("\n"));
			if (!others.isEmpty()) {
				parts.add(others);
			}
		}
		return String.join("\n\n", parts);
	}

	/** A feature, as a line of a list. */
	private static Optional<String> feature(EObject owner, EStructuralFeature feature) {
		String text = NodeModelUtils.findNodesForFeature(owner, feature).stream().map(NodeModelUtils::getTokenText).collect(Collectors.joining(", "));
		if (text.isBlank() || text.length() > 300) {
			return Optional.empty();
		}
		Optional<String> meaning = feature.getEType() instanceof EEnum choice && !feature.isMany()
				? Optional.ofNullable(choice.getEEnumLiteralByLiteral(text)).map(EModelElement.class::cast).flatMap(Vocabulary::documentation)
				: Optional.empty();
		return Optional.of("- " + Vocabulary.words(feature.getName()) + ": " + text + meaning.map(what -> " (" + decapitalized(what) + ")").orElse(""));
	}

	// ------------------------------------------------------------------------------------------- plug-ins

	/** The description of a library. */
	public String library(Library library) {
		return library.description() + "\n\n*library of a plug-in: `" + library.name() + "`*";
	}

	/** The description of a contribution, with its parameters. */
	public String contribution(Contribution contribution) {
		StringBuilder text = new StringBuilder("**").append(contribution.name()).append("**: ").append(contribution.description());
		for (Parameter parameter : contribution.parameters()) {
			text.append("\n- `").append(parameter.name()).append("`: ").append(decapitalized(parameter.description())).append(" ").append(bounds(parameter));
		}
		return text.append("\n\n*contributed by `").append(contribution.bundle()).append("`*").toString();
	}

	/** The contribution that an element names as its implementation, or inherits. */
	public Optional<Contribution> implementation(EObject element) {
		return switch (element) {
		case org.trapline.model.Cpu cpu -> Inheritance.implementation(cpu).flatMap(catalog::cpu);
		case Mechanism mechanism -> Optional.ofNullable(mechanism.getImplementation()).flatMap(catalog::mechanism);
		default -> Optional.empty();
		};
	}

	/** The unit of a parameter, its bounds and its default. */
	public static String bounds(Parameter parameter) {
		StringBuilder text = new StringBuilder(parameter.unit());
		if (parameter.minimum().isPresent() && parameter.maximum().isPresent()) {
			text.append(", ").append(parameter.minimum().getAsLong()).append(" to ").append(parameter.maximum().getAsLong());
		} else if (parameter.minimum().isPresent()) {
			text.append(", at least ").append(parameter.minimum().getAsLong());
		} else if (parameter.maximum().isPresent()) {
			text.append(", at most ").append(parameter.maximum().getAsLong());
		}
		parameter.defaultValue().ifPresent(value -> text.append(", default ").append(value));
		return text.toString();
	}

	// ------------------------------------------------------------------------------------------- texts

	/** The kind of an element in a list of names, with its library if it has one. */
	public String detail(EClass type, Optional<Library> library) {
		return Vocabulary.kind(type) + library.map(from -> ", " + from.name()).orElse("");
	}

	private static String oneLine(EObject element) {
		return Optional.ofNullable((INode) NodeModelUtils.findActualNodeFor(element)).map(NodeModelUtils::getTokenText).orElse("?");
	}

	/** A comment's lines as paragraphs: a line break within a paragraph is removed. */
	private static String unwrapped(String comment) {
		return comment.replace("\r", "").replaceAll("(?<!\n)\n(?!\n|[-*] |history:)", " ");
	}

	/** Lines of a block without the indentation that they have in common; the first line has none. */
	private static String outdented(String text) {
		int common = text.lines().skip(1).filter(line -> !line.isBlank()).mapToInt(line -> line.length() - line.stripLeading().length()).min().orElse(0);
		return text.lines().map(line -> line.isBlank() ? "" : line.substring(Math.min(common, line.length() - line.stripLeading().length())))
				.collect(Collectors.joining("\n"));
	}

	private static String decapitalized(String text) {
		return text.length() > 1 && Character.isUpperCase(text.charAt(0)) && !Character.isUpperCase(text.charAt(1)) && !Character.isDigit(text.charAt(1))
				? Character.toLowerCase(text.charAt(0)) + text.substring(1)
				: text;
	}
}
