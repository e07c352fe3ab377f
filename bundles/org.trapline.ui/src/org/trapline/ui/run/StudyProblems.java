// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.lang.ui.LanguageService;
import org.trapline.run.Diagnostic;
import org.trapline.ui.TraplineUi;

/** What hinders a run, brought to its place: as markers, and as a jump into the editor. */
public final class StudyProblems {

	/** The type of markers of problems that only a run finds. */
	public static final String MARKER = "org.trapline.ui.runProblem";

	private StudyProblems() {
	}

	/**
	 * Replaces the markers of the last run of a file by those of this one. A problem with a line was found by the language's
	 * validation, which marks the file by itself: only what the run alone knows is marked here.
	 */
	static void mark(RunOutcome outcome) {
		if (outcome.request().file().isEmpty()) {
			return;
		}
		IFile file = outcome.request().file().get();
		ICoreRunnable work = monitor -> {
			if (!file.isAccessible()) {
				return;
			}
			file.deleteMarkers(MARKER, true, IResource.DEPTH_ZERO);
			if (outcome instanceof RunOutcome.Rejected rejected) {
				for (Diagnostic problem : rejected.problems()) {
					if (problem.line() < 1) {
						file.createMarker(MARKER, attributes(problem));
					}
				}
			}
		};
		try {
			file.getWorkspace().run(work, null, 0, null);
		} catch (CoreException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	private static Map<String, Object> attributes(Diagnostic problem) {
		int severity = switch (problem.severity()) {
		case ERROR -> IMarker.SEVERITY_ERROR;
		case WARNING -> IMarker.SEVERITY_WARNING;
		};
		return Map.of(IMarker.SEVERITY, severity, IMarker.MESSAGE, problem.message(), IMarker.LINE_NUMBER, 1,
				IMarker.TRANSIENT, Boolean.TRUE, LanguageService.CODE, problem.code());
	}

	/** The file of the workspace that a problem is in; the one that was run when it is none of the workspace's. */
	private static IFile file(IFile run, Diagnostic problem) {
		return find(run, problem).orElse(run);
	}

	private static Optional<IFile> find(IFile run, Diagnostic problem) {
		IWorkspaceRoot root = run.getWorkspace().getRoot();
		try {
			IFile[] found = root.findFilesForLocationURI(Path.of(problem.file()).toAbsolutePath().toUri());
			return found.length == 0 ? Optional.empty() : Optional.of(found[0]);
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}

	/** The place of a problem, for people: {@code hypercall.trapline, line 7}. */
	public static String place(Diagnostic problem) {
		String name = problem.file().substring(Math.max(problem.file().lastIndexOf('/'), problem.file().lastIndexOf('\\')) + 1);
		return problem.line() > 0 ? name + ", line " + problem.line() : name;
	}

	/** Opens the file of a problem with the caret at its place. */
	public static void open(IWorkbenchPage page, IFile run, Diagnostic problem) throws CoreException {
		IEditorPart editor = IDE.openEditor(page, file(run, problem));
		ITextEditor text = Adapters.adapt(editor, ITextEditor.class);
		if (text == null || problem.line() < 1) {
			return;
		}
		IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
		try {
			int line = Math.min(problem.line(), document.getNumberOfLines()) - 1;
			int column = Math.min(Math.max(0, problem.column() - 1), document.getLineLength(line));
			text.selectAndReveal(document.getLineOffset(line) + column, 0);
		} catch (BadLocationException e) {
			// The text changed meanwhile: the open file is the best there is.
		}
	}
}
