// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.xmi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.trapline.model.NamedElement;

/**
 * What the named elements of a model go by: {@code Cpu.arm.v8_0}, and parts after what they are in, {@code Reference.neve.sosp17-vm}.
 * Other than a place in a list, it stays when something is added before.
 */
final class ElementIds {

	private final Map<String, EObject> elements = new LinkedHashMap<>();
	private final Map<EObject, String> ids = new HashMap<>();

	ElementIds(EObject root) {
		add(root, "");
	}

	private void add(EObject owner, String outer) {
		for (EObject part : owner.eContents()) {
			String id = outer;
			if (part instanceof NamedElement named && named.getName() != null) {
				id = unique(outer.isEmpty() ? part.eClass().getName() + "." + named.getName() : outer + "-" + named.getName());
				elements.put(id, part);
				ids.put(part, id);
			}
			add(part, id);
		}
	}

	/** Two elements of one name are an error of the language, not of this. */
	private String unique(String id) {
		String unique = id;
		for (int i = 2; elements.containsKey(unique); i++) {
			unique = id + "-" + i;
		}
		return unique;
	}

	/** The element that goes by an id. */
	Optional<EObject> element(String id) {
		return Optional.ofNullable(elements.get(RenamedNames.currentId(id)));
	}

	/** What an element goes by; null for one without a name. */
	String id(EObject element) {
		return ids.get(element);
	}

	/** All elements by their ids, in the order of the model. */
	Map<String, EObject> elements() {
		return elements;
	}
}
