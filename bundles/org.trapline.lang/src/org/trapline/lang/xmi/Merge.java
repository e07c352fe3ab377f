// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.xmi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.trapline.model.NamedElement;

/**
 * Makes one model equal to another one, with as few changes as possible: equal parts keep their objects, so that they keep their text, comments and
 * layout.
 */
final class Merge {

	/** The objects of the changed model, by those of the wanted one. */
	private final Map<EObject, EObject> merged = new LinkedHashMap<>();

	private Merge() {
	}

	/** Changes {@code model} so that it equals {@code wanted}. References from the two models to outside are to the same objects. */
	static void into(EObject model, EObject wanted) {
		Merge merge = new Merge();
		merge.parts(model, wanted);
		merge.values();
	}

	private void parts(EObject ours, EObject wanted) {
		merged.put(wanted, ours);
		for (EReference part : wanted.eClass().getEAllContainments()) {
			if (part.isMany()) {
				ECollections.setEList(list(ours, part), parts(list(ours, part), list(wanted, part)));
			} else {
				EObject other = (EObject) wanted.eGet(part);
				EObject own = (EObject) ours.eGet(part);
				if (other == null) {
					ours.eUnset(part);
				} else {
					EObject kept = own != null && own.eClass() == other.eClass() ? own : EcoreUtil.create(other.eClass());
					parts(kept, other);
					ours.eSet(part, kept);
				}
			}
		}
	}

	/** The new contents of a list: for each wanted part the existing one, or a new one. */
	private List<EObject> parts(List<EObject> ours, List<EObject> wanted) {
		EObject[] kept = new EObject[wanted.size()];
		Set<EObject> free = Collections.newSetFromMap(new IdentityHashMap<>());
		free.addAll(ours);
		pair(ours, wanted, kept, free, (own, other) -> key(own) != null && key(own).equals(key(other)));
		pair(ours, wanted, kept, free, EcoreUtil::equals);
		// A comment documents the part after it: a part without a name counts as changed, one with another name as another one.
		pair(ours, wanted, kept, free, (own, other) -> key(other) == null);
		List<EObject> parts = new ArrayList<>();
		for (int i = 0; i < kept.length; i++) {
			EObject part = kept[i] == null ? EcoreUtil.create(wanted.get(i).eClass()) : kept[i];
			parts(part, wanted.get(i));
			parts.add(part);
		}
		return parts;
	}

	private interface Same {
		boolean test(EObject own, EObject other);
	}

	private static void pair(List<EObject> ours, List<EObject> wanted, EObject[] kept, Set<EObject> free, Same same) {
		for (int i = 0; i < kept.length; i++) {
			EObject other = wanted.get(i);
			if (kept[i] == null) {
				kept[i] = ours.stream().filter(own -> free.contains(own) && own.eClass() == other.eClass() && same.test(own, other)).findFirst().orElse(null);
				free.remove(kept[i]);
			}
		}
	}

	/** The key of a part among its siblings: its name or its subject. Null where only its content distinguishes it. */
	private static Object key(EObject part) {
		if (part instanceof NamedElement named) {
			return named.getName();
		}
		List<Object> about = new ArrayList<>();
		for (EReference reference : part.eClass().getEAllReferences()) {
			if (!reference.isContainment() && !reference.isMany() && reference.isRequired()) {
				about.add(part.eGet(reference) instanceof NamedElement named ? named.getName() : null);
			}
		}
		return about.isEmpty() ? null : about;
	}

	private void values() {
		merged.forEach((wanted, ours) -> {
			for (EStructuralFeature feature : wanted.eClass().getEAllStructuralFeatures()) {
				if (feature instanceof EAttribute || feature instanceof EReference reference && !reference.isContainment()) {
					value(ours, wanted, feature);
				}
			}
		});
	}

	private void value(EObject ours, EObject wanted, EStructuralFeature feature) {
		if (!wanted.eIsSet(feature)) {
			ours.eUnset(feature);
		} else if (feature.isMany()) {
			List<Object> values = ((List<?>) wanted.eGet(feature)).stream().<Object>map(this::own).toList();
			@SuppressWarnings("unchecked")
			InternalEList<Object> list = (InternalEList<Object>) ours.eGet(feature);
			if (!values.equals(list)) {
				list.clear();
				// A list may have repeated names; the checks of the language report that.
				values.forEach(list::addUnique);
			}
		} else if (!ours.eIsSet(feature) || !Objects.equals(own(wanted.eGet(feature)), ours.eGet(feature))) {
			ours.eSet(feature, own(wanted.eGet(feature)));
		}
	}

	private Object own(Object value) {
		return value instanceof EObject object ? merged.getOrDefault(object, object) : value;
	}

	@SuppressWarnings("unchecked")
	private static EList<EObject> list(EObject owner, EReference part) {
		return (EList<EObject>) owner.eGet(part);
	}
}
