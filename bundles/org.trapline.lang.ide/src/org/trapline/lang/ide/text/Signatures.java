// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.signatureHelp.ISignatureHelpService;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Contribution;
import org.trapline.catalog.Parameter;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.Cpu;
import org.trapline.model.Mechanism;

import jakarta.inject.Inject;

/**
 * Signature help: the parts within parentheses, and the parameters of the contribution whose mechanism or CPU is defined, used, or given a cost.
 */
public class Signatures implements ISignatureHelpService {

	@Inject
	private Catalog catalog;

	@Inject
	private Descriptions descriptions;

	@Override
	public SignatureHelp getSignatureHelp(Document document, XtextResource resource, SignatureHelpParams params, CancelIndicator cancel) {
		if (document == null || resource == null) {
			return EMPTY;
		}
		int offset = document.getOffSet(params.getPosition());
		Optional<ILeafNode> before = wordBefore(resource.getParseResult().getRootNode(), offset);
		return before.flatMap(leaf -> parentheses(leaf, offset)).or(() -> parameters(resource, offset, before)).orElse(EMPTY);
	}

	private static Optional<ILeafNode> wordBefore(ICompositeNode root, int offset) {
		int at = offset - 1;
		while (at >= 0) {
			ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, at);
			if (leaf == null || !leaf.isHidden()) {
				return Optional.ofNullable(leaf);
			}
			at = leaf.getOffset() - 1;
		}
		return Optional.empty();
	}

	// ------------------------------------------------------------------------------------------- parentheses

	/** The parts of the rule of the grammar whose parentheses are open at a place. */
	private static Optional<SignatureHelp> parentheses(ILeafNode before, int offset) {
		for (INode node = before; node != null; node = node.getParent()) {
			if (node.getGrammarElement() instanceof RuleCall call && call.getRule() instanceof ParserRule rule && node instanceof ICompositeNode composite
					&& rule.getType().getClassifier() instanceof EClass type && hasParentheses(rule)) {
				int commas = -1;
				for (ILeafNode leaf : composite.getLeafNodes()) {
					if (leaf.getOffset() >= offset || leaf.getText().equals(")")) {
						break;
					}
					if (leaf.getText().equals("(")) {
						commas = 0;
					} else if (leaf.getText().equals(",")) {
						commas++;
					}
				}
				boolean closed = before.getText().equals(")");
				return commas < 0 || closed ? Optional.empty() : Optional.of(parts(rule, type, commas));
			}
		}
		return Optional.empty();
	}

	private static boolean hasParentheses(ParserRule rule) {
		return GrammarUtil.containedKeywords(rule).stream().map(Keyword::getValue).anyMatch("("::equals);
	}

	private static SignatureHelp parts(ParserRule rule, EClass type, int active) {
		List<Assignment> all = GrammarUtil.containedAssignments(rule);
		// The text before the parentheses is the name of the whole.
		List<Assignment> inside = all.subList(1, all.size());
		List<ParameterInformation> parameters = inside.stream().map(part -> parameter(Vocabulary.words(part.getFeature()),
				Optional.ofNullable(type.getEStructuralFeature(part.getFeature())).flatMap(Vocabulary::documentation).orElse(""))).toList();
		String label = Vocabulary.words(all.getFirst().getFeature()) + "(" + inside.stream().map(part -> Vocabulary.words(part.getFeature())).collect(Collectors.joining(", ")) + ")";
		SignatureInformation signature = new SignatureInformation(label, Vocabulary.documentation(type).orElse(""), parameters);
		return new SignatureHelp(List.of(signature), 0, Math.min(active, inside.size() - 1));
	}

	// ------------------------------------------------------------------------------------------- parameters

	private Optional<SignatureHelp> parameters(XtextResource resource, int offset, Optional<ILeafNode> before) {
		Optional<Spot> spot = Spot.at(resource, offset);
		EObject around = before.map(NodeModelUtils::findActualSemanticObjectFor).orElse(null);
		if (spot.isPresent() && spot.get() instanceof Spot.Reference reference && reference.target() instanceof Mechanism mechanism && !mechanism.eIsProxy()) {
			return descriptions.implementation(mechanism).map(each -> signatures(List.of(each), null));
		}
		CostSetting setting = EcoreUtil2.getContainerOfType(around, CostSetting.class);
		if (setting != null && setting.getCost() != null && !setting.getCost().eIsProxy()) {
			return ofCost(setting.getCost());
		}
		EObject element = EcoreUtil2.getContainerOfType(around, Mechanism.class);
		if (element == null) {
			element = EcoreUtil2.getContainerOfType(around, Cpu.class);
		}
		// After the last brace the element is complete.
		boolean inside = element != null && offset < NodeModelUtils.findActualNodeFor(element).getEndOffset();
		return inside ? descriptions.implementation(element).map(each -> signatures(List.of(each), named(around))) : Optional.empty();
	}

	/** The contributions that take a cost. */
	private Optional<SignatureHelp> ofCost(Cost cost) {
		List<Contribution> taking = Stream.concat(catalog.cpus().stream(), catalog.mechanisms().stream())
				.filter(each -> each.parameters().stream().anyMatch(parameter -> parameter.name().equals(cost.getName()))).toList();
		return taking.isEmpty() ? Optional.empty() : Optional.of(signatures(taking, cost.getName()));
	}

	/** The cost of an element's text, if it is written already. */
	private static String named(EObject around) {
		for (EStructuralFeature feature : around.eClass().getEAllReferences()) {
			if (!feature.isMany() && around.eGet(feature) instanceof Cost cost && cost.getName() != null) {
				return cost.getName();
			}
		}
		return null;
	}

	private SignatureHelp signatures(List<Contribution> contributions, String cost) {
		List<SignatureInformation> signatures = new ArrayList<>();
		Integer active = null;
		for (Contribution contribution : contributions) {
			List<String> labels = contribution.parameters().stream().map(parameter -> parameter.name() + ": " + Descriptions.bounds(parameter)).toList();
			List<ParameterInformation> parameters = new ArrayList<>();
			for (int i = 0; i < labels.size(); i++) {
				Parameter parameter = contribution.parameters().get(i);
				parameters.add(parameter(labels.get(i), parameter.description()));
				active = parameter.name().equals(cost) ? Integer.valueOf(i) : active;
			}
			SignatureInformation signature = new SignatureInformation(contribution.name() + "(" + String.join("; ", labels) + ")", "", parameters);
			signature.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, contribution.description()));
			signatures.add(signature);
		}
		return new SignatureHelp(signatures, 0, active);
	}

	private static ParameterInformation parameter(String label, String documentation) {
		return new ParameterInformation(label, documentation);
	}
}
