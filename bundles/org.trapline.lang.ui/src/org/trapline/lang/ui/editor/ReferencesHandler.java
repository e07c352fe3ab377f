// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.search.ui.NewSearchUI;
import org.trapline.lang.ui.TextPositions;

/** Finds what names the element at the caret, and shows it in the Search view. */
public final class ReferencesHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		StudyEditor.of(event).ifPresent(study -> {
			IRegion word = DefinitionLinks.word(study.document(), study.selection().getOffset());
			if (word == null) {
				study.say("No name here. Put the caret on the name of an element");
				return;
			}
			try {
				String name = study.document().get(word.getOffset(), word.getLength());
				NewSearchUI.runQueryInBackground(new ReferenceSearch(study.document(), TextPositions.position(study.document(), word.getOffset()), name));
			} catch (BadLocationException e) {
				study.say("The file has changed meanwhile");
			}
		});
		return null;
	}
}
