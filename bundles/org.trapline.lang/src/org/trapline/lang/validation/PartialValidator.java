// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.trapline.model.Element;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;
import org.trapline.model.Stack;

/** A part of the language's validator: the checks of one subject. {@link TraplineValidator} names all parts, and is the one that is registered. */
public abstract class PartialValidator extends AbstractDeclarativeValidator {

	/** The validator that this is a part of is registered. */
	@Override
	public final void register(EValidatorRegistrar registrar) {
		// Nothing: see above.
	}

	/** Facts that are the same for many stacks of a text are computed once for each check of the text. */
	@SuppressWarnings("unchecked")
	protected final <T> T once(Object question, Supplier<T> answer) {
		Map<Object, Object> known = getContext();
		T found = known == null ? null : (T) known.get(question);
		if (found == null) {
			found = answer.get();
			if (known != null) {
				known.put(question, found);
			}
		}
		return found;
	}

	/** Reports what a list names twice. */
	protected final void eachOnce(List<? extends NamedElement> elements, Element list, EStructuralFeature feature, String kind, String where) {
		Set<NamedElement> seen = new HashSet<>();
		for (int i = 0; i < elements.size(); i++) {
			if (!elements.get(i).eIsProxy() && !seen.add(elements.get(i))) {
				error(kind + " '" + elements.get(i).getName() + "' is in the " + where + " already: remove one", list, feature, i,
						ProblemCodes.DUPLICATE_NAME);
			}
		}
	}

	/** Names in a list, for people. */
	protected static String names(Collection<? extends NamedElement> elements) {
		return elements.stream().map(NamedElement::getName).collect(Collectors.joining(", "));
	}

	/** At the mechanism where the stack itself names it, else at the stack's name. */
	protected final void atMechanism(Stack stack, Mechanism mechanism, String message, String code, String... data) {
		int index = stack.getMechanisms().indexOf(mechanism);
		if (index >= 0) {
			error(message, ModelPackage.Literals.STACK__MECHANISMS, index, code, data);
		} else if (stack.getSuperStack() == null || !stack.getMechanisms().isEmpty() || stack.getPlatform() != null || !stack.getLevels().isEmpty()) {
			error(message, ModelPackage.Literals.NAMED_ELEMENT__NAME, code, data);
		}
	}

	/** For checks that are elsewhere. */
	protected final void report(String message, EObject element, EStructuralFeature feature, String code) {
		error(message, element, feature, code);
	}

	/** For checks that are elsewhere: at one of the values of the feature. */
	protected final void report(String message, EStructuralFeature feature, int index, String code) {
		error(message, feature, index, code);
	}
}
