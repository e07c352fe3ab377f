// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.xmi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.trapline.model.NamedElement;

/**
 * The ids of a model's named elements: {@code Cpu.arm.v8_0}, and of parts after their container, {@code Reference.neve.sosp17-vm}.
 * Unlike an index in a list, an id does not change when something is inserted before.
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

	/** The element of an id. */
	Optional<EObject> element(String id) {
		return Optional.ofNullable(elements.get(RenamedNames.currentId(id)));
	}

	/** The id of an element; null for one without a name. */
	String id(EObject element) {
		return ids.get(element);
	}

	/** All elements by their ids, in the order of the model. */
	Map<String, EObject> elements() {
		return elements;
	}
}
