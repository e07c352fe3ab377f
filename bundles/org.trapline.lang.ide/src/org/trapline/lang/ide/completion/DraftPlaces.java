// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.trapline.model.ModelPackage;

import jakarta.inject.Inject;

/** Proposes visible names for the places of a draft: a draft has the class of each name, and the first visible name of that class is the default. */
final class DraftPlaces {

	private static final Pattern PLACE = Pattern.compile("\\$\\{(\\d+):([A-Z]\\w*)\\}");

	@Inject
	private IScopeProvider scopes;

	/**
	 * A snippet with visible names in its places, if there are any.
	 *
	 * @param context an element of the text; null where it is empty
	 */
	String filled(String snippet, EObject context) {
		Matcher place = PLACE.matcher(snippet);
		StringBuilder filled = new StringBuilder();
		while (place.find()) {
			String name = first(place.group(2), context).orElse(place.group(2));
			place.appendReplacement(filled, Matcher.quoteReplacement("${" + place.group(1) + ":" + Snippets.escaped(name) + "}"));
		}
		return place.appendTail(filled).toString();
	}

	private Optional<String> first(String type, EObject context) {
		if (context == null || !(ModelPackage.eINSTANCE.getEClassifier(type) instanceof EClass named) || !isElement(named)) {
			return Optional.empty();
		}
		return reference(named).flatMap(reference -> {
			Iterator<IEObjectDescription> names = scopes.getScope(context, reference).getAllElements().iterator();
			return names.hasNext() ? Optional.of(names.next().getName().toString()) : Optional.empty();
		});
	}

	private static boolean isElement(EClass type) {
		return ModelPackage.Literals.ELEMENT.isSuperTypeOf(type);
	}

	/** A reference to elements of a class: all such references have the same visible names. */
	private static Optional<EReference> reference(EClass type) {
		for (EClassifier each : ModelPackage.eINSTANCE.getEClassifiers()) {
			if (each instanceof EClass owner) {
				for (EReference reference : owner.getEReferences()) {
					if (!reference.isContainment() && reference.getEReferenceType() == type) {
						return Optional.of(reference);
					}
				}
			}
		}
		return Optional.empty();
	}
}
