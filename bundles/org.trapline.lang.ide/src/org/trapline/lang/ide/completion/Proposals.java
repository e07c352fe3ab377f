// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.xtext.CurrentTypeFinder;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Contribution;
import org.trapline.catalog.Library;
import org.trapline.catalog.Parameter;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Metrics;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.lang.Sweeps;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.lang.ide.text.Descriptions;
import org.trapline.lang.parser.ElementStarts;
import org.trapline.lang.scoping.AmbiguousNames;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.services.TraplineGrammarAccess;
import org.trapline.lang.versions.RenamedWord;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;
import org.trapline.model.Stack;
import org.trapline.model.Sweep;
import org.trapline.model.TraplineModel;
import org.trapline.model.Unit;
import org.trapline.model.Workload;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/**
 * Proposes what the grammar and the scope allow at a place, with descriptions. In addition: libraries and files for imports,
 * contributions of plug-ins for implementations, the next level of a stack, a cost with a draft of its value, and drafts of whole
 * elements.
 */
public class Proposals extends IdeContentProposalProvider {

	private static final int NAMES = 500;
	private static final int WORDS = 400;
	private static final int DRAFTS = 300;

	@Inject
	private CurrentTypeFinder types;

	@Inject
	private Descriptions descriptions;

	@Inject
	private Templates templates;

	@Inject
	private DraftPlaces places;

	@Inject
	private Catalog catalog;

	@Inject
	private Imports imports;

	@Inject
	private AmbiguousNames ambiguous;

	@Inject
	private Metrics metrics;

	@Inject
	private TraplineGrammarAccess grammar;

	// ------------------------------------------------------------------------------------------- words

	@Override
	protected void _createProposals(Keyword keyword, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		String word = keyword.getValue();
		if (!Character.isLetter(word.charAt(0)) || isUnit(keyword) || isMetric(keyword) || RenamedWord.of(keyword).isPresent()) {
			return;
		}
		acceptor.accept(getProposalCreator().createProposal(word, context, ContentAssistEntry.KIND_KEYWORD, entry -> {
			entry.setDescription(Vocabulary.meaning(keyword).map(Vocabulary::owner).orElse(""));
			entry.setDocumentation(descriptions.keyword(keyword).orElse(null));
		}), WORDS);
		// The same word may be a part of another element: a workload in an experiment.
		if (GrammarUtil.containingRule(keyword) instanceof ParserRule rule && ElementStarts.of(rule).contains(word) && rule.getType().getClassifier() instanceof EClass type && ModelPackage.Literals.ELEMENT.isSuperTypeOf(type)) {
			templates.beginningWith(word).forEach(template -> draft(template, context, acceptor));
		}
	}

	private void draft(Templates.Template template, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		if (!template.keyword().startsWith(context.getPrefix())) {
			return;
		}
		ContentAssistEntry entry = new ContentAssistEntry();
		String snippet = places.filled(template.snippet(), context.getCurrentModel() == null ? context.getRootModel() : context.getCurrentModel());
		entry.setProposal(snippet);
		entry.setPrefix(context.getPrefix());
		entry.setKind(ContentAssistEntry.KIND_SNIPPET);
		// Entries with the same label would be one.
		entry.setLabel(template.keyword() + " … (" + template.label() + ")");
		entry.setDocumentation("```trapline\n" + Snippets.plain(snippet) + "\n```");
		acceptor.accept(entry, DRAFTS);
	}

	// ------------------------------------------------------------------------------------------- names

	@Override
	protected void _createProposals(CrossReference crossReference, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		EReference reference = owner(crossReference).map(type -> GrammarUtil.getReference(crossReference, type)).orElse(null);
		if (reference == null || context.getCurrentModel() == null) {
			return;
		}
		Set<EObject> taken = taken(context, reference);
		for (IEObjectDescription candidate : getScopeProvider().getScope(context.getCurrentModel(), reference).getAllElements()) {
			if (!acceptor.canAcceptMoreProposals()) {
				return;
			}
			EObject element = EcoreUtil.resolve(candidate.getEObjectOrProxy(), context.getResource());
			if (!taken.contains(element) && isBest(candidate, element, reference, context)) {
				acceptor.accept(name(candidate, element, reference, context), NAMES);
			}
		}
	}

	/** The type of the owner of a part of the grammar; a fragment belongs to the rule that uses it. */
	private Optional<EClass> owner(AbstractElement element) {
		AbstractElement place = element;
		if (GrammarUtil.containingParserRule(element) instanceof ParserRule rule && rule.isWildcard()) {
			place = GrammarUtil.allParserRules(grammar.getGrammar()).stream().flatMap(each -> GrammarUtil.containedRuleCalls(each).stream())
					.filter(call -> call.getRule() == rule).findFirst().orElseThrow();
		}
		return types.findCurrentTypeAfter(place) instanceof EClass type ? Optional.of(type) : Optional.empty();
	}

	/** Whether a name is the form to propose: with the namespace if the simple name is ambiguous, or the prefix has it. */
	private boolean isBest(IEObjectDescription candidate, EObject element, EReference reference, ContentAssistContext context) {
		if (!(element instanceof NamedElement named) || named.getName() == null || element.eResource() == context.getResource()) {
			return true;
		}
		String written = candidate.getName().toString();
		boolean alone = written.equals(named.getName());
		if (!alone && context.getPrefix().startsWith(written.substring(0, written.length() - named.getName().length()))) {
			return true;
		}
		return alone == (ambiguous.meanings(context.getResource(), reference.getEReferenceType(), named.getName()).size() <= 1);
	}

	/** The existing entries of a list without repetitions. */
	private static Set<EObject> taken(ContentAssistContext context, EReference reference) {
		if (reference == ModelPackage.Literals.COST_SETTING__COST) {
			CostTable table = EcoreUtil2.getContainerOfType(context.getCurrentModel(), CostTable.class);
			Set<EObject> taken = new HashSet<>();
			if (table != null) {
				table.getSettings().stream().filter(setting -> setting != context.getCurrentModel()).map(CostSetting::getCost).forEach(taken::add);
			}
			return taken;
		}
		EObject owner = context.getCurrentModel();
		return reference.isMany() && reference.getEContainingClass().isSuperTypeOf(owner.eClass()) && reference.getEContainingClass() == ModelPackage.Literals.EXPERIMENT
				? new HashSet<>(list(owner, reference))
				: Set.of();
	}

	@SuppressWarnings("unchecked")
	private static List<? extends EObject> list(EObject owner, EReference reference) {
		return (List<? extends EObject>) owner.eGet(reference);
	}

	private ContentAssistEntry name(IEObjectDescription candidate, EObject element, EReference reference, ContentAssistContext context) {
		Optional<Library> library = imports.library(candidate.getEObjectURI().trimFragment());
		return getProposalCreator().createProposal(candidate.getName().toString(), context, ContentAssistEntry.KIND_REFERENCE, entry -> {
			entry.setSource(candidate.getEClass());
			entry.setDescription(descriptions.detail(candidate.getEClass(), library));
			entry.setDocumentation(element.eIsProxy() ? null : descriptions.element(element, context.getCurrentModel()));
			if (reference == ModelPackage.Literals.COST_SETTING__COST && element instanceof Cost cost && !hasValue(context)) {
				value(entry, cost);
			}
		});
	}

	/** Whether a value follows already. */
	private static boolean hasValue(ContentAssistContext context) {
		for (ILeafNode leaf : context.getRootNode().getLeafNodes()) {
			if (leaf.getOffset() >= context.getOffset() && !leaf.isHidden()) {
				return leaf.getText().equals("=");
			}
		}
		return false;
	}

	/** The cost with a draft of its value: the default that a plug-in declares for it, or a placeholder. */
	private void value(ContentAssistEntry entry, Cost cost) {
		Optional<Parameter> parameter = parameter(cost.getName());
		String unit = parameter.map(Parameter::unit).orElse("cycles");
		String amount = parameter.flatMap(each -> each.defaultValue().isPresent() ? Optional.of(each.defaultValue().getAsLong()) : Optional.empty())
				.or(() -> parameter.flatMap(each -> each.minimum().isPresent() ? Optional.of(each.minimum().getAsLong()) : Optional.empty())).map(String::valueOf)
				.orElse("1");
		entry.setLabel(entry.getProposal());
		entry.setProposal(entry.getProposal() + " = ${1:" + amount + "} " + unit + " ${2|measured,derived,assumed|} \"${3:source}\"");
		entry.setKind(ContentAssistEntry.KIND_SNIPPET);
		parameter.ifPresent(each -> entry.setDescription(entry.getDescription() + "; " + Descriptions.bounds(each)));
	}

	private Optional<Parameter> parameter(String name) {
		return Stream.concat(catalog.cpus().stream(), catalog.mechanisms().stream()).flatMap(each -> each.parameters().stream())
				.filter(each -> each.name().equals(name)).findFirst();
	}

	// ------------------------------------------------------------------------------------------- values

	@Override
	protected void _createProposals(Assignment assignment, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		if (assignment.getTerminal() instanceof CrossReference reference) {
			_createProposals(reference, context, acceptor);
			return;
		}
		EStructuralFeature feature = owner(assignment).map(type -> type.getEStructuralFeature(assignment.getFeature())).orElse(null);
		if (!(feature instanceof EAttribute attribute)) {
			return;
		}
		if (attribute.getEType() == ModelPackage.Literals.UNIT) {
			units(context, acceptor);
		} else if (Metrics.isNamedBy(attribute)) {
			metrics(context, acceptor);
		} else if (attribute == ModelPackage.Literals.IMPORT__IMPORT_URI) {
			catalog.libraries().forEach(library -> text(library.name(), "library", descriptions.library(library), context, acceptor));
			files(context).forEach(file -> text(file, "file", null, context, acceptor));
		} else if (attribute == ModelPackage.Literals.CPU__IMPLEMENTATION) {
			catalog.cpus().forEach(each -> contribution(each, context, acceptor));
		} else if (attribute == ModelPackage.Literals.MECHANISM__IMPLEMENTATION) {
			catalog.mechanisms().forEach(each -> contribution(each, context, acceptor));
		} else if (attribute == ModelPackage.Literals.CHART__ACROSS || attribute == ModelPackage.Literals.CHART__DOWN) {
			swept(context, acceptor);
		} else if (attribute == ModelPackage.Literals.MIGRATION__LEVEL) {
			((TraplineModel) context.getRootModel()).getElements().stream().filter(Stack.class::isInstance).map(Stack.class::cast)
					.max(Comparator.comparingInt(stack -> Inheritance.hypervisors(stack).size())).ifPresent(stack -> machines(stack, context, acceptor));
		} else if (attribute == ModelPackage.Literals.PIN__LEVEL || attribute == ModelPackage.Literals.DEVICE_ASSIGNMENT__LEVEL) {
			Stack stack = EcoreUtil2.getContainerOfType(context.getCurrentModel(), Stack.class);
			if (stack != null) {
				machines(stack, context, acceptor);
			}
		} else if (attribute == ModelPackage.Literals.STACK__GUEST || attribute == ModelPackage.Literals.NAMED_ELEMENT__NAME
				&& types.findCurrentTypeAfter(assignment) == ModelPackage.Literals.LEVEL) {
			level(context, acceptor);
		}
	}

	/** Those of the workloads of the enclosing experiment, or all if it has none. */
	private void metrics(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		Experiment experiment = EcoreUtil2.getContainerOfType(context.getCurrentModel(), Experiment.class);
		List<Workload> workloads = experiment == null ? List.of() : experiment.getWorkloads().stream().filter(workload -> !workload.eIsProxy()).toList();
		for (Metric metric : metrics.proposed()) {
			if (workloads.isEmpty() || workloads.stream().anyMatch(workload -> metrics.has(workload, metric))) {
				acceptor.accept(getProposalCreator().createProposal(metric.id(), context, ContentAssistEntry.KIND_VALUE, entry -> {
					entry.setDescription(metric.title());
					entry.setDocumentation(descriptions.metric(metric));
				}), NAMES);
			}
		}
	}

	private void contribution(Contribution contribution, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		text(contribution.id(), contribution.name(), descriptions.contribution(contribution), context, acceptor);
	}

	/** A text in quotes, which may exist in part already. */
	private static void text(String value, String what, String documentation, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		String typed = context.getPrefix();
		String begun = typed.startsWith("\"") || typed.startsWith("'") ? typed.substring(1) : typed;
		if (!value.contains(begun.replaceAll("[\"']$", ""))) {
			return;
		}
		ContentAssistEntry entry = new ContentAssistEntry();
		entry.setProposal("\"" + value + "\"");
		entry.setLabel(value);
		entry.setPrefix(typed);
		entry.setKind(ContentAssistEntry.KIND_FILE);
		entry.setDescription(what);
		entry.setDocumentation(documentation);
		acceptor.accept(entry, NAMES);
	}

	// ------------------------------------------------------------------------------------------- units

	@Override
	protected void _createProposals(RuleCall call, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		if (isUnit(call)) {
			units(context, acceptor);
		} else {
			super._createProposals(call, context, acceptor);
		}
	}

	private boolean isMetric(AbstractElement element) {
		return GrammarUtil.containingParserRule(element) == grammar.getMetricRule();
	}

	private boolean isUnit(AbstractElement element) {
		return GrammarUtil.containingParserRule(element) == grammar.getUnitNameRule();
	}

	/** The units of a quantity, whose dimension follows from the word before the number. */
	private void units(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		List<Dimension> dimensions = switch (wordBeforeNumber(context)) {
		case "clock" -> List.of(Dimension.FREQUENCY);
		case "memory", "set", "state" -> List.of(Dimension.SIZE);
		case "dirty", "link" -> List.of(Dimension.BANDWIDTH);
		case "downtime" -> List.of(Dimension.TIME);
		case "=" -> List.of(Dimension.CYCLES, Dimension.TIME);
		case "stalled", "mwait", "pause", "spin", "mutex", "running" -> List.of(Dimension.RATIO);
		default -> List.of(Dimension.values());
		};
		for (Unit unit : Unit.values()) {
			if (dimensions.contains(Quantities.dimension(unit))) {
				acceptor.accept(getProposalCreator().createProposal(unit.getLiteral(), context, ContentAssistEntry.KIND_UNIT,
						entry -> entry.setDescription(Quantities.name(Quantities.dimension(unit)))), NAMES);
			}
		}
	}

	private static String wordBeforeNumber(ContentAssistContext context) {
		String before = "";
		String number = "";
		for (ILeafNode leaf : context.getRootNode().getLeafNodes()) {
			if (leaf.getEndOffset() > context.getOffset() - context.getPrefix().length()) {
				break;
			}
			if (!leaf.isHidden()) {
				before = number;
				number = leaf.getText();
			}
		}
		return before;
	}

	/** The level above those that a stack has, with those that it inherits. */
	private void level(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		Stack stack = EcoreUtil2.getContainerOfType(context.getCurrentModel(), Stack.class);
		if (stack == null) {
			return;
		}
		String next = "L" + Inheritance.hypervisors(stack).keySet().stream().filter(name -> name != null && name.matches("L\\d+")).count();
		acceptor.accept(getProposalCreator().createProposal(next, context, ContentAssistEntry.KIND_VALUE,
				entry -> entry.setDescription("the level above " + stack.getName() + "'s last hypervisor")), NAMES);
	}

	/** The virtual machines of a stack. */
	private void machines(Stack stack, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		for (int level = 1; level <= Inheritance.hypervisors(stack).size(); level++) {
			acceptor.accept(getProposalCreator().createProposal("L" + level, context, ContentAssistEntry.KIND_VALUE,
					entry -> entry.setDescription("a virtual machine of " + stack.getName())), NAMES);
		}
	}

	/** The parameters that an experiment varies. */
	private void swept(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		Experiment experiment = EcoreUtil2.getContainerOfType(context.getCurrentModel(), Experiment.class);
		if (experiment == null) {
			return;
		}
		for (Sweep sweep : experiment.getSweeps()) {
			if (sweep.getCost() == null || !sweep.getCost().eIsProxy()) {
				acceptor.accept(getProposalCreator().createProposal(Sweeps.name(sweep), context, ContentAssistEntry.KIND_VALUE, entry -> {
					entry.setDescription("varied by a sweep");
					entry.setDocumentation(sweep.getCost() == null ? null : descriptions.element(sweep.getCost(), context.getCurrentModel()));
				}), NAMES);
			}
		}
	}

	/** Studies beside this file, and below its folder, as an import names them. */
	private static List<String> files(ContentAssistContext context) {
		URI uri = context.getResource().getURI();
		if (!uri.isFile()) {
			return List.of();
		}
		Path file = Path.of(uri.toFileString());
		try (Stream<Path> all = Files.walk(file.getParent(), 3)) {
			return all.filter(each -> each.getFileName().toString().endsWith(Imports.FILE_ENDING) && !each.equals(file))
					.map(each -> file.getParent().relativize(each).toString().replace('\\', '/')).sorted().limit(100).toList();
		} catch (IOException | UncheckedIOException e) {
			return List.of();
		}
	}
}
