// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.util.List;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.eclipse.emf.edit.provider.ITreeItemContentProvider;
import org.trapline.model.NamedElement;
import org.trapline.model.provider.ModelItemProviderAdapterFactory;

/**
 * What EMF.Edit says of elements of a model: labels, parts, properties. It is generated from the metamodel, but for the labels of elements
 * without a name, which {@link TextLabels} takes from the text.
 */
public final class ModelItems {

	private final AdapterFactory factory;

	public ModelItems() {
		ModelItemProviderAdapterFactory generated = new ModelItemProviderAdapterFactory();
		factory = new ComposedAdapterFactory(List.of(new TextLabels(generated), generated));
	}

	/** An element in a few words: {@code Stack Nested}, {@code write HCR_EL2}. */
	public String text(EObject element) {
		return provider(element, IItemLabelProvider.class).getText(element);
	}

	/** What kind of thing an element is, for people: {@code Stack}; empty where its text says so itself. */
	public String kind(EObject element) {
		String text = text(element);
		return element instanceof NamedElement named && named.getName() != null && text.endsWith(" " + named.getName())
				? text.substring(0, text.length() - named.getName().length() - 1) : "";
	}

	/** An element's parts, in the order of the metamodel. */
	public List<EObject> parts(EObject element) {
		return provider(element, ITreeItemContentProvider.class).getChildren(element).stream().filter(EObject.class::isInstance).map(EObject.class::cast).toList();
	}

	/** What there is to say of elements of this kind, set or not. */
	public List<IItemPropertyDescriptor> properties(EObject element) {
		return provider(element, IItemPropertySource.class).getPropertyDescriptors(element);
	}

	private <T> T provider(EObject element, Class<T> type) {
		return type.cast(factory.adapt((Object) element, type));
	}
}
