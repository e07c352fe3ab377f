// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.export.ResultFolder;
import org.trapline.result.RunSelection;
import org.trapline.result.StudyResult;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunFolder;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunSettings;
import org.trapline.result.store.RunStore;
import org.trapline.run.RunMonitor;
import org.trapline.run.RunOptions;
import org.trapline.ui.compare.RunCaption;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.Runs;
import org.trapline.ui.runs.RunsView;

/** The history of runs, by its menu and its search field as a user has them. */
public final class RunsTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Rule
	public final ErrorDialogs errors = new ErrorDialogs();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static RunsView view() {
		return Ui.get(() -> RunsView.show(Ui.page()));
	}

	private static Table table() {
		return Ui.find(Ui.window().getShell(), Table.class, each -> each.getColumnCount() == 4 && each.getColumn(3).getText().equals("Fingerprint")).getFirst();
	}

	/** The names in the table, as they are seen. */
	private static List<String> names() {
		return Ui.get(() -> Stream.of(table().getItems()).map(item -> item.getText(0)).toList());
	}

	private static RunInfo info(RunOutcome outcome) {
		assertTrue(outcome.toString(), outcome instanceof RunOutcome.Finished);
		return ((RunOutcome.Finished) outcome).run().info();
	}

	private static RunInfo kept(String id) throws Exception {
		return RunFolder.info(Runs.ofWorkbench().store().root().resolve(id));
	}

	private static void select(RunsView view, RunInfo info) {
		Path path = Runs.ofWorkbench().store().root().resolve(info.id());
		Ui.await("the run in the list", () -> view.listed().stream().anyMatch(entry -> entry.folder().equals(path)));
		Ui.run(() -> {
			Ui.page().activate(view);
			view.select(List.of(path));
		});
	}

	/** Chooses from the context menu, by the texts of the items. */
	private static void choose(String... path) {
		Ui.start(() -> {
			Menu menu = table().getMenu();
			for (int i = 0; i < path.length; i++) {
				menu.notifyListeners(SWT.Show, new Event());
				String wanted = path[i];
				MenuItem item = Stream.of(menu.getItems()).filter(each -> each.getText().replace("&", "").split("\t")[0].equals(wanted)).findFirst().orElseThrow();
				assertTrue(wanted, item.isEnabled());
				if (i == path.length - 1) {
					Event event = new Event();
					event.widget = item;
					if ((item.getStyle() & SWT.CHECK) != 0) {
						item.setSelection(!item.getSelection());
					}
					item.notifyListeners(SWT.Selection, event);
				} else {
					menu = item.getMenu();
				}
			}
		});
	}

	@Test
	public void aSearchLooksAtNamesStudiesFilesAndFingerprints() throws Exception {
		Study study = Study.open();
		RunInfo first = info(study.run());
		study.replace("L0 KvmNonVhe L1 KvmNonVhe", "L0 KvmNonVhe L1 KvmVhe");
		RunInfo second = info(study.run());
		assertNotEquals(first.fingerprint(), second.fingerprint());
		RunsView view = view();
		Ui.run(() -> Runs.ofWorkbench().rename(Runs.ofWorkbench().store().root().resolve(first.id()), "As published"));
		Ui.await("both runs", () -> names().equals(List.of(second.name(), "As published")));
		for (String words : List.of("published", "AS  PUBL", first.fingerprint())) {
			search(words);
			assertEquals(words, List.of("As published"), names());
		}
		for (String words : List.of("hypercall", "study/hypercall.trapline", "org.trapline.cpu.arm", "nestedneve")) {
			search(words);
			assertEquals(words, words.equals("nestedneve") ? 0 : 2, names().size());
		}
		search("nothing like this");
		Ui.screenshot("runs-search");
		assertEquals(List.of(), names());
		search("");
		assertEquals(2, names().size());
		assertEquals(2, Ui.get(view::listed).size());
	}

	private static void search(String words) {
		Ui.run(() -> Ui.find(Ui.window().getShell(), Text.class, text -> text.getMessage().equals("Search runs")).getFirst().setText(words));
	}

	/** What the columns take together, in points. Call it on the UI thread. */
	private static int taken() {
		return Stream.of(table().getColumns()).mapToInt(TableColumn::getWidth).sum();
	}

	/** What the texts of a row's cell and its column's title need. Call it on the UI thread. */
	private static int needed(int column) {
		GC gc = new GC(table());
		try {
			return Math.max(gc.textExtent(table().getColumn(column).getText()).x, gc.textExtent(table().getItem(0).getText(column)).x);
		} finally {
			gc.dispose();
		}
	}

	private static boolean scrolls() {
		ScrollBar bar = table().getHorizontalBar();
		return bar.getThumb() < bar.getMaximum() - bar.getMinimum();
	}

	@Test
	public void theColumnsShareTheRoomThatThereIs() throws Exception {
		Study.open().run();
		RunsView view = view();
		Ui.await("columns that fit in, the name among them", () -> taken() <= table().getClientArea().width
				&& Stream.of(0, 1, 2).allMatch(column -> table().getColumn(column).getWidth() >= needed(column)) && !scrolls());
		Ui.screenshot("runs-columns");
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
		Ui.await("all columns", () -> taken() <= table().getClientArea().width
				&& Stream.of(0, 1, 2, 3).allMatch(column -> table().getColumn(column).getWidth() >= needed(column)));
		Ui.screenshot("runs-columns-wide");
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
		Ui.run(() -> Ui.window().getShell().setSize(800, Ui.window().getShell().getSize().y));
		Ui.await("a scroll bar for what does not fit in", () -> taken() > table().getClientArea().width && scrolls()
				&& Stream.of(0, 1, 2).allMatch(column -> table().getColumn(column).getWidth() >= needed(column)));
		Ui.screenshot("runs-columns-narrow");
	}

	@Test
	public void aRunsTimeIsAsShortAsItCanBe() {
		assertTrue("today", RunCaption.shortTime(Instant.now()).matches("\\d\\d:\\d\\d:\\d\\d"));
		assertTrue("another year", RunCaption.shortTime(Instant.now().minus(Duration.ofDays(400))).matches("\\d{4}-\\d\\d-\\d\\d"));
	}

	@Test
	public void aPinnedRunStaysOnTop() throws Exception {
		Study study = Study.open();
		RunInfo first = info(study.run());
		RunInfo second = info(study.run());
		RunsView view = view();
		select(view, first);
		assertEquals("the newest is on top", second.id(), Ui.get(() -> view.listed().getFirst().info().orElseThrow().id()));
		choose("Pin");
		Ui.await("the pinned run on top", () -> view.listed().getFirst().info().orElseThrow().id().equals(first.id()));
		assertTrue(kept(first.id()).pinned());
		Ui.screenshot("runs-pinned");
		choose("Pin");
		Ui.await("the newest on top again", () -> view.listed().getFirst().info().orElseThrow().id().equals(second.id()));
		assertFalse(kept(first.id()).pinned());
	}

	@Test
	public void aRunIsRenamed() throws Exception {
		RunInfo run = info(Study.open().run());
		RunsView view = view();
		select(view, run);
		choose("Rename…");
		Shell dialog = Ui.dialog("Rename Run");
		Ui.run(() -> Ui.find(dialog, Text.class, text -> text.getText().equals(run.name())).getFirst().setText("  "));
		assertFalse("a name must not be blank", Ui.get(() -> Ui.button(dialog, "OK").isEnabled()));
		Ui.run(() -> Ui.find(dialog, Text.class, text -> text.getText().equals("  ")).getFirst().setText("Baseline"));
		Ui.press(Ui.get(() -> Ui.button(dialog, "OK")));
		Ui.await("the name", () -> names().equals(List.of("Baseline")));
		assertEquals("Baseline", kept(run.id()).name());
		assertEquals("the results are the same", run.fingerprint(), kept(run.id()).fingerprint());
	}

	@Test
	public void aRunIsDeletedAfterAQuestion() throws Exception {
		Study study = Study.open();
		RunInfo first = info(study.run());
		RunInfo second = info(study.run());
		RunsView view = view();
		select(view, first);
		choose("Delete");
		Shell question = Ui.dialog("Delete Runs");
		Ui.press(Ui.get(() -> Ui.button(question, "Cancel")));
		Ui.await("the closed question", question::isDisposed);
		assertEquals(2, Runs.ofWorkbench().entries().size());
		choose("Delete");
		Shell again = Ui.dialog("Delete Runs");
		Ui.press(Ui.get(() -> Ui.button(again, "OK")));
		Ui.await("one run left", () -> table().getItemCount() == 1);
		assertFalse("its folder is gone", Files.exists(Runs.ofWorkbench().store().root().resolve(first.id())));
		assertEquals(List.of(second.id()), Runs.ofWorkbench().entries().stream().map(entry -> entry.info().orElseThrow().id()).toList());
	}

	@Test
	public void aRunIsRunAgainAsTheStudyIsNowOrAsItWas() throws Exception {
		Study study = Study.open();
		RunInfo before = info(study.run());
		study.replace("L0 KvmNonVhe L1 KvmNonVhe", "L0 KvmNonVhe L1 KvmVhe");
		RunsView view = view();
		select(view, before);
		RunInfo now = info(Study.await(() -> choose("Run Again")));
		assertNotEquals("the study has changed", before.fingerprint(), now.fingerprint());
		select(view, before);
		RunInfo exact = info(Study.await(() -> choose("Run Saved Inputs Again")));
		assertEquals("the inputs have not", before.fingerprint(), exact.fingerprint());
		assertEquals(3, Runs.ofWorkbench().entries().size());
	}

	@Test
	public void theExactInputsOpenAsTheyWereAndCannotBeChanged() throws Exception {
		Study study = Study.open();
		String before = study.text();
		RunInfo run = info(study.run());
		study.replace("L0 KvmNonVhe L1 KvmNonVhe", "L0 KvmNonVhe L1 KvmVhe");
		study.save();
		RunsView view = view();
		select(view, run);
		choose("Open Inputs", "hypercall.trapline");
		Ui.await("the editor of the input", () -> Ui.page().getActiveEditor() instanceof ITextEditor editor && editor != study.editor());
		ITextEditor editor = (ITextEditor) Ui.get(() -> Ui.page().getActiveEditor());
		IDocument document = Ui.get(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()));
		assertEquals(before, document.get());
		assertFalse(Ui.get(editor::isEditable));
		Ui.screenshot("runs-inputs");
	}

	/** A run as {@code trapline run --out FOLDER} makes it: the same calls. */
	private Run runOutside(Path study, Path target) throws Exception {
		RunOptions options = new RunOptions(OptionalLong.of(3), 1);
		Instant began = Instant.now();
		StudyResult result = Runs.ofWorkbench().studies().run(study, RunSelection.ALL, options, RunMonitor.NONE);
		Run run = Run.of(List.of(result), new RunSettings(List.of(study.toString()), RunSelection.ALL, options.seed(), options.jobs()), began,
				Duration.between(began, Instant.now()), Runs.ofWorkbench().catalog());
		ResultFolder.write(run, target);
		return run;
	}

	@Test
	public void aFolderOfTheCommandLineIsTakenIntoTheHistory() throws Exception {
		Study study = Study.open();
		Path target = folder.getRoot().toPath().resolve("results");
		Run outside = runOutside(study.file().getLocation().toPath(), target);
		RunsView view = view();
		Ui.run(() -> view.take(target));
		Ui.await("the run in the list", () -> view.listed().size() == 1);
		RunInfo taken = Ui.get(() -> view.listed().getFirst().info().orElseThrow());
		assertEquals(outside.info().fingerprint(), taken.fingerprint());
		assertEquals(outside.info().settings(), taken.settings());
		Ui.await("its results in the Compare view", () -> Study.results() != null && Study.results().runs().stream().anyMatch(run -> run.info().id().equals(taken.id())));
		Ui.screenshot("runs-taken");
	}

	@Test
	public void aFolderThatIsNoRunIsRefusedWithItsReason() throws Exception {
		RunsView view = view();
		Path target = folder.newFolder("pictures").toPath();
		Ui.start(() -> view.take(target));
		Shell dialog = Ui.dialog("Import Result Folder");
		String text = Ui.get(() -> Ui.texts(dialog));
		assertTrue(text, text.contains(target.toString()));
		Ui.screenshot("runs-refused");
		Ui.press(Ui.get(() -> Ui.button(dialog, "OK")));
		Ui.await("the closed dialog", dialog::isDisposed);
		assertEquals(List.of(), Runs.ofWorkbench().entries());
	}

	@Test
	public void theCommandLineReadsAKeptRun() throws Exception {
		RunInfo info = info(Study.open().run());
		Run read = RunFolder.read(Runs.ofWorkbench().store().root().resolve(info.id()));
		assertEquals(info, read.info());
		assertTrue("a page that says it all", Files.exists(Runs.ofWorkbench().store().root().resolve(info.id()).resolve(RunFolder.REPORT)));
	}

	/** As far as one workbench can show it: all is in the folder, and a view that knows nothing reads it there. */
	@Test
	public void theHistorySurvivesARestart() throws Exception {
		Study study = Study.open();
		RunInfo first = info(study.run());
		RunInfo second = info(study.run());
		RunsView view = view();
		Path root = Runs.ofWorkbench().store().root();
		Ui.run(() -> {
			Runs.ofWorkbench().rename(root.resolve(first.id()), "Kept");
			Runs.ofWorkbench().pin(root.resolve(first.id()), true);
			Ui.page().hideView(view);
		});
		List<RunInfo> again = new RunStore(root).list().stream().map(entry -> entry.info().orElseThrow()).toList();
		assertEquals(List.of(second, first.named("Kept").pinned(true)), again);
		Runs.ofWorkbench().refresh();
		RunsView fresh = view();
		assertNotEquals(view, fresh);
		Ui.await("the runs", () -> names().equals(List.of("Kept", second.name())));
		assertEquals(first.fingerprint(), Runs.ofWorkbench().run(root.resolve(first.id())).info().fingerprint());
	}
}
