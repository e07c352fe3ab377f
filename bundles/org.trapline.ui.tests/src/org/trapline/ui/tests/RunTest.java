// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartMark;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.catalog.CatalogView;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.runs.RunsView;
import org.trapline.ui.stack.StackView;
import org.trapline.ui.validation.ValidationView;

/** A run, and its results in the view. */
public final class RunTest {

	/** Traps of one hypercall; those of NEVE with a non-VHE guest hypervisor are 17 by the model's rules, published are 15. */
	private static final Map<String, Long> TRAPS = Map.of("Vm", 1L, "Nested", 126L, "NestedVhe", 82L, "NestedNeve", 17L,
			"NestedNeveVhe", 15L);

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Test
	public void theEditorsStudyRunsAndItsChartAppears() throws Exception {
		Study study = Study.open();
		RunOutcome outcome = study.run();
		assertTrue(outcome.toString(), outcome instanceof RunOutcome.Finished);
		ChartData chart = Ui.get(() -> Study.results().chart().orElseThrow());
		assertEquals("Hypercall from a VM and from a nested VM: traps", chart.heading());
		assertEquals(Map.copyOf(Study.bars(chart)), TRAPS);
		Ui.await("the chart's picture", () -> Study.results().picture().isPresent());
		long bars = Ui.get(() -> Study.results().picture().orElseThrow().drawing().regions().stream()
				.filter(region -> region.element().kind() == ChartMark.Kind.BAR).count());
		assertEquals(TRAPS.size(), bars);
		assertTrue("the view is in sight", Ui.get(() -> Ui.page().isPartVisible(Study.results())));
		assertEquals("typing goes on in the editor", study.editor(), Ui.get(() -> Ui.page().getActivePart()));
		Ui.screenshot("run");
	}

	@Test
	public void theTableHasEveryNumber() throws Exception {
		Study study = Study.open();
		study.run();
		assertEquals(Integer.valueOf(2 * TRAPS.size()), Ui.get(() -> table().getItemCount()));
		String copied = copy();
		assertTrue(copied, copied.startsWith("Stack\tWorkload\tMetric\tSimulated\tPublished\tError\tRole\tVerdict\tLevel"));
		assertTrue(copied, copied.contains("Nested\thypercall\ttraps\t126\t126\t0 %\tprediction\tok\tL2"));
		assertTrue(copied, copied.contains("NestedVhe\thypercall\ttraps\t82\t82\t0 %\tprediction"));
	}

	@Test
	public void theOtherChartCanBeChosen() throws Exception {
		Study study = Study.open();
		study.run();
		Ui.run(() -> {
			Combo combo = Ui.find(Ui.window().getShell(), Combo.class, found -> "Metric".equals(found.getData("choice"))).getFirst();
			combo.select(1);
			combo.notifyListeners(SWT.Selection, new Event());
		});
		Ui.await("the other chart", () -> Study.results().chart().filter(chart -> chart.heading().endsWith(": cycles")).isPresent());
		Ui.await("the chart's picture", () -> Study.results().picture().isPresent());
	}

	@Test
	public void aChangedEditorIsSavedFirst() throws Exception {
		Study study = Study.open();
		study.replace("measure traps, cycles", "measure traps");
		study.replace("	chart bars of cycles by stack", "");
		study.replace("		tolerance cycles 10 %", "");
		assertTrue(Ui.get(() -> study.editor().isDirty()));
		study.run();
		assertFalse(Ui.get(() -> study.editor().isDirty()));
		assertEquals(Integer.valueOf(TRAPS.size()), Ui.get(() -> table().getItemCount()));
	}

	@Test
	public void theContextMenusOfferTheRun() throws Exception {
		Study study = Study.open();
		assertEquals("in the editor", 1, Ui.get(() -> items(study.widget().getMenu())).stream()
				.filter(item -> item.startsWith("Run Study")).count());
		List<String> explorer = Ui.get(() -> items(select(study).getCommonViewer().getTree().getMenu()));
		assertEquals("in the Project Explorer: " + explorer, 1,
				explorer.stream().filter(item -> item.startsWith("Run Study")).count());
	}

	/** The texts of a menu's items as it opens, without mnemonics; call it on the UI thread. */
	private static List<String> items(Menu menu) {
		menu.notifyListeners(SWT.Show, new Event());
		List<String> items = Stream.of(menu.getItems()).map(item -> item.getText().replace("&", "")).toList();
		menu.notifyListeners(SWT.Hide, new Event());
		return items;
	}

	/** Selects the study's file in the Project Explorer; call it on the UI thread. */
	private static ProjectExplorer select(Study study) throws Exception {
		ProjectExplorer explorer = (ProjectExplorer) Ui.page().showView(ProjectExplorer.VIEW_ID);
		((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(study.file()));
		return explorer;
	}

	@Test
	public void theStudySelectedInTheProjectExplorerRuns() throws Exception {
		Study study = Study.open();
		Ui.run(() -> Ui.page().closeEditor(study.editor(), false));
		Ui.run(() -> select(study));
		Ui.await("the selection", () -> Ui.page().getSelection() instanceof StructuredSelection selection
				&& study.file().equals(selection.getFirstElement()));
		RunOutcome outcome = Study.runActive();
		assertEquals(study.file(), outcome.request().file().orElseThrow());
		assertTrue(outcome.toString(), outcome instanceof RunOutcome.Finished);
	}

	/** The same study gives the same results, whoever runs it. */
	@Test
	public void theKeyRunsTheStudyInTheEditorFromAnyView() throws Exception {
		runsFromAnyView(() -> Ui.window().getService(IHandlerService.class).executeCommand(TraplineUi.RUN_LAST_COMMAND, null));
	}

	@Test
	public void theButtonRunsTheStudyInTheEditorFromAnyView() throws Exception {
		runsFromAnyView(() -> {
			ToolItem run = Ui.find(Ui.window().getShell(), ToolBar.class, bar -> true).stream().flatMap(bar -> Stream.of(bar.getItems()))
					.filter(item -> (item.getStyle() & SWT.DROP_DOWN) != 0 && item.getToolTipText() != null && item.getToolTipText().matches("Run\\b.*")).findFirst().orElseThrow();
			assertTrue(run.getToolTipText(), run.isEnabled());
			run.notifyListeners(SWT.Selection, new Event());
		});
	}

	/** Another study ran last, which is not what is meant; in some views something is selected. */
	private static void runsFromAnyView(Ui.Action run) throws Exception {
		Study study = Study.open();
		IFile other = study.file().getProject().getFile("other.trapline");
		other.create(study.text().getBytes(StandardCharsets.UTF_8), true, false, null);
		Ui.run(() -> IDE.openEditor(Ui.page(), other));
		Study.runActive();
		Ui.run(() -> Ui.page().activate(study.editor()));
		study.caret(study.offset("NestedNeve "));
		for (String view : List.of(TrapFlowView.ID, CompareView.ID, StackView.ID, RunsView.ID, ValidationView.ID, CatalogView.ID, IPageLayout.ID_OUTLINE, IPageLayout.ID_PROP_SHEET,
				IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_PROGRESS_VIEW)) {
			IViewPart part = Ui.get(() -> Ui.page().showView(view));
			Ui.await(view + " with the focus", () -> Ui.page().getActivePart() == part);
			Ui.run(() -> Ui.find((Composite) Ui.window().getShell(), Tree.class, tree -> tree.isFocusControl() && tree.getItemCount() > 0).forEach(tree -> {
				tree.setSelection(tree.getItem(0));
				Event select = new Event();
				select.item = tree.getItem(0);
				tree.notifyListeners(SWT.Selection, select);
			}));
			Ui.settle();
			RunOutcome outcome = Study.await(run);
			assertTrue(view + ": " + outcome, outcome instanceof RunOutcome.Finished);
			assertEquals(view, study.file(), outcome.request().file().orElseThrow());
			assertFalse(view, study.editor().isDirty());
		}
	}

	@Test
	public void twoRunsHaveTheSameFingerprint() throws Exception {
		Study study = Study.open();
		RunOutcome.Finished first = (RunOutcome.Finished) study.run();
		RunOutcome.Finished second = (RunOutcome.Finished) study.run();
		assertEquals(first.run().info().fingerprint(), second.run().info().fingerprint());
	}

	/** The visible table of results; call it on the UI thread. */
	private static Table table() {
		return Ui.find(Ui.window().getShell(), Table.class,
				table -> table.getColumnCount() > 0 && table.getColumn(0).getText().equals("Stack")).getFirst();
	}

	private static String copy() {
		return Ui.get(() -> {
			CompareView view = Study.results();
			Ui.page().activate(view);
			view.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();
			Clipboard clipboard = new Clipboard(Ui.display());
			try {
				return (String) clipboard.getContents(TextTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
	}
}
