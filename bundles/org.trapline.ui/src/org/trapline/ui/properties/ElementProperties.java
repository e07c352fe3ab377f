// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Lets the Properties view show elements of a model. They are changed in the text. */
public final class ElementProperties implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object object, Class<T> type) {
		return type == IPropertySource.class && object instanceof EObject element ? type.cast(OfElement.of(element)) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IPropertySource.class };
	}

	private record OfElement(List<Items.Property> properties) implements IPropertySource {

		/** The kind and the name come first. */
		static OfElement of(EObject element) {
			Items items = new Items();
			List<Items.Property> all = new ArrayList<>();
			all.add(new Items.Property("Element", items.text(element)));
			all.addAll(items.properties(element));
			return new OfElement(all);
		}

		@Override
		public Object getEditableValue() {
			return null;
		}

		@Override
		public IPropertyDescriptor[] getPropertyDescriptors() {
			return properties.stream().map(each -> new PropertyDescriptor(each, each.name())).toArray(IPropertyDescriptor[]::new);
		}

		@Override
		public Object getPropertyValue(Object id) {
			return ((Items.Property) id).value();
		}

		@Override
		public boolean isPropertySet(Object id) {
			return true;
		}

		@Override
		public void resetPropertyValue(Object id) {
			// It is changed in the text.
		}

		@Override
		public void setPropertyValue(Object id, Object value) {
			// It is changed in the text.
		}
	}
}
