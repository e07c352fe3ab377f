// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.List;

import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPart2;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.result.RunSelection;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.StudyLaunch;

/** What a user sees of a study that cannot run: one clear message with its place, never a stack trace. */
public final class BadStudyTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Test
	public void theMessageNamesThePlaceAndTheEditorShowsIt() throws Exception {
		Study study = Study.open();
		int line = study.line("mechanism neve }");
		study.replace("mechanism neve }", "mechanism nave }");
		RunOutcome outcome = study.run();
		assertTrue(outcome.toString(), outcome instanceof RunOutcome.Rejected);
		assertEquals(List.of("hypercall.trapline did not run"), headings());
		String message = Ui.get(() -> Ui.find(Ui.window().getShell(), Link.class, link -> link.getText().contains("nave"))
				.getFirst().getText());
		assertTrue(message, message.startsWith("<a>hypercall.trapline, line " + line + "</a>: "));
		assertFalse(message, message.contains("Exception"));
		ITextEditor editor = (ITextEditor) study.editor();
		Ui.await("the caret at the place",
				() -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getStartLine() + 1 == line);
		Ui.await("one marker, from the live validation", () -> study.errorLines().equals(List.of(line)));
		assertTrue(Ui.get(() -> Study.results().chart().isEmpty()));
		Ui.await("one error in the Problems view",
				() -> problems().getContentDescription().startsWith("1 error, 0 warnings"));
		Ui.screenshot("bad-study");
	}

	@Test
	public void onceRepairedItRuns() throws Exception {
		Study study = Study.open();
		study.replace("mechanism neve }", "mechanism nave }");
		study.run();
		study.undo();
		RunOutcome outcome = study.run();
		assertTrue(outcome.toString(), outcome instanceof RunOutcome.Finished);
		assertEquals(List.of(), headings());
		Ui.await("no marker", () -> study.errors().isEmpty());
	}

	@Test
	public void aFileThatVanishedIsNamed() throws Exception {
		Study study = Study.open();
		study.run();
		Files.delete(study.file().getLocation().toPath());
		// As the view's "Run Again" does: the platform may have closed the editor of the vanished file meanwhile.
		RunOutcome outcome = Study.await(() -> StudyLaunch.run(study.file(), RunSelection.ALL));
		assertTrue(outcome.toString(), outcome instanceof RunOutcome.Failed failed
				&& failed.message().equals("There is no file " + study.file().getLocation().toOSString() + "."));
		assertEquals(List.of("hypercall.trapline did not run"), headings());
	}

	private static IWorkbenchPart2 problems() {
		return (IWorkbenchPart2) Ui.page().findView(IPageLayout.ID_PROBLEM_VIEW);
	}

	private static List<String> headings() {
		return Ui.get(() -> Ui.find(Ui.window().getShell(), Label.class, label -> label.getText().endsWith(" did not run"))
				.stream().map(Label::getText).toList());
	}
}
