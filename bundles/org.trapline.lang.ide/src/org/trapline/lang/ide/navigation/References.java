// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.navigation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.lang.Sweeps;
import org.trapline.lang.ide.text.Spot;
import org.trapline.model.Chart;
import org.trapline.model.Cost;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;

import jakarta.inject.Inject;

/** Finds references. All files that the server knows are in one resource set, which a search goes through. */
public class References {

	@Inject
	private OperationCanceledManager cancelled;

	/**
	 * A name in a text, which declares an element or refers to it.
	 *
	 * @param source  the element whose text the name is in
	 * @param feature the name's feature, or the reference
	 */
	public record Mention(XtextResource resource, INode node, EObject source, EStructuralFeature feature) {
	}

	/** The element of the name at a place, which declares it or refers to it. */
	public static Optional<NamedElement> meant(XtextResource resource, int offset) {
		return Spot.at(resource, offset).flatMap(spot -> switch (spot) {
		case Spot.Reference reference when reference.target() instanceof NamedElement target && !target.eIsProxy() -> Optional.of(target);
		case Spot.Name name -> Optional.of(name.element());
		case Spot.Value value when value.owner() instanceof Chart chart -> Sweeps.cost(chart, NodeModelUtils.getTokenText(value.node()));
		default -> Optional.empty();
		});
	}

	/** The place of an element's name; empty where it has none. In a text with errors there may be a place without a name. */
	public static Optional<Mention> declaration(EObject element) {
		return element.eResource() instanceof XtextResource resource && element instanceof NamedElement named && named.getName() != null
				? NodeModelUtils.findNodesForFeature(element, ModelPackage.Literals.NAMED_ELEMENT__NAME).stream().findFirst()
						.map(node -> new Mention(resource, node, element, ModelPackage.Literals.NAMED_ELEMENT__NAME))
				: Optional.empty();
	}

	/** All references to an element in all files, file by file. */
	public List<Mention> to(EObject target, CancelIndicator cancel) {
		List<Mention> found = new ArrayList<>();
		for (Resource resource : List.copyOf(target.eResource().getResourceSet().getResources())) {
			if (resource instanceof XtextResource text) {
				found.addAll(to(target, text, cancel));
			}
		}
		return found;
	}

	/** All references to an element in one file, in the order of the text. */
	public List<Mention> to(EObject target, XtextResource resource, CancelIndicator cancel) {
		List<Mention> found = new ArrayList<>();
		for (Iterator<EObject> all = EcoreUtil.getAllContents(resource, false); all.hasNext();) {
			cancelled.checkCanceled(cancel);
			EObject source = all.next();
			if (source instanceof Chart chart && target instanceof Cost) {
				collect(chart, target, resource, found);
			}
			for (EReference reference : source.eClass().getEAllReferences()) {
				if (!reference.isContainment() && reference.getEReferenceType().isSuperTypeOf(target.eClass())) {
					collect(source, reference, target, resource, found);
				}
			}
		}
		return found;
	}

	/** The axis of a chart is not a reference: it may be a cost or another parameter. */
	private static void collect(Chart chart, EObject target, XtextResource resource, List<Mention> found) {
		for (EAttribute parameter : List.of(ModelPackage.Literals.CHART__ACROSS, ModelPackage.Literals.CHART__DOWN)) {
			for (INode node : NodeModelUtils.findNodesForFeature(chart, parameter)) {
				if (Sweeps.cost(chart, NodeModelUtils.getTokenText(node)).filter(cost -> cost == target).isPresent()) {
					found.add(new Mention(resource, node, chart, parameter));
				}
			}
		}
	}

	private static void collect(EObject source, EReference reference, EObject target, XtextResource resource, List<Mention> found) {
		if (!reference.isMany()) {
			if (source.eGet(reference) == target) {
				NodeModelUtils.findNodesForFeature(source, reference).stream().findFirst().ifPresent(node -> found.add(new Mention(resource, node, source, reference)));
			}
			return;
		}
		List<?> values = (List<?>) source.eGet(reference);
		if (values.contains(target)) {
			List<INode> nodes = NodeModelUtils.findNodesForFeature(source, reference);
			for (int i = 0; i < values.size() && i < nodes.size(); i++) {
				if (values.get(i) == target) {
					found.add(new Mention(resource, nodes.get(i), source, reference));
				}
			}
		}
	}
}
