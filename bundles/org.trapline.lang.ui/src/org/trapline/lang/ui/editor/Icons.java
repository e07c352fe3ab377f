// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.swt.graphics.Image;

/** Small pictures of kinds of elements, in the workbench's registry of images. Call it on the UI thread. */
final class Icons {

	private static final String BUNDLE = "org.trapline.lang.ui";

	private Icons() {
	}

	static Image of(CompletionItemKind kind) {
		return image(switch (kind) {
		case Method -> "activity";
		case Function -> "deed";
		case Variable, Field -> "store";
		case EnumMember, Constant -> "choice";
		case Property, Unit, Value -> "quantity";
		case Class -> "thing";
		case Snippet -> "template";
		case File, Module, Folder -> "trapline_file";
		case Keyword -> "keyword";
		default -> "part";
		});
	}

	private static Image image(String name) {
		ImageRegistry images = JFaceResources.getImageRegistry();
		String key = BUNDLE + "." + name;
		if (images.getDescriptor(key) == null) {
			images.put(key, ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg").orElse(ImageDescriptor.getMissingImageDescriptor()));
		}
		return images.get(key);
	}
}
