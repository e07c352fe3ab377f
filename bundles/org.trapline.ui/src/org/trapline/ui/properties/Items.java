// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.trapline.model.NamedElement;

/** What EMF.Edit says of elements of a model: their names, their properties. */
final class Items {

	/** What is not set, or empty, takes no line. */
	private static final String NOTHING = "";

	/**
	 * A property of an element.
	 *
	 * @param name  for people
	 * @param value for people
	 */
	record Property(String name, String value) {
	}

	private final AdapterFactory factory = new ReflectiveItemProviderAdapterFactory();

	/** The kind of an element and its name: {@code Stack Nested}. */
	String text(EObject element) {
		return factory.adapt((Object) element, IItemLabelProvider.class) instanceof IItemLabelProvider label ? label.getText(element) : element.eClass().getName();
	}

	/** What is set of an element. */
	List<Property> properties(EObject element) {
		List<Property> properties = new ArrayList<>();
		if (factory.adapt((Object) element, IItemPropertySource.class) instanceof IItemPropertySource source) {
			for (IItemPropertyDescriptor descriptor : source.getPropertyDescriptors(element)) {
				String value = value(element, descriptor);
				if (!value.equals(NOTHING)) {
					properties.add(new Property(descriptor.getDisplayName(element), value));
				}
			}
		}
		return properties;
	}

	private static String value(EObject element, IItemPropertyDescriptor descriptor) {
		// The value itself: EMF.Edit would wrap it for editing.
		Object feature = descriptor.getFeature(element);
		Object value = feature instanceof EStructuralFeature one ? element.eIsSet(one) ? element.eGet(one) : null : null;
		return switch (value) {
		case null -> NOTHING;
		case Collection<?> many -> String.join(", ", many.stream().map(Items::name).toList());
		default -> name(value);
		};
	}

	private static String name(Object value) {
		return switch (value) {
		case NamedElement named -> String.valueOf(named.getName());
		case EObject other -> other.eIsProxy() ? "unknown" : EcoreUtil.getIdentification(other);
		default -> String.valueOf(value);
		};
	}
}
