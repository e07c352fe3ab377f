// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/**
 * The properties of an element as the Properties view wants them: names, categories and descriptions are the item provider's, values are what the text
 * says. A change is one of the text.
 */
final class ElementSource implements IPropertySource {

	/** Changes a piece of the text that a model was read from. */
	interface Change {
		/** Puts another text in place of a feature's. */
		void replace(FeatureText piece, String replacement);

		/** Gives the element another name wherever it is named. */
		void rename(FeatureText piece, String name);
	}

	private static final String KIND = "element";
	private static final int VISIBLE = 12;

	private final EObject element;
	private final String label;
	private final List<Property> properties;
	private final Change change;

	private ElementSource(EObject element, String label, List<Property> properties, Change change) {
		this.element = element;
		this.label = label;
		this.properties = properties;
		this.change = change;
	}

	/** One line: a feature that the text says. */
	private record Property(IItemPropertyDescriptor descriptor, FeatureText piece) {
	}

	/**
	 * The properties that are written of an element.
	 *
	 * @param change is told of changes; null where the text cannot be changed
	 */
	static ElementSource of(ModelItems items, EObject element, Change change) {
		List<Property> properties = new ArrayList<>();
		for (IItemPropertyDescriptor descriptor : items.properties(element)) {
			if (descriptor.getFeature(element) instanceof EStructuralFeature feature) {
				FeatureText.of(element, feature).ifPresent(piece -> properties.add(new Property(descriptor, piece)));
			}
		}
		return new ElementSource(element, items.text(element), properties, change);
	}

	@Override
	public IPropertyDescriptor[] getPropertyDescriptors() {
		List<IPropertyDescriptor> all = new ArrayList<>();
		PropertyDescriptor kind = new PropertyDescriptor(KIND, "Element");
		kind.setDescription("The element at the caret, or the one selected in the Outline");
		kind.setCategory("Names");
		all.add(kind);
		properties.forEach(property -> all.add(new Descriptor(property)));
		return all.toArray(IPropertyDescriptor[]::new);
	}

	@Override
	public Object getPropertyValue(Object id) {
		return id instanceof Property property ? property.piece().line() : label;
	}

	@Override
	public void setPropertyValue(Object id, Object value) {
		if (id instanceof Property property && value instanceof String text && !text.equals(property.piece().line())
				&& property.piece().problem(text).isEmpty()) {
			if (property.piece().isName()) {
				change.rename(property.piece(), text);
			} else {
				change.replace(property.piece(), text);
			}
		}
	}

	@Override
	public Object getEditableValue() {
		return null;
	}

	@Override
	public boolean isPropertySet(Object id) {
		return true;
	}

	@Override
	public void resetPropertyValue(Object id) {
		// Nothing is a default: only what is written is shown.
	}

	/** A line of the view. Its editor offers what can stand there, where that is known. */
	private final class Descriptor extends PropertyDescriptor {

		private final Property property;

		Descriptor(Property property) {
			super(property, property.descriptor().getDisplayName(element));
			this.property = property;
			setCategory(property.descriptor().getCategory(element));
			setDescription((property.descriptor().getDescription(element) + " " + property.piece().consequence()).strip());
		}

		@Override
		public CellEditor createPropertyEditor(Composite parent) {
			if (change == null || !property.piece().isEditable()) {
				return null;
			}
			Choices choices = Choices.of(property.piece());
			CellEditor editor = choices.texts().isEmpty() ? new TextCellEditor(parent) : new ChoiceEditor(parent, choices);
			editor.setValidator(value -> Optional.ofNullable(value).map(String::valueOf).flatMap(property.piece()::problem).map(ElementSource::escaped).orElse(null));
			return editor;
		}
	}

	/** JFace reads messages of combo boxes as formats. */
	private static String escaped(String message) {
		return message.replace("'", "''").replace("{", "'{'");
	}

	/** Offers choices; the value is the text. Where they are not all that there is, one can type another one. */
	private static final class ChoiceEditor extends ComboBoxCellEditor {

		ChoiceEditor(Composite parent, Choices choices) {
			super(parent, choices.texts().toArray(String[]::new), choices.closed() ? SWT.READ_ONLY : SWT.NONE);
			((CCombo) getControl()).setVisibleItemCount(Math.min(VISIBLE, choices.texts().size()));
		}

		@Override
		protected Object doGetValue() {
			return ((CCombo) getControl()).getText();
		}

		@Override
		protected void doSetValue(Object value) {
			((CCombo) getControl()).setText(String.valueOf(value));
		}
	}
}
