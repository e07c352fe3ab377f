// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.part.IPage;
import org.eclipse.ui.part.PageBookView;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.ui.LanguageService;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.run.RunOutcome;

/** What the language server knows, in the real editor. */
public final class LanguageEditingTest {

	private static final String TEXT = """
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"

			stack Vm     on Moonshot { L0 KvmNonVhe               guest L1 }
			stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }

			experiment Calls "Hypercalls" {
				stacks Vm, Nested
				workload hypercall
				measure traps
			}
			""";
	private static final String OTHER = """
			import "hypercall.trapline"

			experiment More {
				stacks Nested
				workload hypercall
				measure traps
			}
			""";

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	// ------------------------------------------------------------------------------------------- content assist

	@Test
	public void aProposalIsInserted() throws Exception {
		Study study = Study.open(TEXT);
		caret(study, study.offset("measure traps") + "measure t".length());
		Ui.run(() -> editor(study).getAction("ContentAssistProposal").run());
		ProposalList proposals = ProposalList.await("time");
		Ui.screenshot("editor-completion");
		proposals.choose("time");
		Ui.await("the proposal in the text", () -> study.text().contains("measure time\n") || study.text().contains("measure timeraps"));
	}

	@Test
	public void aTemplateHasPlacesToFillIn() throws Exception {
		Study study = Study.open(TEXT + "\n");
		caret(study, study.text().length());
		Ui.run(() -> study.widget().insert("stac"));
		caret(study, study.text().length());
		Ui.run(() -> editor(study).getAction("ContentAssistProposal").run());
		ProposalList proposals = ProposalList.await("stack …");
		proposals.choose("stack …");
		Ui.await("the template in the text", () -> study.text().substring(TEXT.length()).contains("mechanism neve"));
		Ui.screenshot("editor-template");
		String selected = Ui.get(() -> study.widget().getSelectionText());
		assertFalse("the first place is selected", selected.isEmpty());
		study.undo();
		Ui.await("the text before", () -> study.text().strip().endsWith("stac"));
	}

	// ------------------------------------------------------------------------------------------- navigation

	@Test
	public void aNameLeadsToItsDefinitionInALibraryThatCanOnlyBeRead() throws Exception {
		Study study = Study.open(TEXT);
		caret(study, study.offset("Moonshot"));
		execute(study, "org.eclipse.ui.edit.text.open.hyperlink");
		Ui.await("the library's editor", () -> Ui.page().getActiveEditor() != study.editor());
		ITextEditor library = (ITextEditor) Ui.get(() -> Ui.page().getActiveEditor());
		Ui.await("the definition", () -> library.getSelectionProvider().getSelection().toString().contains("Moonshot"));
		assertEquals("x-gene.trapline", Ui.get(() -> library.getEditorInput().getName()));
		assertFalse("a library can be changed", Ui.get(library::isEditable));
		Ui.screenshot("editor-library");
		// From there it goes on.
		IDocument text = Ui.get(() -> library.getDocumentProvider().getDocument(library.getEditorInput()));
		Ui.run(() -> library.selectAndReveal(text.get().indexOf("import \"") + 10, 0));
		Ui.run(() -> Ui.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.text.open.hyperlink", null));
		Ui.await("the imported library", () -> Ui.page().getActiveEditor() != library);
	}

	@Test
	public void referencesAreShownInTheSearchView() throws Exception {
		Study study = Study.open(TEXT);
		other(study);
		caret(study, study.offset("Nested on"));
		execute(study, "org.eclipse.ui.genericeditor.findReferences");
		Ui.await("three references in two files", () -> {
			IViewPart view = Ui.page().findView("org.eclipse.search.ui.views.SearchView");
			return view != null && trees(view).stream().anyMatch(tree -> tree.getItemCount() == 2 && tree.getItem(0).getItemCount() + tree.getItem(1).getItemCount() == 3);
		});
		Ui.screenshot("editor-references");
	}

	@Test
	public void theOutlineShowsTheElements() throws Exception {
		Study study = Study.open(TEXT);
		IViewPart view = Ui.get(() -> Ui.page().showView("org.eclipse.ui.views.ContentOutline"));
		Ui.run(() -> Ui.page().activate(study.editor()));
		Ui.await("the elements", () -> outline(view).contains("Vm") && outline(view).contains("Calls"));
		study.replace("stack Vm ", "stack One ");
		Ui.await("the new name", () -> outline(view).contains("One"));
		Ui.run(() -> {
			Tree tree = (Tree) ((PageBookView) view).getCurrentPage().getControl();
			TreeItem one = Arrays.stream(tree.getItems()).filter(item -> item.getText().startsWith("One")).findFirst().orElseThrow();
			assertEquals("One  Stack", one.getText());
			tree.setSelection(one);
			Event selected = new Event();
			selected.item = one;
			tree.notifyListeners(SWT.Selection, selected);
		});
		Ui.await("its name is selected", () -> study.widget().getSelectionText().equals("One"));
		Ui.screenshot("editor-outline");
	}

	@Test
	public void otherPlacesOfTheNameAtTheCaretAreMarked() throws Exception {
		Study study = Study.open(TEXT);
		caret(study, study.offset("Nested on"));
		Ui.await("both places", () -> annotations(study, "org.eclipse.ui.genericeditor.text").equals(List.of("Nested", "Nested")));
		caret(study, study.offset("Calls"));
		Ui.await("the other name's places", () -> annotations(study, "org.eclipse.ui.genericeditor.text").equals(List.of("Calls")));
	}

	@Test
	public void blocksFold() throws Exception {
		Study study = Study.open(TEXT);
		Ui.await("the fold of the experiment", () -> {
			IAnnotationModel folds = viewer(study).getProjectionAnnotationModel();
			for (Iterator<Annotation> all = folds == null ? List.<Annotation>of().iterator() : folds.getAnnotationIterator(); all.hasNext();) {
				if (study.text().substring(folds.getPosition(all.next()).getOffset()).startsWith("experiment Calls")) {
					return true;
				}
			}
			return false;
		});
		Ui.run(() -> viewer(study).doOperation(ProjectionViewer.COLLAPSE_ALL));
		Ui.await("less lines in sight", () -> study.widget().getLineCount() < study.document().getNumberOfLines());
		Ui.run(() -> viewer(study).doOperation(ProjectionViewer.EXPAND_ALL));
	}

	// ------------------------------------------------------------------------------------------- changes

	@Test
	public void aRenameChangesAllFilesAndCanBeUndone() throws Exception {
		Study study = Study.open(TEXT);
		IFile other = other(study);
		caret(study, study.offset("Nested on"));
		executeSoon(study, "org.trapline.lang.ui.rename");
		Shell dialog = Ui.dialog("Rename Element");
		Ui.run(() -> Ui.find(dialog, Text.class, text -> text.getText().equals("Nested")).getFirst().setText("Inner"));
		Ui.screenshot("editor-rename");
		Ui.press(Ui.get(() -> Ui.button(dialog, "OK")));
		Ui.await("the new name", () -> study.text().equals(TEXT.replace("Nested", "Inner")));
		ITextEditor otherEditor = (ITextEditor) Ui.get(() -> Ui.page().findEditor(new FileEditorInput(other)));
		IDocument otherText = Ui.get(() -> otherEditor.getDocumentProvider().getDocument(otherEditor.getEditorInput()));
		assertEquals(OTHER.replace("Nested", "Inner"), Ui.get(otherText::get));
		study.undo();
		assertEquals(TEXT, study.text());
		Ui.run(() -> otherEditor.getAction("undo").run());
		assertEquals(OTHER, Ui.get(otherText::get));
	}

	@Test
	public void aRenameThatCannotBeIsRefusedWithTheReason() throws Exception {
		Study study = Study.open(TEXT);
		caret(study, study.offset("Moonshot"));
		executeSoon(study, "org.trapline.lang.ui.rename");
		Shell dialog = Ui.dialog("Rename Element");
		String said = Ui.get(() -> Ui.find(dialog, Label.class, label -> label.getText().contains("library")).getFirst().getText());
		assertThat(said, containsString("cannot be changed"));
		Ui.press(Ui.get(() -> Ui.button(dialog, "OK")));
		Ui.await("the dialog's end", dialog::isDisposed);
	}

	@Test
	public void aQuickFixInTheEditorMendsAMisspeltName() throws Exception {
		Study study = Study.open(TEXT);
		study.replace("KvmNonVhe               guest", "KvmNonVe               guest");
		Ui.await("the error's marker", () -> !study.errors().isEmpty());
		caret(study, study.offset("KvmNonVe ") + 2);
		Ui.run(() -> editor(study).getAction("QuickAssist").run());
		ProposalList fixes = ProposalList.await("KvmNonVhe");
		Ui.screenshot("editor-quick-fix");
		fixes.choose("KvmNonVhe");
		Ui.await("the name", () -> study.text().equals(TEXT));
		Ui.await("no marker", () -> study.errors().isEmpty());
	}

	@Test
	public void aQuickFixMendsAFileThatNoEditorShows() throws Exception {
		Study study = Study.open(TEXT);
		IFile broken = study.file().getProject().getFile("broken.trapline");
		broken.create("platform P { clock 2 ms }\n".getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.await("the error's marker", () -> broken.findMaxProblemSeverity(IMarker.PROBLEM, true, 0) == IMarker.SEVERITY_ERROR);
		List<IMarker> units = Arrays.stream(broken.findMarkers(IMarker.PROBLEM, true, 0)).filter(each -> "unit".equals(each.getAttribute("code", ""))).toList();
		assertEquals(1, units.size());
		IMarkerResolution[] fixes = Ui.get(() -> IDE.getMarkerHelpRegistry().getResolutions(units.getFirst()));
		assertTrue("fixes for a wrong unit", fixes.length > 0);
		Ui.run(() -> fixes[0].run(units.getFirst()));
		ITextEditor editor = (ITextEditor) Ui.get(() -> Ui.page().findEditor(new FileEditorInput(broken)));
		Ui.await("the unit", () -> editor.getDocumentProvider().getDocument(editor.getEditorInput()).get().contains("Hz"));
	}

	@Test
	public void formattingIsOneStepThatCanBeUndone() throws Exception {
		Study study = Study.open(TEXT);
		study.replace("stacks Vm, Nested", "stacks   Vm  ,Nested");
		execute(study, "org.trapline.lang.ui.format");
		Ui.await("the layout", () -> study.text().contains("\tstacks Vm, Nested\n"));
		study.undo();
		assertThat(study.text(), containsString("stacks   Vm  ,Nested"));
	}

	// ------------------------------------------------------------------------------------------- lenses

	@Test
	public void linksAboveAnExperimentRunAndExplain() throws Exception {
		Study study = Study.open(TEXT);
		Ui.await("room for the links above the experiment", () -> study.widget().getLineVerticalIndent(study.widget().getLineAtOffset(widgetOffset(study, "experiment"))) > 0);
		Ui.screenshot("editor-lenses");
		List<Command> links = lenses(study);
		assertEquals(List.of("Run Calls", "Explain hypercall", "Run Calls", "Explain hypercall", "Run", "Explain hypercall on Vm"), links.stream().map(Command::getTitle).toList());
		assertTrue(Study.await(() -> LanguageService.ofWorkbench().execute(links.get(4))) instanceof RunOutcome.Finished);
		Ui.run(() -> LanguageService.ofWorkbench().execute(links.get(3)));
		Ui.await("the Trap Flow view", () -> Ui.page().findView(TrapFlowView.ID) != null && Ui.page().isPartVisible(Ui.page().findView(TrapFlowView.ID)));
	}

	/** What the links above the lines do, in their order. */
	private static List<Command> lenses(Study study) throws Exception {
		return Ui.get(() -> LanguageService.ofWorkbench().ask(study.document(), (server, file) -> server.codeLens(new CodeLensParams(file)))).get(60, TimeUnit.SECONDS)
				.orElseThrow().stream().map(CodeLens::getCommand).toList();
	}

	// ------------------------------------------------------------------------------------------- what tests do

	private static ITextEditor editor(Study study) {
		return (ITextEditor) study.editor();
	}

	private static ProjectionViewer viewer(Study study) {
		return (ProjectionViewer) study.editor().getAdapter(ITextOperationTarget.class);
	}

	private static int widgetOffset(Study study, String piece) {
		return viewer(study).modelOffset2WidgetOffset(study.document().get().indexOf(piece));
	}

	private static void caret(Study study, int offset) {
		Ui.run(() -> {
			Ui.page().activate(study.editor());
			study.widget().setFocus();
			editor(study).selectAndReveal(offset, 0);
		});
	}

	private static void execute(Study study, String command) {
		Ui.run(() -> command(study, command));
	}

	private static void executeSoon(Study study, String command) {
		Ui.start(() -> command(study, command));
	}

	private static void command(Study study, String command) throws Exception {
		Ui.page().activate(study.editor());
		Ui.window().getService(IHandlerService.class).executeCommand(command, null);
	}

	/** A file beside the study that names an element of it. */
	private static IFile other(Study study) throws Exception {
		IFile other = study.file().getProject().getFile("other.trapline");
		other.create(OTHER.replace("hypercall.trapline", study.file().getName()).getBytes(StandardCharsets.UTF_8), true, false, null);
		// Once the server has found an error in it, it surely knows the file.
		other.setContents(OTHER.replace("hypercall.trapline", study.file().getName()).replace("traps", "trips").getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.await("the error's marker", () -> other.findMaxProblemSeverity(IMarker.PROBLEM, true, 0) == IMarker.SEVERITY_ERROR);
		other.setContents(OTHER.replace("hypercall.trapline", study.file().getName()).getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.await("no marker", () -> other.findMaxProblemSeverity(IMarker.PROBLEM, true, 0) < IMarker.SEVERITY_ERROR);
		return other;
	}

	private static List<Tree> trees(IViewPart view) {
		List<Tree> trees = new ArrayList<>();
		for (Shell shell : Ui.display().getShells()) {
			trees.addAll(Ui.find(shell, Tree.class, tree -> true));
		}
		return trees;
	}

	/** The names in the Outline view. */
	private static List<String> outline(IViewPart view) {
		IPage page = ((PageBookView) view).getCurrentPage();
		List<String> names = new ArrayList<>();
		if (page.getControl() instanceof Tree tree) {
			for (TreeItem item : tree.getItems()) {
				names.add(item.getText().split("  ")[0]);
			}
		}
		return names;
	}

	/** What stands at annotations of a kind. */
	private static List<String> annotations(Study study, String kind) throws Exception {
		IAnnotationModel model = viewer(study).getAnnotationModel();
		List<String> texts = new ArrayList<>();
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation annotation = all.next();
			if (annotation.getType().equals(kind)) {
				texts.add(study.document().get(model.getPosition(annotation).getOffset(), model.getPosition(annotation).getLength()));
			}
		}
		return texts;
	}
}
