// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.lang.ui.TextPositions;

/**
 * Changes of texts that the server asks for. Each text is changed in one step, which can be undone. Texts are changed in editors: a file that
 * has none gets one, and none is saved, so that nothing happens behind the user's back.
 */
public final class Edits {

	private Edits() {
	}

	/** Changes all texts that a change is about. Call it on the UI thread. */
	public static void apply(IWorkbenchPage page, WorkspaceEdit change) {
		texts(change).forEach((uri, edits) -> {
			Optional<ITextEditor> editor = Places.open(page, uri, false);
			editor.ifPresent(text -> apply(Places.document(text), text.getAdapter(IRewriteTarget.class), edits));
		});
	}

	/** Changes one text. */
	static void apply(IDocument document, IRewriteTarget target, List<? extends TextEdit> edits) {
		MultiTextEdit all = new MultiTextEdit();
		try {
			for (TextEdit edit : edits) {
				IRegion region = TextPositions.region(document, edit.getRange());
				all.addChild(new ReplaceEdit(region.getOffset(), region.getLength(), edit.getNewText()));
			}
			if (target != null) {
				target.beginCompoundChange();
			}
			all.apply(document);
		} catch (MalformedTreeException | BadLocationException e) {
			Platform.getLog(Edits.class).error("An edit does not fit the text", e);
		} finally {
			if (target != null) {
				target.endCompoundChange();
			}
		}
	}

	/** The changes by file. */
	static Map<String, List<TextEdit>> texts(WorkspaceEdit change) {
		Map<String, List<TextEdit>> texts = new LinkedHashMap<>();
		if (change.getChanges() != null) {
			change.getChanges().forEach((uri, edits) -> texts.computeIfAbsent(uri, key -> new ArrayList<>()).addAll(edits));
		}
		if (change.getDocumentChanges() != null) {
			change.getDocumentChanges().stream().filter(each -> each.isLeft()).forEach(each -> {
				TextDocumentEdit edit = each.getLeft();
				edit.getEdits().stream().filter(text -> text.isLeft()).forEach(
						text -> texts.computeIfAbsent(edit.getTextDocument().getUri(), key -> new ArrayList<>()).add(text.getLeft()));
			});
		}
		return texts;
	}
}
