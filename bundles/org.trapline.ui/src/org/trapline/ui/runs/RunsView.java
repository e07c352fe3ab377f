// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.trapline.lang.ui.NameDialog;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunStore;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.ViewAction;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.compare.RunCaption;
import org.trapline.ui.compare.RunReports;
import org.trapline.ui.export.ExportRunsWizard;
import org.trapline.ui.help.TopicOf;
import org.trapline.ui.pages.HintPage;
import org.trapline.ui.picture.ColumnWidths;
import org.trapline.ui.run.RunAgain;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.Runs;

/** The history of runs: where each comes from, and what can be done with it. */
public final class RunsView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.runs";

	/** What it means to rename a run. */
	public static final String RENAMING = """
			Gives a run another name, by which the [Runs view](views/org.trapline.ui.runs), charts and reports call it. At first a run is called by its file and what was run of it.

			Results, inputs and fingerprint stay what they are. Two runs may have one name: each has its own folder.""";

	/** So much of a fingerprint tells neighbours apart. */
	private static final int SHORT = 8;

	/** Beside the text of a cell, in points. */
	private static final int MARGIN = 4;

	/** The icon before a name, in points. */
	private static final int ICON = 20;

	private final Runnable changes = this::refresh;
	private final Consumer<RunOutcome> outcomes = this::select;
	private final List<Action> forOne = new ArrayList<>();
	private final List<Action> forSome = new ArrayList<>();
	private Composite pages;
	private StackLayout stack;
	private HintPage hint;
	private Composite page;
	private Text search;
	private TableViewer table;
	private RunDetails details;
	private LocalResourceManager images;
	private Action link;
	private Action pin;
	private Action rename;
	private Action delete;
	private Action refresh;
	/** The run that is just done: it is selected as soon as it is kept. */
	private Optional<String> awaited = Optional.empty();

	@Override
	public void createPartControl(Composite parent) {
		images = new LocalResourceManager(JFaceResources.getResources(), parent);
		pages = new Composite(parent, SWT.NONE);
		stack = new StackLayout();
		pages.setLayout(stack);
		hint = new HintPage(pages, getSite(), "No runs yet",
				"Open a study (a .trapline file) and <a href=\"run\">run it</a>%s: every run is kept here with its results, until it is deleted.");
		page = new Composite(pages, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
		search = new Text(page, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage("Search runs");
		search.setToolTipText("Show only runs whose name, study, experiments, files, plug-ins or fingerprint contain these words");
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 2).applyTo(search);
		search.addListener(SWT.Modify, event -> fill());
		SashForm sash = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		createTable(sash);
		details = new RunDetails(sash, getSite());
		sash.setWeights(60, 40);
		createActions();
		getSite().setSelectionProvider(table);
		Runs.ofWorkbench().addListener(changes);
		Runs.ofWorkbench().addOutcomeListener(outcomes);
		fill();
	}

	// ------------------------------------------------------------------------------------------- the list

	/**
	 * A column.
	 *
	 * @param sample takes as much room as most of its texts
	 * @param weight its part of the room that is left
	 */
	private record Column(String title, String sample, int weight, Function<RunStore.Entry, String> text) {
	}

	private static final List<Column> COLUMNS = List.of(
			new Column("Run", "study: Experiment", 5, RunStore.Entry::name),
			new Column("When", "00-00 00:00", 1, entry -> entry.info().map(info -> RunCaption.shortTime(info.began())).orElse("")),
			new Column("Took", "00.0 s", 1, entry -> entry.info().map(info -> RunCaption.seconds(info.took())).orElse("")),
			new Column("Fingerprint", "0".repeat(SHORT), 1,
					entry -> entry.info().map(info -> RunCaption.fingerprint(info.fingerprint()).substring(0, SHORT)).orElse("cannot be read")));

	private void createTable(Composite parent) {
		table = new TableViewer(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setContentProvider(ArrayContentProvider.getInstance());
		table.getTable().setHeaderVisible(true);
		// A scroll bar that lies over the rows, and only while the mouse is there, does not say that there is more.
		table.getTable().setScrollbarsMode(SWT.NONE);
		ColumnViewerToolTipSupport.enableFor(table);
		COLUMNS.forEach(this::column);
		int[] least = widths();
		int last = least.length - 1;
		ColumnWidths widths = new ColumnWidths(table.getTable());
		for (int i = 0; i < last; i++) {
			widths.set(table.getTable().getColumn(i), COLUMNS.get(i).weight(), least[i]);
		}
		TableColumn fingerprint = table.getTable().getColumn(last);
		table.getTable().addListener(SWT.Resize, event -> {
			// The details below say the fingerprint too: where there is no room for all, the names need it more.
			if (table.getTable().getClientArea().width < IntStream.of(least).sum()) {
				widths.hide(fingerprint);
			} else {
				widths.set(fingerprint, COLUMNS.get(last).weight(), least[last]);
			}
			widths.share();
		});
		table.addSelectionChangedListener(event -> selected());
		table.addOpenListener(event -> compare());
	}

	/** The least width of each column, in points: its title and most of its texts can be read. */
	private int[] widths() {
		GC gc = new GC(table.getTable());
		try {
			int[] samples = COLUMNS.stream().mapToInt(column -> gc.textExtent(column.sample()).x).toArray();
			// Titles may be bold.
			gc.setFont(images.create(FontDescriptor.createFrom(table.getTable().getFont()).withStyle(SWT.BOLD)));
			int[] widths = new int[samples.length];
			for (int i = 0; i < widths.length; i++) {
				widths[i] = Math.max(samples[i], gc.textExtent(COLUMNS.get(i).title()).x) + 2 * MARGIN + (i == 0 ? ICON : 0);
			}
			return widths;
		} finally {
			gc.dispose();
		}
	}

	private void column(Column shown) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
		column.getColumn().setText(shown.title());
		column.getColumn().setMoveable(true);
		boolean first = shown == COLUMNS.getFirst();
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return shown.text().apply((RunStore.Entry) element);
			}

			@Override
			public Image getImage(Object element) {
				if (!first) {
					return null;
				}
				RunStore.Entry entry = (RunStore.Entry) element;
				if (entry.problem().isPresent()) {
					return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK);
				}
				return images.create(TraplineUi.icon(entry.info().filter(RunInfo::pinned).isPresent() ? "pinned.svg" : "run_kept.svg"));
			}

			@Override
			public String getToolTipText(Object element) {
				RunStore.Entry entry = (RunStore.Entry) element;
				return entry.problem().or(() -> entry.info().map(RunsView::summary)).orElse(null);
			}
		});
	}

	private static String summary(RunInfo info) {
		return "%s of %s\nTrapline %s, %s\nFingerprint %s".formatted(info.settings().selection(), String.join(", ", info.settings().files()),
				info.environment().product(), info.environment().system(), info.fingerprint());
	}

	private void refresh() {
		if (!pages.isDisposed()) {
			fill();
		}
	}

	/** Pinned runs come first, then the newest. */
	private void fill() {
		List<RunStore.Entry> all = Runs.ofWorkbench().entries();
		List<String> words = List.of(search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"));
		List<RunStore.Entry> shown = all.stream().filter(entry -> words.stream().allMatch(texts(entry)::contains))
				.sorted(Comparator.comparing(entry -> !entry.info().filter(RunInfo::pinned).isPresent())).toList();
		List<Path> selected = selection().stream().map(RunStore.Entry::folder).toList();
		table.setInput(shown);
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
		table.setSelection(new StructuredSelection(again), true);
		if (link != null) {
			link.setChecked(linked);
		}
		stack.topControl = all.isEmpty() ? hint.control() : page;
		pages.layout();
		selected();
	}

	/** All that a search looks through. */
	private static String texts(RunStore.Entry entry) {
		Stream<String> texts = entry.info().map(info -> Stream.of(Stream.of(info.name(), info.id(), info.fingerprint(), info.environment().product()),
				info.settings().files().stream(), info.settings().selection().stacks().stream(), info.inputs().stream().map(RunInfo.Input::name),
				info.plugins().stream().map(plugin -> plugin.id()), info.studies().stream().flatMap(study -> Stream.concat(Stream.of(study.name()),
						study.experiments().stream().flatMap(each -> Stream.of(each.name(), each.title())))))
				.flatMap(parts -> parts)).orElseGet(() -> Stream.of(entry.folder().toString()));
		return texts.collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
	}

	/** The runs that are selected. */
	public List<RunStore.Entry> selection() {
		return table.getStructuredSelection().stream().map(RunStore.Entry.class::cast).toList();
	}

	/** All runs that are listed. */
	public List<RunStore.Entry> listed() {
		return List.of((RunStore.Entry[]) ((List<?>) table.getInput()).toArray(RunStore.Entry[]::new));
	}

	/** Selects runs by their folders. */
	public void select(List<Path> folders) {
		table.setSelection(new StructuredSelection(
				listed().stream().filter(entry -> folders.contains(entry.folder())).toList()), true);
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
		details.show(some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty(), (List<?>) table.getInput());
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
		Action again = forSome(new ViewAction("Run Again", "Run the studies as they are now", "run_again.svg",
				() -> infos().forEach(info -> RunAgain.run(getSite().getShell(), info))));
		Action inputs = forSome(new ViewAction("Run Exact Inputs Again", "Run the very texts that these runs were made from", null,
				() -> selection().forEach(entry -> RunAgain.runInputs(entry.folder(), entry.info().orElseThrow()))));
		rename = forOne(new ViewAction("Rename…", "Give the run another name", null, this::rename));
		rename.setActionDefinitionId(ActionFactory.RENAME.getCommandId());
		pin = new Action("Pin", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				change("Pin", entry -> Runs.ofWorkbench().pin(entry.folder(), isChecked()));
			}
		};
		pin.setToolTipText("Keep these runs at the top");
		pin.setImageDescriptor(TraplineUi.icon("pin.svg"));
		forSome.add(pin);
		delete = new ViewAction("Delete", "Delete these runs with their folders", null, this::delete);
		delete.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_DELETE));
		delete.setActionDefinitionId(ActionFactory.DELETE.getCommandId());
		Action report = forOne(new ViewAction("Open Report", "Open the report of this run in the browser", "report.svg",
				() -> RunReports.open(getSite().getShell(), selection().get(0).folder())));
		Action export = forSome(new ViewAction("Export…", "Export chart, rows, tables or a report", "export_chart.svg", this::export));
		Action take = new ViewAction("Import Result Folder…", "Take a folder that 'trapline run --out' wrote into the history", "import_run.svg", this::take);
		Action folder = forOne(new ViewAction("Show in System Explorer", "Open the folder of this run", null,
				() -> Program.launch(selection().get(0).folder().toString())));
		Action copyPath = forSome(new ViewAction("Copy Path", "Copy the paths of the runs' folders, for the command line", null,
				() -> copy(selection().stream().map(entry -> entry.folder().toString()).collect(Collectors.joining(System.lineSeparator())))));
		Action copyFingerprint = forSome(new ViewAction("Copy Fingerprint", "Copy the fingerprints of the results", null,
				() -> copy(infos().stream().map(RunInfo::fingerprint).collect(Collectors.joining(System.lineSeparator())))));
		copyPath.setActionDefinitionId(ActionFactory.COPY.getCommandId());
		refresh = new ViewAction("Refresh", "Read the folder of runs again", null, () -> Runs.ofWorkbench().refresh());
		refresh.setActionDefinitionId(ActionFactory.REFRESH.getCommandId());
		link = new Action("Link with Compare", IAction.AS_CHECK_BOX) {
		};
		link.setToolTipText("The Compare view shows the runs that are selected here");
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
		table.getControl().setMenu(menu.createContextMenu(table.getControl()));
		getSite().registerContextMenu(menu, table);
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

	private void rename() {
		RunStore.Entry entry = selection().get(0);
		NameDialog dialog = new NameDialog(getSite().getShell(), "Rename Run", "New name:", entry.name(),
				text -> text.isBlank() ? "Enter a name." : null, TopicOf.RENAME_RUN);
		if (dialog.open() == Window.OK) {
			rename(entry, dialog.name().strip());
		}
	}

	/** Gives a run another name. */
	public void rename(RunStore.Entry entry, String name) {
		change("Rename", List.of(entry), each -> Runs.ofWorkbench().rename(each.folder(), name));
	}

	private void delete() {
		List<RunStore.Entry> some = selection();
		String what = some.size() == 1 ? "the run '%s'".formatted(some.get(0).name()) : "these %d runs".formatted(some.size());
		if (MessageDialog.openConfirm(getSite().getShell(), "Delete Runs",
				"Delete %s with all results? This cannot be undone.".formatted(what))) {
			delete(some);
		}
	}

	/** Deletes runs without asking. */
	public void delete(List<RunStore.Entry> some) {
		change("Delete", some, entry -> Runs.ofWorkbench().delete(entry.folder()));
	}

	private interface Change {
		void apply(RunStore.Entry entry) throws IOException;
	}

	private void change(String title, Change change) {
		change(title, selection(), change);
	}

	/** Off the UI thread: a run may have many files. */
	private void change(String title, List<RunStore.Entry> some, Change change) {
		Job.create(title + " runs", (ICoreRunnable) monitor -> {
			for (RunStore.Entry entry : some) {
				try {
					change.apply(entry);
				} catch (IOException e) {
					throw new CoreException(Status.error("%s: %s".formatted(entry.name(), e.getMessage()), e));
				}
			}
		}).schedule();
	}

	private void export() {
		Job.create("Reading results", (ICoreRunnable) monitor -> {
			List<Run> runs = new ArrayList<>();
			for (RunStore.Entry entry : selectionLater()) {
				try {
					runs.add(Runs.ofWorkbench().run(entry.folder()));
				} catch (IOException e) {
					throw new CoreException(Status.error(e.getMessage(), e));
				}
			}
			pages.getDisplay().asyncExec(() -> ExportRunsWizard.open(getSite().getShell(), runs, Optional.empty()));
		}).schedule();
	}

	private List<RunStore.Entry> selectionLater() {
		List<RunStore.Entry> some = new ArrayList<>();
		pages.getDisplay().syncExec(() -> some.addAll(selection()));
		return some;
	}

	private void take() {
		DirectoryDialog dialog = new DirectoryDialog(getSite().getShell());
		dialog.setText("Import Result Folder");
		dialog.setMessage("A folder that 'trapline run --out' wrote, or a run of another workspace:");
		String chosen = dialog.open();
		if (chosen != null) {
			take(Path.of(chosen));
		}
	}

	/** Copies a folder that the command line wrote into the history, and selects it; what is wrong with it is told in a dialog. */
	public void take(Path folder) {
		Job job = new Job("Importing " + folder) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				try {
					Path taken = Runs.ofWorkbench().take(folder);
					pages.getDisplay().asyncExec(() -> {
						awaited = Optional.of(taken.getFileName().toString());
						refresh();
					});
				} catch (IOException e) {
					pages.getDisplay().asyncExec(() -> ErrorDialog.openError(getSite().getShell(), "Import Result Folder",
							"The folder was not imported.", Status.error(e.getMessage(), e)));
				}
				return Status.OK_STATUS;
			}
		};
		job.setUser(true);
		job.schedule();
	}

	private void copy(String text) {
		Clipboard clipboard = new Clipboard(pages.getDisplay());
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	/** Opens the view. */
	public static RunsView show(IWorkbenchPage page) throws PartInitException {
		return (RunsView) page.showView(ID);
	}

	@Override
	public void setFocus() {
		Control focused = stack.topControl == page ? table.getControl() : hint.control();
		focused.setFocus();
	}

	@Override
	public void dispose() {
		Runs.ofWorkbench().removeListener(changes);
		Runs.ofWorkbench().removeOutcomeListener(outcomes);
		super.dispose();
	}
}
