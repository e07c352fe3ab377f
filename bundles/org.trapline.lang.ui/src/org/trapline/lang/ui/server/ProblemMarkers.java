// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.trapline.lang.ui.LanguageService;
import org.trapline.lang.ui.TextPositions;

/**
 * Shows what the server found in a file as the file's problem markers: the Problems view, the editor's annotations and
 * the decorations of the Project Explorer all follow from them.
 */
public final class ProblemMarkers {

	private static final MessageJsonHandler JSON = new MessageJsonHandler(Map.of());

	private ProblemMarkers() {
	}

	/** The diagnostic that a marker shows. */
	public static Optional<Diagnostic> diagnostic(IMarker marker) {
		return Optional.ofNullable(marker.getAttribute(LanguageService.DIAGNOSTIC, null)).map(json -> JSON.getGson().fromJson(json, Diagnostic.class));
	}

	/**
	 * Makes a file's markers those of these diagnostics. They are written by a job, so this returns at once. A marker that still says what it has to stays
	 * the same marker: one that is selected in the Problems view, or whose fix is being chosen, does not go because the server told the same again.
	 *
	 * @param text the text that the places in {@code diagnostics} mean, or null for the file's own
	 */
	static void show(IFile file, String text, List<Diagnostic> diagnostics) {
		WorkspaceJob job = new WorkspaceJob("Showing problems of " + file.getName()) {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				if (!file.isAccessible()) {
					return Status.OK_STATUS;
				}
				// One operation: listeners see the new markers together with the going of the old ones.
				ICoreRunnable show = m -> write(file, text, diagnostics);
				file.getWorkspace().run(show, getRule(), 0, monitor);
				return Status.OK_STATUS;
			}
		};
		// A rule of its own file keeps the jobs of one file in the order in which the server published.
		job.setRule(file);
		job.setSystem(true);
		job.schedule();
	}

	private static void write(IFile file, String text, List<Diagnostic> diagnostics) throws CoreException {
		if (diagnostics.isEmpty()) {
			file.deleteMarkers(LanguageService.PROBLEM_MARKER, true, IResource.DEPTH_ZERO);
			return;
		}
		IDocument document = new Document(text != null ? text : contents(file));
		Set<Map<String, Object>> missing = new LinkedHashSet<>();
		for (Diagnostic diagnostic : diagnostics) {
			missing.add(attributes(document, diagnostic));
		}
		for (IMarker marker : file.findMarkers(LanguageService.PROBLEM_MARKER, true, IResource.DEPTH_ZERO)) {
			if (!missing.remove(marker.getAttributes())) {
				marker.delete();
			}
		}
		for (Map<String, Object> attributes : missing) {
			file.createMarker(LanguageService.PROBLEM_MARKER, attributes);
		}
	}

	private static Map<String, Object> attributes(IDocument document, Diagnostic diagnostic) {
		int start = TextPositions.offset(document, diagnostic.getRange().getStart());
		int end = TextPositions.offset(document, diagnostic.getRange().getEnd());
		int line = diagnostic.getRange().getStart().getLine() + 1;
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(IMarker.SEVERITY, severity(diagnostic.getSeverity()));
		attributes.put(IMarker.MESSAGE, message(diagnostic));
		attributes.put(IMarker.LINE_NUMBER, line);
		attributes.put(IMarker.LOCATION, "line " + line);
		attributes.put(IMarker.CHAR_START, start);
		// An empty range would be invisible: an error at the end of the text underlines the character before.
		attributes.put(IMarker.CHAR_END, Math.max(end, Math.min(start + 1, document.getLength())));
		attributes.put(IMarker.TRANSIENT, Boolean.TRUE);
		attributes.put(LanguageService.DIAGNOSTIC, JSON.getGson().toJson(diagnostic));
		if (diagnostic.getCode() != null) {
			attributes.put(LanguageService.CODE, diagnostic.getCode().map(String::valueOf, String::valueOf));
		}
		return attributes;
	}

	private static String message(Diagnostic diagnostic) {
		return diagnostic.getMessage().map(text -> text, markup -> markup.getValue());
	}

	private static int severity(DiagnosticSeverity severity) {
		return switch (severity) {
		case null -> IMarker.SEVERITY_ERROR;
		case Error -> IMarker.SEVERITY_ERROR;
		case Warning -> IMarker.SEVERITY_WARNING;
		case Information, Hint -> IMarker.SEVERITY_INFO;
		};
	}

	private static String contents(IFile file) throws CoreException {
		try (InputStream in = file.getContents(true)) {
			return new String(in.readAllBytes(), file.getCharset());
		} catch (IOException e) {
			throw new CoreException(Status.error("Cannot read " + file.getFullPath(), e));
		}
	}
}
