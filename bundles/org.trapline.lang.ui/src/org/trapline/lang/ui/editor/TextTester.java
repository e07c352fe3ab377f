// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.ui.IEditorInput;

/** Whether an editor shows a text of the language: a file of the workspace, or one outside of it, as a library's is. */
public final class TextTester extends PropertyTester {

	@Override
	public boolean test(Object receiver, String property, Object[] args, Object expectedValue) {
		return isText((IEditorInput) receiver);
	}

	static boolean isText(IEditorInput input) {
		return input != null && input.getName().endsWith(".trapline");
	}
}
