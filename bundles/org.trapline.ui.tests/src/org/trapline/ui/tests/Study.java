// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.chart.ChartData;
import org.trapline.chart.bars.BarData;
import org.trapline.run.Examples;
import org.trapline.run.Examples.Example;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.examples.ExampleProject;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.Runs;

/** The shipped NEVE study in a project of its own, open in the editor. Any thread. */
final class Study {

	/** Id of the platform's generic editor. */
	static final String EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

	private final IFile file;
	private ITextEditor editor;

	private Study(IFile file) {
		this.file = file;
	}

	static Example example() {
		return Examples.shipped().stream().filter(example -> example.id().equals("neve-sosp17")).findFirst().orElseThrow();
	}

	/** Makes the project and opens the study. */
	static Study open() throws CoreException {
		IFile file = ExampleProject.create(example(), "study", new NullProgressMonitor()).orElseThrow();
		Study study = new Study(file);
		study.editor = (ITextEditor) Ui.get(() -> IDE.openEditor(Ui.page(), file));
		return study;
	}

	/** Makes a project with a text of one's own, and opens it. */
	static Study open(String text) throws CoreException {
		Study study = open();
		Ui.run(() -> {
			study.document().set(text);
			Ui.page().saveEditor(study.editor, false);
		});
		return study;
	}

	IFile file() {
		return file;
	}

	IEditorPart editor() {
		return editor;
	}

	IDocument document() {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	/** The widget of the active editor; call it on the UI thread. */
	StyledText widget() {
		return (StyledText) editor.getAdapter(Control.class);
	}

	String text() {
		return Ui.get(() -> document().get());
	}

	/** Where a piece of the text begins; it must be there. */
	int offset(String piece) {
		int offset = text().indexOf(piece);
		if (offset < 0) {
			throw new AssertionError("the study has no " + piece);
		}
		return offset;
	}

	/** The 1-based line of a piece of the text. */
	int line(String piece) {
		int offset = offset(piece);
		return Ui.get(() -> document().getLineOfOffset(offset) + 1);
	}

	/** Replaces a piece of the text as typing would, through the editor's widget. */
	void replace(String piece, String by) {
		int offset = offset(piece);
		Ui.run(() -> {
			// Folding may hide lines: what is typed over has to be in sight.
			editor.selectAndReveal(offset, piece.length());
			widget().insert(by);
		});
	}

	/** Puts the caret to a place. */
	void caret(int offset) {
		Ui.run(() -> editor.selectAndReveal(offset, 0));
	}

	void undo() {
		Ui.run(() -> editor.getAction("undo").run());
	}

	void save() {
		Ui.run(() -> Ui.page().saveEditor(editor, false));
	}

	/** The lines that error markers stand at. */
	List<Integer> errorLines() throws CoreException {
		List<Integer> lines = new ArrayList<>();
		for (IMarker marker : errors()) {
			lines.add(marker.getAttribute(IMarker.LINE_NUMBER, 0));
		}
		return lines;
	}

	List<IMarker> errors() throws CoreException {
		List<IMarker> errors = new ArrayList<>();
		for (IMarker marker : file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO)) {
			if (marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR) {
				errors.add(marker);
			}
		}
		return errors;
	}

	/** Runs by the command, as key, button and menu do, with the editor active; waits for the outcome. */
	RunOutcome run() {
		Ui.run(() -> Ui.page().activate(editor));
		return runActive();
	}

	/** Runs by the command what is active in the window; waits for the outcome and its view. */
	static RunOutcome runActive() {
		return await(() -> Ui.window().getService(IHandlerService.class).executeCommand(TraplineUi.RUN_COMMAND, null));
	}

	/** Starts a run by an action on the UI thread; waits for the outcome and its view. */
	static RunOutcome await(Ui.Action action) {
		RunOutcome before = Ui.get(() -> Runs.ofWorkbench().latest().orElse(null));
		Ui.start(action);
		Ui.await("the run's outcome", () -> Runs.ofWorkbench().latest().orElse(null) != before);
		RunOutcome outcome = Ui.get(() -> Runs.ofWorkbench().latest().orElseThrow());
		if (outcome instanceof RunOutcome.Finished finished) {
			// The Runs view, which follows, may show the same run again, and the Compare view no longer knows that it was just done.
			Ui.await("the results in the Compare view", () -> results().answer().filter(answer -> answer.request().runs().contains(finished.run())).isPresent());
			Ui.await("the run in the store", () -> Runs.ofWorkbench().entries().stream().anyMatch(entry -> entry.folder().getFileName().toString().equals(finished.run().info().id())));
		} else {
			Ui.await("the outcome in the Compare view", () -> results().outcome().equals(Runs.ofWorkbench().latest()));
		}
		return outcome;
	}

	/** The Compare view; call it on the UI thread. */
	static CompareView results() {
		return (CompareView) Ui.page().findView(CompareView.ID);
	}

	/** What the bars of a chart show, by stack. */
	static Map<String, Long> bars(ChartData chart) {
		Map<String, Long> bars = new TreeMap<>();
		((BarData) chart).bars().forEach(bar -> bars.put(bar.category(), bar.value().longValueExact()));
		return bars;
	}
}
