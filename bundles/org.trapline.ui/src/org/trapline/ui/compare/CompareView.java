// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartMark;
import org.trapline.chart.Sample;
import org.trapline.chart.Zoom;
import org.trapline.chart.kind.CompareRequest;
import org.trapline.chart.picture.PictureImage;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunStore;
import org.trapline.ui.ViewAction;
import org.trapline.ui.export.ExportRunsWizard;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.pages.HintPage;
import org.trapline.ui.picture.PictureCanvas;
import org.trapline.ui.preferences.TraplinePreferences;
import org.trapline.ui.run.RunAgain;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.Runs;

/** Shows runs: charts of many kinds, and the numbers; or what hindered a run, or what to do for a first one. */
public final class CompareView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.compare";

	private static final String RUNS = "runs";
	private static final String BETWEEN = "\n";

	private final Consumer<RunOutcome> outcomes = this::take;
	private final Runnable changes = this::refresh;
	private final List<Action> needRuns = new ArrayList<>();
	private Composite pages;
	private StackLayout stack;
	private HintPage hint;
	private ProblemPage problem;
	private ComparePage compare;
	private Action resetZoom;
	private Action openFlow;
	private Action copy;
	private List<Run> shown = List.of();
	private Optional<RunOutcome> outcome = Optional.empty();
	private List<String> remembered = List.of();

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		String ids = memento == null ? null : memento.getString(RUNS);
		remembered = ids == null || ids.isEmpty() ? List.of() : Arrays.asList(ids.split(BETWEEN));
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString(RUNS, String.join(BETWEEN, shown.stream().map(run -> run.info().id()).toList()));
	}

	@Override
	public void createPartControl(Composite parent) {
		pages = new Composite(parent, SWT.NONE);
		stack = new StackLayout();
		pages.setLayout(stack);
		hint = new HintPage(pages, getSite(), "No results yet", "Open a study (a .trapline file) and <a href=\"run\">run it</a>%s: its charts and tables are shown here.");
		problem = new ProblemPage(pages, getSite());
		compare = new ComparePage(pages);
		createActions();
		compare.onAnswer(answer -> enable());
		compare.onOpen(this::openFlow);
		Runs runs = Runs.ofWorkbench();
		runs.addOutcomeListener(outcomes);
		runs.addListener(changes);
		getSite().setSelectionProvider(compare.table().viewer());
		turnTo(hint.control());
		if (!remembered.isEmpty()) {
			show(remembered.stream().map(id -> runs.store().root().resolve(id)).toList());
		}
	}

	// ------------------------------------------------------------------------------------------- what is shown

	/**
	 * Opens the view with some runs.
	 *
	 * @param folders their folders
	 */
	public static void show(IWorkbenchPage page, List<Path> folders) throws PartInitException {
		((CompareView) page.showView(ID, null, IWorkbenchPage.VIEW_VISIBLE)).show(folders);
	}

	/** Shows runs that are kept; what cannot be read is told in a dialog. */
	public void show(List<Path> folders) {
		Job job = Job.create("Reading results", (ICoreRunnable) monitor -> {
			List<Run> runs = new ArrayList<>();
			List<String> problems = new ArrayList<>();
			for (Path folder : folders) {
				try {
					runs.add(Runs.ofWorkbench().run(folder));
				} catch (IOException e) {
					problems.add(e.getMessage());
				}
			}
			if (!pages.isDisposed()) {
				pages.getDisplay().asyncExec(() -> {
					if (!pages.isDisposed()) {
						showRuns(runs);
						if (!problems.isEmpty() && !remembered.equals(names(folders))) {
							ErrorDialog.openError(getSite().getShell(), "Compare Runs", null, Status.error(String.join("\n", problems)));
						}
					}
				});
			}
		});
		job.setPriority(Job.SHORT);
		job.schedule();
	}

	private static List<String> names(List<Path> folders) {
		return folders.stream().map(folder -> folder.getFileName().toString()).toList();
	}

	/** Shows runs. */
	public void showRuns(List<Run> runs) {
		outcome = Optional.empty();
		shown = List.copyOf(runs);
		if (runs.isEmpty()) {
			turnTo(hint.control());
		} else {
			compare.show(runs);
			turnTo(compare.control());
		}
	}

	/** A run that is just done is shown, beside what it is compared with, if that is pinned. */
	private void take(RunOutcome newest) {
		switch (newest) {
		case RunOutcome.Finished finished -> {
			if (TraplinePreferences.showsResults() || shown.isEmpty()) {
				showRuns(List.of(finished.run()));
				outcome = Optional.of(newest);
			}
		}
		case RunOutcome.Rejected rejected -> {
			outcome = Optional.of(newest);
			problem.show(rejected);
			turnTo(problem.control());
		}
		case RunOutcome.Failed failed -> {
			outcome = Optional.of(newest);
			problem.show(failed);
			turnTo(problem.control());
		}
		case RunOutcome.Stopped stopped -> {
			// What was there stays.
		}
		}
	}

	/** Names may have changed, and runs may be gone. */
	private void refresh() {
		if (shown.isEmpty() || outcome.isPresent()) {
			// A run that is just done may not be kept yet.
			return;
		}
		List<RunStore.Entry> entries = Runs.ofWorkbench().entries();
		List<Path> there = shown.stream().map(run -> Runs.ofWorkbench().store().folder(run))
				.filter(folder -> entries.stream().anyMatch(entry -> entry.folder().equals(folder))).toList();
		boolean renamed = shown.stream().anyMatch(run -> entries.stream()
				.anyMatch(entry -> entry.info().filter(info -> info.id().equals(run.info().id()) && !info.name().equals(run.info().name())).isPresent()));
		if (renamed || there.size() < shown.size()) {
			show(there);
		}
	}

	private void turnTo(Control page) {
		stack.topControl = page;
		pages.layout();
		enable();
	}

	// ------------------------------------------------------------------------------------------- actions

	private void createActions() {
		Action choose = new ViewAction("Choose Runs…", "Choose which runs to compare", "compare_runs.svg", this::chooseRuns);
		Action again = needsRuns(new ViewAction("Run Again", "Run the same study again", "run_again.svg", this::runAgain));
		Action export = needsRuns(new ViewAction("Export…", "Export chart, rows, tables or a report of these runs", "export_chart.svg", this::export));
		Action report = needsRuns(new ViewAction("Open Report", "Open the report of this run in the browser", "report.svg", this::openReport));
		resetZoom = needsRuns(new ViewAction("Reset Zoom", "Show the whole chart. Zoom: drag a rectangle, turn the wheel, or press + and -; 0 resets", "zoom_reset.svg",
				() -> compare.zoom(Zoom.NONE)));
		openFlow = needsRuns(new ViewAction("Open Trap Flow", "Show the traps behind the selected value (double-click on a bar or a line of the table)", "flow.svg",
				() -> compare.selected().ifPresent(this::openFlow)));
		copy = new ViewAction("Copy", "Copy the lines of the table", null, () -> compare.table().copy());
		copy.setActionDefinitionId(ActionFactory.COPY.getCommandId());
		copy.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
		Action selectAll = new ViewAction("Select All", "Select all lines", null, () -> compare.table().selectAll());
		selectAll.setActionDefinitionId(ActionFactory.SELECT_ALL.getCommandId());
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		IMenuManager menu = getViewSite().getActionBars().getMenuManager();
		for (Action action : List.of(choose, again, resetZoom, openFlow, export)) {
			bar.add(action);
			menu.add(action);
		}
		menu.add(report);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.SELECT_ALL.getId(), selectAll);
		context(compare.table().control(), openFlow, null, copy, selectAll, null, export);
		context(compare.canvas(), openFlow, null, resetZoom, null, copy, export);
	}

	private static void context(Control control, Action... actions) {
		MenuManager menu = new MenuManager();
		for (Action action : actions) {
			if (action == null) {
				menu.add(new Separator());
			} else {
				menu.add(action);
			}
		}
		control.setMenu(menu.createContextMenu(control));
	}

	private Action needsRuns(Action action) {
		needRuns.add(action);
		return action;
	}

	private void enable() {
		boolean there = stack.topControl == compare.control();
		needRuns.forEach(action -> action.setEnabled(there));
		resetZoom.setEnabled(there && !compare.zoom().equals(Zoom.NONE));
	}

	private void chooseRuns() {
		RunChooser.ask(getSite().getShell(), shown.stream().map(run -> run.info().id()).toList()).ifPresent(this::show);
	}

	private void runAgain() {
		RunAgain.run(getSite().getShell(), shown.get(0));
	}

	private void export() {
		ExportRunsWizard.open(getSite().getShell(), shown, Optional.of(compare.request()));
	}

	private void openReport() {
		RunReports.open(getSite().getShell(), Runs.ofWorkbench().store().folder(shown.get(0)));
	}

	private void openFlow(Sample sample) {
		try {
			TrapFlowView.show(getSite().getPage(), sample);
		} catch (CoreException e) {
			ErrorDialog.openError(getSite().getShell(), "Trap Flow", null, e.getStatus());
		}
	}

	// ------------------------------------------------------------------------------------------- for others

	/** The runs that are shown. */
	public List<Run> runs() {
		return stack.topControl == compare.control() ? shown : List.of();
	}

	/** What the newest attempt to run came to, as long as that is what the view shows. */
	public Optional<RunOutcome> outcome() {
		return outcome;
	}

	/** What is shown of the runs, with what there is to choose from. */
	public Optional<CompareRequest.Answer> answer() {
		return runs().isEmpty() ? Optional.empty() : compare.answer();
	}

	/** Shows something else of the runs. */
	public void request(CompareRequest request) {
		compare.restore(request);
	}

	/** The data of the chart. */
	public Optional<ChartData> chart() {
		return answer().flatMap(CompareRequest.Answer::data);
	}

	/** The picture on the screen, once it is drawn at the view's present size and theme. */
	public Optional<PictureImage<ChartMark>> picture() {
		return runs().isEmpty() ? Optional.empty() : compare.pixels();
	}

	/** The canvas of the chart. */
	public PictureCanvas<ChartMark> canvas() {
		return compare.canvas();
	}

	@Override
	public void setFocus() {
		if (stack.topControl == compare.control()) {
			compare.setFocus();
		} else if (stack.topControl != null) {
			stack.topControl.setFocus();
		}
	}

	@Override
	public void dispose() {
		Runs.ofWorkbench().removeOutcomeListener(outcomes);
		Runs.ofWorkbench().removeListener(changes);
		super.dispose();
	}
}
