// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.List;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.lang.ui.LanguageService;
import org.trapline.lang.ui.TextPositions;

/**
 * From a name to the definition of what it means, and from an import to the file. Which word it is, is seen without the server, so that
 * the mouse never waits; what it means is asked when the user follows it.
 */
public final class DefinitionLinks extends AbstractHyperlinkDetector {

	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean canShowMultipleHyperlinks) {
		IDocument document = viewer.getDocument();
		ITextEditor editor = getAdapter(ITextEditor.class);
		IRegion word = document == null || editor == null || !TextTester.isText(editor.getEditorInput()) ? null : word(document, region.getOffset());
		return word == null ? null : new IHyperlink[] { new Link(document, word) };
	}

	/** The name or the text in quotes around an offset; null where there is none. */
	static IRegion word(IDocument document, int offset) {
		try {
			IRegion line = document.getLineInformationOfOffset(offset);
			String text = document.get(line.getOffset(), line.getLength());
			int at = offset - line.getOffset();
			if (text.strip().startsWith("import ") && text.indexOf('"') < at && at <= text.lastIndexOf('"')) {
				return new Region(line.getOffset() + text.indexOf('"') + 1, text.lastIndexOf('"') - text.indexOf('"') - 1);
			}
			int start = at;
			while (start > 0 && isPart(text.charAt(start - 1))) {
				start--;
			}
			int end = at;
			while (end < text.length() && isPart(text.charAt(end))) {
				end++;
			}
			boolean name = start < end && (Character.isLetter(text.charAt(start)) || text.charAt(start) == '_');
			return name ? new Region(line.getOffset() + start, end - start) : null;
		} catch (BadLocationException e) {
			return null;
		}
	}

	private static boolean isPart(char c) {
		return Character.isLetterOrDigit(c) || c == '_' || c == '.';
	}

	private record Link(IDocument document, IRegion word) implements IHyperlink {

		@Override
		public IRegion getHyperlinkRegion() {
			return word;
		}

		@Override
		public String getTypeLabel() {
			return null;
		}

		@Override
		public String getHyperlinkText() {
			return "Open Definition";
		}

		@Override
		public void open() {
			IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
			IWorkbenchPage page = window == null ? null : window.getActivePage();
			if (page == null) {
				return;
			}
			Answers.show(LanguageService.ofWorkbench().ask(document,
					(server, file) -> server.definition(new DefinitionParams(file, TextPositions.position(document, word.getOffset())))), found -> found
							.map(either -> either.map(places -> places, Link::locations)).stream().flatMap(List::stream).findFirst()
							.ifPresent(place -> Places.show(page, place.getUri(), place.getRange())));
		}

		private static List<Location> locations(List<? extends LocationLink> links) {
			return links.stream().map(link -> new Location(link.getTargetUri(), link.getTargetSelectionRange())).toList();
		}
	}
}
