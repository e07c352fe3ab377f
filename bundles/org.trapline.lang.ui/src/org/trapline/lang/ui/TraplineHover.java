// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkedString;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** What the language server knows about the element under the mouse. */
public final class TraplineHover implements ITextHover {

	private static final long PATIENCE_SECONDS = 2;

	@Override
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		if (viewer.getDocument() == null || Display.getCurrent() != null) {
			return null;
		}
		try {
			Optional<Hover> hover = PlatformUI.getWorkbench().getService(LanguageService.class)
					.hover(viewer.getDocument(), region.getOffset()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			return hover.map(TraplineHover::text).filter(text -> !text.isBlank()).orElse(null);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return null;
		} catch (ExecutionException | TimeoutException e) {
			Platform.getLog(TraplineHover.class).warn("The language server did not answer", e);
			return null;
		}
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
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return new Region(offset, 0);
	}
}
