// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.structure;

import java.util.List;

import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.formatting.FormattingService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/** The layout of a text, or of a part of it; nothing for a text with syntax errors. */
public class Layouts extends FormattingService {

	@Override
	public List<? extends TextEdit> format(Document document, XtextResource resource, DocumentFormattingParams params, CancelIndicator cancel) {
		return document == null || resource == null ? List.of() : super.format(document, resource, params, cancel);
	}

	@Override
	public List<? extends TextEdit> format(Document document, XtextResource resource, DocumentRangeFormattingParams params, CancelIndicator cancel) {
		return document == null || resource == null || resource.getContents().isEmpty() ? List.of() : super.format(document, resource, params, cancel);
	}
}
