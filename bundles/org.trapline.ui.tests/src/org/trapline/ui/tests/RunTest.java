// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartMark;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.catalogue.CatalogueView;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.run.RunOutcome;

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
		Study study = Study.open();
		for (String view : List.of("org.eclipse.ui.views.ProgressView", CatalogueView.ID)) {
			Ui.run(() -> Ui.page().showView(view));
			Ui.settle();
			RunOutcome outcome = Study.await(() -> Ui.window().getService(IHandlerService.class).executeCommand(TraplineUi.RUN_LAST_COMMAND, null));
			assertTrue(view, outcome instanceof RunOutcome.Finished);
			assertFalse(study.editor().isDirty());
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
