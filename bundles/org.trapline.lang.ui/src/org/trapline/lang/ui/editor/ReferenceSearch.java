// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorPart;
import org.trapline.lang.ui.LanguageService;
import org.trapline.lang.ui.TextPositions;

/** A search for all that names an element. */
final class ReferenceSearch implements ISearchQuery {

	private final IDocument document;
	private final Position place;
	private final String name;
	private final Result result = new Result();

	ReferenceSearch(IDocument document, Position place, String name) {
		this.document = document;
		this.place = place;
		this.name = name;
	}

	/**
	 * A line that names the element.
	 *
	 * @param file   for people: the path in the workspace, or that of a library
	 * @param number 1-based
	 * @param text   without what it is indented by
	 */
	record Line(String uri, String file, int number, String text) {
	}

	/** A place in a line. */
	static final class Reference extends Match {

		private final Range range;

		Reference(Line line, Range range, int offset, int length) {
			super(line, offset, length);
			this.range = range;
		}

		Range range() {
			return range;
		}
	}

	@Override
	public IStatus run(IProgressMonitor monitor) {
		result.removeAll();
		try {
			List<? extends Location> found = LanguageService.ofWorkbench()
					.ask(document, (server, file) -> server.references(new ReferenceParams(file, place, new ReferenceContext(true)))).get().orElse(null);
			Map<String, IDocument> texts = new HashMap<>();
			if (found != null) {
				found.forEach(location -> add(location, texts));
			}
			return Status.OK_STATUS;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Status.CANCEL_STATUS;
		} catch (ExecutionException e) {
			return Status.error("The language server did not answer", e.getCause());
		}
	}

	private void add(Location location, Map<String, IDocument> texts) {
		IDocument text = texts.computeIfAbsent(location.getUri(), ReferenceSearch::text);
		IRegion region = TextPositions.region(text, location.getRange());
		int number = location.getRange().getStart().getLine();
		String line = text.get().lines().skip(number).findFirst().orElse("").strip();
		Line element = new Line(location.getUri(), file(location.getUri()), number + 1, line);
		result.addMatch(new Reference(element, location.getRange(), region.getOffset(), region.getLength()));
	}

	/** The text as it is on the disk: a line of it is all that is shown. */
	private static IDocument text(String uri) {
		try {
			return new Document(Files.readString(Path.of(URI.create(uri)), StandardCharsets.UTF_8));
		} catch (IOException | IllegalArgumentException e) {
			return new Document();
		}
	}

	private static String file(String uri) {
		Optional<IFile> file = Places.file(uri);
		if (file.isPresent()) {
			return file.get().getFullPath().makeRelative().toString();
		}
		Path path = Path.of(URI.create(uri));
		// A library's folder is named by its bundle.
		return "library " + path.getParent().getFileName() + "/" + path.getFileName().toString().replaceFirst("\\.trapline$", "");
	}

	@Override
	public String getLabel() {
		return "References to " + name;
	}

	@Override
	public boolean canRerun() {
		return true;
	}

	@Override
	public boolean canRunInBackground() {
		return true;
	}

	@Override
	public Result getSearchResult() {
		return result;
	}

	/** What was found. */
	final class Result extends AbstractTextSearchResult {

		@Override
		public String getLabel() {
			int count = getMatchCount();
			return "'%s': %d %s".formatted(name, count, count == 1 ? "place" : "places");
		}

		@Override
		public String getTooltip() {
			return getLabel();
		}

		@Override
		public ImageDescriptor getImageDescriptor() {
			return null;
		}

		@Override
		public ISearchQuery getQuery() {
			return ReferenceSearch.this;
		}

		@Override
		public IEditorMatchAdapter getEditorMatchAdapter() {
			return new IEditorMatchAdapter() {
				@Override
				public boolean isShownInEditor(Match match, IEditorPart editor) {
					IFile file = editor.getEditorInput().getAdapter(IFile.class);
					return file != null && Places.file(((Line) match.getElement()).uri()).filter(file::equals).isPresent();
				}

				@Override
				public Match[] computeContainedMatches(AbstractTextSearchResult all, IEditorPart editor) {
					return all == null ? new Match[0] : Arrays.stream(all.getElements()).flatMap(element -> Arrays.stream(all.getMatches(element)))
							.filter(match -> isShownInEditor(match, editor)).toArray(Match[]::new);
				}
			};
		}

		@Override
		public IFileMatchAdapter getFileMatchAdapter() {
			return null;
		}
	}
}
