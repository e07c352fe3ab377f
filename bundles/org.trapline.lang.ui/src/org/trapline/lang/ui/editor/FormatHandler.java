// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.trapline.lang.ui.LanguageService;
import org.trapline.lang.ui.TextPositions;

/** Lays out the text in the editor, or the selected lines of it. */
public final class FormatHandler extends AbstractHandler {

	private static final FormattingOptions TABS = new FormattingOptions(4, false);

	@Override
	public Object execute(ExecutionEvent event) {
		Optional<StudyEditor> study = StudyEditor.of(event);
		study.filter(each -> each.editor().isEditable()).ifPresent(FormatHandler::format);
		return null;
	}

	private static void format(StudyEditor study) {
		long stamp = ((IDocumentExtension4) study.document()).getModificationStamp();
		Answers.show(LanguageService.ofWorkbench().ask(study.document(), (server, file) -> {
			if (study.selection().getLength() == 0) {
				return server.formatting(new DocumentFormattingParams(file, TABS));
			}
			int end = study.selection().getOffset() + study.selection().getLength();
			Range range = new Range(TextPositions.position(study.document(), study.selection().getOffset()), TextPositions.position(study.document(), end));
			return server.rangeFormatting(new DocumentRangeFormattingParams(file, TABS, range));
		}), edits -> {
			if (edits.isPresent() && stamp == ((IDocumentExtension4) study.document()).getModificationStamp()) {
				Edits.apply(study.document(), study.editor().getAdapter(IRewriteTarget.class), edits.get());
			} else if (edits.isEmpty()) {
				study.say("The file was not formatted");
			}
		});
	}
}
