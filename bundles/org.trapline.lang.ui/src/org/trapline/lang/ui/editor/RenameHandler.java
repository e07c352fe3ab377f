// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.trapline.lang.ui.Renaming;

/** Gives the element at the caret another name, in all files of the workspace that name it. */
public final class RenameHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		StudyEditor.of(event).ifPresent(study -> Renaming.ask(study.editor(), study.selection().getOffset()));
		return null;
	}
}
