// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.common.notify.impl.AdapterFactoryImpl;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;

/**
 * Labels of elements without a name, as they stand in the text up to their parts: {@code write HCR_EL2}, {@code 2.4 GHz}. Generated ones would be
 * one attribute of them. What has a name keeps its generated label.
 */
final class TextLabels extends AdapterFactoryImpl {

	private static final int LONGEST = 80;

	private final AdapterFactory generated;

	TextLabels(AdapterFactory generated) {
		this.generated = generated;
	}

	@Override
	public boolean isFactoryForType(Object type) {
		return type == ModelPackage.eINSTANCE || type == IItemLabelProvider.class;
	}

	@Override
	protected Adapter createAdapter(Notifier target) {
		return new Label();
	}

	private final class Label extends AdapterImpl implements IItemLabelProvider {

		@Override
		public boolean isAdapterForType(Object type) {
			return type == IItemLabelProvider.class;
		}

		@Override
		public String getText(Object object) {
			String head = object instanceof NamedElement ? "" : head((EObject) object);
			return head.isEmpty() ? generated().getText(object) : head;
		}

		@Override
		public Object getImage(Object object) {
			return generated().getImage(object);
		}

		private IItemLabelProvider generated() {
			return (IItemLabelProvider) generated.adapt((Object) getTarget(), IItemLabelProvider.class);
		}
	}

	/** What stands in the text up to a brace, without comments and with single blanks; empty for what has no text. */
	static String head(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		if (node == null) {
			return "";
		}
		String head = StreamSupport.stream(node.getLeafNodes().spliterator(), false).filter(leaf -> !leaf.isHidden()).map(ILeafNode::getText)
				.takeWhile(word -> !word.equals("{")).collect(Collectors.joining(" ")).replace(" ,", ",").replaceAll(" ?([.()/]) ?", "$1");
		return head.length() > LONGEST ? head.substring(0, LONGEST) + "…" : head;
	}
}
