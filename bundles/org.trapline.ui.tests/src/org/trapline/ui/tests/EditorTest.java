// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.hasItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThat;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.ui.LanguageService;

/** A study in the generic editor. */
public final class EditorTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Test
	public void studiesOpenInTheGenericEditor() throws Exception {
		Study study = Study.open();
		assertEquals(Study.EDITOR, Ui.get(() -> study.editor().getSite().getId()));
		assertEquals(Study.EDITOR, Ui.get(() -> IDE.getEditorDescriptor(study.file(), true, false).getId()));
	}

	@Test
	public void keywordsNamesStringsAndCommentsHaveTheirColours() throws Exception {
		Study study = Study.open();
		assertEquals(theme("keyword"), colour(study, study.offset("experiment ")));
		assertEquals(theme("name"), colour(study, study.offset("Hypercall \"")));
		assertEquals(theme("string"), colour(study, study.offset("\"org.trapline.cpu.arm")));
		assertEquals(theme("comment"), colour(study, study.offset("//")));
		assertNotEquals(theme("keyword"), theme("comment"));
	}

	@Test
	public void aCommentOverLinesIsColouredWhileTyping() throws Exception {
		Study study = Study.open();
		int experiment = study.offset("experiment ");
		study.replace("experiment ", "/*experiment ");
		Ui.await("the comment's colour", () -> theme("comment").equals(colour(study, experiment + 40)));
		study.undo();
		Ui.await("the keyword's colour", () -> theme("keyword").equals(colour(study, experiment)));
	}

	@Test
	public void theShippedStudyHasNoError() throws Exception {
		Study study = Study.open();
		// Once an error has come and gone the file was surely validated.
		study.replace("measure traps", "measure nonsense");
		Ui.await("an error", () -> !study.errors().isEmpty());
		study.undo();
		Ui.await("no error", () -> study.errors().isEmpty());
	}

	@Test
	public void cleaningAProjectLooksAtAllItsFilesAnew() throws Exception {
		Study study = Study.open();
		IFile closed = study.file().getProject().getFile("closed.trapline");
		closed.create("nonsense\n".getBytes(StandardCharsets.UTF_8), true, false, null);
		study.replace("measure traps", "measure nonsense");
		Ui.await("the markers of both files", () -> marked(closed) && marked(study.file()));
		IMarker[] before = study.file().getProject().findMarkers(LanguageService.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
		study.file().getProject().build(IncrementalProjectBuilder.CLEAN_BUILD, null);
		assertEquals("markers of before", 0, Arrays.stream(before).filter(IMarker::exists).count());
		study.file().getProject().build(IncrementalProjectBuilder.FULL_BUILD, null);
		Ui.await("the markers of both files again", () -> marked(closed) && marked(study.file()));
		study.undo();
		Ui.await("no marker of what was undone", () -> study.errors().isEmpty());
	}

	private static boolean marked(IFile file) throws CoreException {
		return file.findMarkers(LanguageService.PROBLEM_MARKER, true, IResource.DEPTH_ZERO).length > 0;
	}

	@Test
	public void aSyntaxErrorIsMarkedAtItsLineUntilItIsUndone() throws Exception {
		Study study = Study.open();
		int line = study.line("measure traps");
		study.replace("measure traps", "measure , traps");
		Ui.await("the error's marker", () -> study.errorLines().contains(line));
		Ui.await("the error's annotation", () -> annotations(study).contains(line));
		Ui.screenshot("editor-error");
		study.undo();
		Ui.await("no marker", () -> study.errorLines().isEmpty());
		Ui.await("no annotation", () -> annotations(study).isEmpty());
	}

	@Test
	public void anUnknownNameIsMarkedWithItsMessage() throws Exception {
		Study study = Study.open();
		int line = study.line("mechanism neve }");
		study.replace("mechanism neve }", "mechanism nave }");
		Ui.await("the error's marker", () -> study.errorLines().contains(line));
		IMarker marker = study.errors().getFirst();
		assertEquals(LanguageService.PROBLEM_MARKER, marker.getType());
		assertThat(marker.getAttribute(IMarker.MESSAGE, ""), containsString("nave"));
		assertEquals("nave", study.text().substring(marker.getAttribute(IMarker.CHAR_START, -1),
				marker.getAttribute(IMarker.CHAR_END, -1)));
	}

	@Test
	public void anErrorThatStaysKeepsItsMarker() throws Exception {
		Study study = Study.open();
		study.replace("measure traps", "measure nonsense");
		Ui.await("the error's marker", () -> error(study, "nonsense").isPresent());
		IMarker marker = error(study, "nonsense").orElseThrow();
		study.replace("measure nonsense", "measure nonsense, rubbish");
		Ui.await("the second error's marker", () -> error(study, "rubbish").isPresent());
		assertTrue("the first one", marker.exists());
	}

	private static Optional<IMarker> error(Study study, String word) throws Exception {
		return study.errors().stream().filter(error -> error.getAttribute(IMarker.MESSAGE, "").contains("'" + word + "'")).findFirst();
	}

	@Test
	public void errorsOfAnEditorClosedWithoutSavingVanish() throws Exception {
		Study study = Study.open();
		study.replace("measure traps", "measure , traps");
		Ui.await("the error's marker", () -> !study.errors().isEmpty());
		Ui.run(() -> Ui.page().closeEditor(study.editor(), false));
		Ui.await("no marker", () -> study.errors().isEmpty());
	}

	@Test
	public void errorsOfAFileThatNoEditorShowsAreMarkedToo() throws Exception {
		Study study = Study.open();
		IFile other = study.file().getProject().getFile("other.trapline");
		other.create("stack Broken on Nowhere { }\n".getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.await("the error's marker", () -> other.findMaxProblemSeverity(IMarker.PROBLEM, true, 0) == IMarker.SEVERITY_ERROR);
		other.setContents("// nothing\n".getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.await("no marker", () -> other.findMaxProblemSeverity(IMarker.PROBLEM, true, 0) < IMarker.SEVERITY_ERROR);
	}

	@Test
	public void contentAssistKnowsTheMetrics() throws Exception {
		Study study = Study.open();
		int offset = study.offset("traps, cycles");
		LanguageService service = Ui.get(() -> PlatformUI.getWorkbench().getService(LanguageService.class));
		List<String> proposals = Ui.get(() -> service.completion(study.document(), offset)).get(60, TimeUnit.SECONDS)
				.stream().map(item -> item.getLabel()).toList();
		assertThat(proposals, hasItem("cycles"));
		assertThat(proposals, hasItem("time"));
	}

	@Test
	public void aLineBreakAfterABraceIndents() throws Exception {
		Study study = Study.open();
		int end = study.offset("stacks Vm") - 2;
		Ui.run(() -> {
			((ITextEditor) study.editor()).selectAndReveal(end, 0);
			study.widget().insert(System.lineSeparator());
		});
		assertTrue(study.text(), study.text().contains("{" + System.lineSeparator() + "\t" + System.lineSeparator() + "\tstacks Vm"));
	}

	/** The lines of error annotations in the editor; call it on the UI thread. */
	private static List<Integer> annotations(Study study) throws Exception {
		ITextEditor editor = (ITextEditor) study.editor();
		IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		List<Integer> lines = new ArrayList<>();
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation annotation = all.next();
			if (annotation.getType().equals("org.eclipse.ui.workbench.texteditor.error") && !annotation.isMarkedDeleted()) {
				lines.add(study.document().getLineOfOffset(model.getPosition(annotation).getOffset()) + 1);
			}
		}
		return lines;
	}

	private static RGB theme(String kind) {
		return Ui.get(() -> PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry()
				.getRGB("org.trapline.lang.ui.color." + kind));
	}

	private static RGB colour(Study study, int offset) {
		return Ui.get(() -> {
			StyleRange style = study.widget().getStyleRangeAtOffset(offset);
			return style == null || style.foreground == null ? null : style.foreground.getRGB();
		});
	}
}
