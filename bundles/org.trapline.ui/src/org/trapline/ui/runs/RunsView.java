// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunStore;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.ViewAction;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.compare.RunReports;
import org.trapline.ui.pages.HintPage;
import org.trapline.ui.run.RunAgain;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.Runs;

/** The history of runs: where each comes from, and what can be done with it. */
public final class RunsView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.runs";

	/** What it means to rename a run. */
	public static final String RENAMING = """
			Gives a run another name, which the [Runs view](views/org.trapline.ui.runs), charts and reports show. The first name of a run is its file and what was run.

			Results, inputs and fingerprint do not change. Two runs may have the same name: each has its own folder.""";

	private final Runnable refreshes = this::refresh;
	private final Consumer<RunOutcome> outcomes = this::select;
	private final List<Action> forOne = new ArrayList<>();
	private final List<Action> forSome = new ArrayList<>();
	private Composite pages;
	private StackLayout stack;
	private HintPage hint;
	private Composite page;
	private Text search;
	private RunTable table;
	private RunChanges changes;
	private RunDetails details;
	private Action link;
	private Action pin;
	private Action rename;
	private Action delete;
	private Action refresh;
	/** The run that is just done: it is selected as soon as it is kept. */
	private Optional<String> awaited = Optional.empty();

	@Override
	public void createPartControl(Composite parent) {
		changes = new RunChanges(getSite());
		pages = new Composite(parent, SWT.NONE);
		stack = new StackLayout();
		pages.setLayout(stack);
		hint = new HintPage(pages, getSite(), "No runs yet",
				"Open a study (a .trapline file) and <a href=\"run\">run it</a>%s: runs and their results are kept here until you delete them.");
		page = new Composite(pages, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
		search = new Text(page, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage("Search runs");
		search.setToolTipText("Show only runs whose name, study, experiments, files, plug-ins or fingerprint contain all of these words");
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 2).applyTo(search);
		search.addListener(SWT.Modify, event -> fill());
		SashForm sash = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		table = new RunTable(sash);
		table.viewer().addSelectionChangedListener(event -> selected());
		table.viewer().addOpenListener(event -> compare());
		details = new RunDetails(sash, getSite());
		sash.setWeights(60, 40);
		createActions();
		getSite().setSelectionProvider(table.viewer());
		Runs.ofWorkbench().addListener(refreshes);
		Runs.ofWorkbench().addOutcomeListener(outcomes);
		fill();
	}

	// ------------------------------------------------------------------------------------------- the list

	private void refresh() {
		if (!pages.isDisposed()) {
			fill();
		}
	}

	private void fill() {
		List<RunStore.Entry> all = Runs.ofWorkbench().entries();
		List<Path> selected = selection().stream().map(RunStore.Entry::folder).toList();
		table.show(all, search.getText());
		List<RunStore.Entry> shown = table.shown();
		List<RunStore.Entry> again = shown.stream().filter(entry -> selected.contains(entry.folder())).toList();
		Optional<RunStore.Entry> newest = shown.stream().filter(entry -> awaited.filter(entry.folder().getFileName().toString()::equals).isPresent()).findFirst();
		if (newest.isPresent()) {
			awaited = Optional.empty();
			again = List.of(newest.get());
		}
		boolean linked = link != null && link.isChecked();
		if (link != null) {
			// What is selected again, or was just shown as it was done, must not be shown again.
			link.setChecked(false);
		}
		table.select(again);
		if (link != null) {
			link.setChecked(linked);
		}
		stack.topControl = all.isEmpty() ? hint.control() : page;
		pages.layout();
		selected();
	}

	/** The runs that are selected. */
	public List<RunStore.Entry> selection() {
		return table.selection();
	}

	/** All runs that are listed. */
	public List<RunStore.Entry> listed() {
		return table.shown();
	}

	/** Selects runs by their folders. */
	public void select(List<Path> folders) {
		table.select(listed().stream().filter(entry -> folders.contains(entry.folder())).toList());
	}

	/** Searches. */
	public void search(String words) {
		search.setText(words);
	}

	private void select(RunOutcome outcome) {
		if (outcome instanceof RunOutcome.Finished finished) {
			awaited = Optional.of(finished.run().info().id());
			refresh();
		}
	}

	private void selected() {
		List<RunStore.Entry> some = selection();
		List<RunStore.Entry> readable = some.stream().filter(entry -> entry.info().isPresent()).toList();
		details.show(some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty(), table.shown());
		forOne.forEach(action -> action.setEnabled(some.size() == 1 && readable.size() == 1));
		forSome.forEach(action -> action.setEnabled(!readable.isEmpty() && readable.size() == some.size()));
		delete.setEnabled(!some.isEmpty());
		boolean pinned = !readable.isEmpty() && readable.stream().allMatch(entry -> entry.info().orElseThrow().pinned());
		pin.setChecked(pinned);
		if (link.isChecked() && !readable.isEmpty()) {
			CompareView view = (CompareView) getSite().getPage().findView(CompareView.ID);
			if (view != null && !view.runs().stream().map(run -> run.info().id()).toList()
					.equals(readable.stream().map(entry -> entry.info().orElseThrow().id()).toList())) {
				view.show(readable.stream().map(RunStore.Entry::folder).toList());
			}
		}
	}

	// ------------------------------------------------------------------------------------------- actions

	private void createActions() {
		Action compare = forSome(new ViewAction("Compare", "Show these runs in one chart (Enter)", "compare_runs.svg", this::compare));
		Action again = forSome(new ViewAction("Run Again", "Run the current version of the studies", "run_again.svg",
				() -> infos().forEach(info -> RunAgain.run(getSite().getShell(), info))));
		Action inputs = forSome(new ViewAction("Run Saved Inputs Again", "Run the saved inputs of these runs", null,
				() -> selection().forEach(entry -> RunAgain.runInputs(entry.folder(), entry.info().orElseThrow()))));
		rename = forOne(new ViewAction("Rename…", "Rename the run", null, () -> changes.askName(selection().get(0))));
		rename.setActionDefinitionId(ActionFactory.RENAME.getCommandId());
		pin = new Action("Pin", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				changes.pin(selection(), isChecked());
			}
		};
		pin.setToolTipText("Keep these runs at the top");
		pin.setImageDescriptor(TraplineUi.icon("pin.svg"));
		forSome.add(pin);
		delete = new ViewAction("Delete", "Delete these runs and their folders", null, () -> changes.askToDelete(selection()));
		delete.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_DELETE));
		delete.setActionDefinitionId(ActionFactory.DELETE.getCommandId());
		Action report = forOne(new ViewAction("Open Report", "Open the report of this run in the browser", "report.svg",
				() -> RunReports.open(getSite().getShell(), selection().get(0).folder())));
		Action export = forSome(new ViewAction("Export…", "Export chart, rows, tables or a report", "export_chart.svg", () -> changes.export(selection())));
		Action take = new ViewAction("Import Result Folder…", "Copy a folder written by 'trapline run --out' into the history", "import_run.svg", () -> changes.askToTake(this::await));
		Action folder = forOne(new ViewAction("Show in System Explorer", "Open the folder of this run", null,
				() -> Program.launch(selection().get(0).folder().toString())));
		Action copyPath = forSome(new ViewAction("Copy Path", "Copy the paths of the run folders", null,
				() -> changes.copy(selection().stream().map(entry -> entry.folder().toString()).collect(Collectors.joining(System.lineSeparator())))));
		Action copyFingerprint = forSome(new ViewAction("Copy Fingerprint", "Copy the fingerprints of the results", null,
				() -> changes.copy(infos().stream().map(RunInfo::fingerprint).collect(Collectors.joining(System.lineSeparator())))));
		copyPath.setActionDefinitionId(ActionFactory.COPY.getCommandId());
		refresh = new ViewAction("Refresh", "Read the run folders again", null, () -> Runs.ofWorkbench().refresh());
		refresh.setActionDefinitionId(ActionFactory.REFRESH.getCommandId());
		link = new Action("Link with Compare", IAction.AS_CHECK_BOX) {
		};
		link.setToolTipText("Show the selected runs in the Compare view");
		link.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ELCL_SYNCED));
		link.setChecked(true);
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		for (Action action : List.of(compare, again, pin, export, take, link)) {
			bar.add(action);
		}
		IMenuManager viewMenu = getViewSite().getActionBars().getMenuManager();
		viewMenu.add(take);
		viewMenu.add(refresh);
		viewMenu.add(link);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.RENAME.getId(), rename);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copyPath);
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(manager -> {
			manager.add(compare);
			manager.add(again);
			manager.add(inputs);
			manager.add(new Separator());
			manager.add(openInputs());
			manager.add(report);
			manager.add(export);
			manager.add(new Separator());
			manager.add(rename);
			manager.add(pin);
			manager.add(delete);
			manager.add(new Separator());
			manager.add(copyPath);
			manager.add(copyFingerprint);
			manager.add(folder);
			manager.add(new Separator());
			manager.add(take);
			manager.add(refresh);
		});
		table.viewer().getControl().setMenu(menu.createContextMenu(table.viewer().getControl()));
		getSite().registerContextMenu(menu, table.viewer());
	}

	private MenuManager openInputs() {
		MenuManager menu = new MenuManager("Open Inputs", TraplineUi.icon("trapline.svg"), null);
		if (selection().size() == 1 && selection().get(0).info().isPresent()) {
			RunStore.Entry entry = selection().get(0);
			for (RunInfo.Input input : entry.info().get().inputs()) {
				menu.add(new ViewAction(input.name().replace("&", "&&"), input.file(), null, () -> RunInputs.open(getSite().getPage(), entry, input)));
			}
		}
		return menu;
	}

	private Action forOne(Action action) {
		forOne.add(action);
		return action;
	}

	private Action forSome(Action action) {
		forSome.add(action);
		return action;
	}

	private List<RunInfo> infos() {
		return selection().stream().flatMap(entry -> entry.info().stream()).toList();
	}

	private void compare() {
		try {
			CompareView.show(getSite().getPage(), selection().stream().filter(entry -> entry.info().isPresent()).map(RunStore.Entry::folder).toList());
		} catch (PartInitException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	/** Gives a run another name. */
	public void rename(RunStore.Entry entry, String name) {
		changes.rename(entry, name);
	}

	/** Deletes runs without asking. */
	public void delete(List<RunStore.Entry> some) {
		changes.delete(some);
	}

	/** Copies a folder that the command line wrote into the history, and selects it; what is wrong with it is told in a dialog. */
	public void take(Path folder) {
		changes.take(folder, this::await);
	}

	/** Selects a run as soon as it is listed. */
	private void await(Path folder) {
		awaited = Optional.of(folder.getFileName().toString());
		refresh();
	}

	/** Opens the view. */
	public static RunsView show(IWorkbenchPage page) throws PartInitException {
		return (RunsView) page.showView(ID);
	}

	@Override
	public void setFocus() {
		Control focused = stack.topControl == page ? table.viewer().getControl() : hint.control();
		focused.setFocus();
	}

	@Override
	public void dispose() {
		Runs.ofWorkbench().removeListener(refreshes);
		Runs.ofWorkbench().removeOutcomeListener(outcomes);
		super.dispose();
	}
}
