// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.IScopeProvider;

/**
 * What can stand in place of a piece of a text.
 *
 * @param texts  what is offered, that which is written included; empty where nothing is known
 * @param closed whether there is nothing else
 */
record Choices(List<String> texts, boolean closed) {

	/** The words of the grammar, or the names in scope, that fit a feature. */
	static Choices of(FeatureText piece) {
		if (piece.feature() instanceof EReference reference && !reference.isContainment()) {
			List<String> names = names(piece, reference);
			return reference.isMany() ? new Choices(lists(piece.line(), names), false) : new Choices(with(piece.line(), names), true);
		}
		INode node = NodeModelUtils.findNodesForFeature(piece.element(), piece.feature()).getFirst();
		if (!piece.feature().isMany() && node.getGrammarElement() instanceof RuleCall call && call.getRule() instanceof EnumRule words) {
			return new Choices(GrammarUtil.containedKeywords(words).stream().map(Keyword::getValue).distinct().toList(), true);
		}
		return new Choices(List.of(), false);
	}

	/** As the scope of the language knows them, each thing by its shortest name that means it here. */
	private static List<String> names(FeatureText piece, EReference reference) {
		IResourceServiceProvider services = ((XtextResource) piece.element().eResource()).getResourceServiceProvider();
		IQualifiedNameConverter converter = services.get(IQualifiedNameConverter.class);
		IScope scope = services.get(IScopeProvider.class).getScope(piece.element(), reference);
		Map<URI, QualifiedName> shortest = new LinkedHashMap<>();
		// Nothing can refer to itself.
		URI itself = EcoreUtil.getURI(piece.element());
		for (IEObjectDescription each : scope.getAllElements()) {
			IEObjectDescription meant = scope.getSingleElement(each.getName());
			if (meant != null && !each.getEObjectURI().equals(itself) && meant.getEObjectURI().equals(each.getEObjectURI())) {
				shortest.merge(each.getEObjectURI(), each.getName(), (one, other) -> other.getSegmentCount() < one.getSegmentCount() ? other : one);
			}
		}
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
		shortest.values().forEach(name -> names.add(converter.toString(name)));
		return List.copyOf(names);
	}

	/** A name that nothing has, or a longer one, is written nevertheless. */
	private static List<String> with(String written, List<String> names) {
		Set<String> all = new LinkedHashSet<>();
		if (!names.contains(written)) {
			all.add(written);
		}
		all.addAll(names);
		return List.copyOf(all);
	}

	/** What is written, one less, one more, or another one alone: the next step to any list. */
	private static List<String> lists(String written, List<String> names) {
		List<String> now = Arrays.stream(written.split(",")).map(String::strip).toList();
		Set<String> all = new LinkedHashSet<>(List.of(written));
		if (now.size() > 1) {
			now.forEach(gone -> all.add(String.join(", ", now.stream().filter(each -> !each.equals(gone)).toList())));
		}
		List<String> others = names.stream().filter(each -> !now.contains(each)).toList();
		for (String other : others) {
			List<String> more = new ArrayList<>(now);
			more.add(other);
			all.add(String.join(", ", more));
		}
		all.addAll(others);
		return List.copyOf(all);
	}
}
