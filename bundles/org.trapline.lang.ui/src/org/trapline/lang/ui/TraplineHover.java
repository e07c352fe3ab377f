// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkedString;
import org.eclipse.swt.widgets.Display;
import org.trapline.lang.ui.editor.Answers;
import org.trapline.lang.ui.editor.Markdown;

/** What the language server knows about the element under the mouse. */
public final class TraplineHover implements ITextHover, ITextHoverExtension {

	@Override
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		if (viewer.getDocument() == null || Display.getCurrent() != null) {
			return null;
		}
		Optional<Hover> hover = Answers.await(LanguageService.ofWorkbench().hover(viewer.getDocument(), region.getOffset()));
		return hover.map(TraplineHover::text).filter(text -> !text.isBlank()).orElse(null);
	}

	private static String text(Hover hover) {
		if (hover.getContents() == null) {
			return "";
		}
		return hover.getContents().map(
				parts -> parts.stream().map(part -> part.map(plain -> plain, MarkedString::getValue))
						.collect(Collectors.joining("\n")),
				markup -> markup.getValue());
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return Markdown::control;
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return new Region(offset, 0);
	}
}
