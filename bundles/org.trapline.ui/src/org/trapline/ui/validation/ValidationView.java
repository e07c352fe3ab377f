// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.trapline.result.Source;
import org.trapline.result.StudyResult;
import org.trapline.result.Verdicts;
import org.trapline.result.format.ReproductionFormat;
import org.trapline.result.store.WholeFile;
import org.trapline.run.reproduce.Reproduction;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.ViewAction;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.pages.HintPage;
import org.trapline.ui.pages.Pages;
import org.trapline.ui.run.Runs;
import org.trapline.ui.run.StudyFiles;

/** The reproduction studies, cell by cell: what was published beside what is simulated, and how far that is off. */
public final class ValidationView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.validation";

	private final List<Action> needCells = new ArrayList<>();
	private Pages pages;
	private HintPage hint;
	private Composite page;
	private Label summary;
	private CellTree cells;
	private Action onlyDoubtful;
	private ValidationJob job;
	private int asked;
	private List<StudyResult> results = List.of();

	@Override
	public void createPartControl(Composite parent) {
		pages = new Pages(parent);
		hint = new HintPage(pages.control(), target -> {
			if (target.equals("shipped")) {
				validateShipped();
			} else {
				validateEditor();
			}
		});
		page = new Composite(pages.control(), SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
		summary = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).applyTo(summary);
		cells = new CellTree(page, () -> onlyDoubtful.isChecked());
		cells.viewer().addOpenListener(event -> openFlow());
		createActions();
		say("Nothing validated yet", "<a href=\"shipped\">Validate the shipped studies</a>: they run, and each published value is compared with the "
				+ "simulated one. Or <a href=\"editor\">validate the study in the editor</a>.");
		enable();
	}

	private void say(String title, String text) {
		hint.say(title, text);
		pages.turnTo(hint.control());
	}

	// ------------------------------------------------------------------------------------------- validating

	/** Runs the shipped studies. */
	public void validateShipped() {
		validate("Validating the shipped studies", monitor -> new Reproduction(Runs.ofWorkbench().studies()).shipped(monitor));
	}

	/** Runs the study in the editor, or the selected one, as far as it is compared with published values. */
	public void validateEditor() {
		Optional<IFile> file = StudyFiles.meant(getSite().getPage());
		if (file.isEmpty() || file.get().getLocation() == null) {
			MessageDialog.openInformation(getSite().getShell(), "Validate", "There is no study to validate. Open a .trapline file, or select one in the Project Explorer.");
			return;
		}
		String path = file.get().getLocation().toOSString();
		validate("Validating " + file.get().getName(), monitor -> new Reproduction(Runs.ofWorkbench().studies()).study(path));
	}

	private void validate(String title, ValidationJob.Work work) {
		if (job != null) {
			job.cancel();
		}
		say(title + "…", "The studies run; the Progress view shows how far they are.");
		job = new ValidationJob(title, work, new Outcome(++asked));
		job.schedule();
	}

	/** How a job ended: told on the UI thread, unless another one was started meanwhile. */
	private final class Outcome implements ValidationJob.Outcome {

		private final int number;

		Outcome(int number) {
			this.number = number;
		}

		@Override
		public void validated(List<StudyResult> found) {
			tell(() -> show(found));
		}

		@Override
		public void cancelled() {
			tell(() -> say("Stopped", "<a href=\"shipped\">Validate the shipped studies</a> again."));
		}

		@Override
		public void failed(String reason) {
			String text = reason.replace("&", "&&").replace("<", "‹").replace(">", "›");
			tell(() -> say("The study cannot be validated", text + "\n\n<a href=\"shipped\">Validate the shipped studies</a>."));
		}

		private void tell(Runnable action) {
			if (!page.isDisposed()) {
				page.getDisplay().asyncExec(() -> {
					if (!page.isDisposed() && number == asked) {
						action.run();
						enable();
					}
				});
			}
		}
	}

	private void show(List<StudyResult> found) {
		results = List.copyOf(found);
		summary.setText(CellTexts.summary(results.stream().flatMap(each -> Verdicts.compared(each).stream()).toList()));
		cells.show(results);
		pages.turnTo(page);
	}

	// ------------------------------------------------------------------------------------------- actions

	private void createActions() {
		Action shipped = new ViewAction("Validate Shipped Studies", "Run the shipped studies and compare their results with the published values", "validation.svg", this::validateShipped);
		Action editor = new ViewAction("Validate Study in Editor", "Run the study in the editor and compare its results with the published values", "run.svg", this::validateEditor);
		onlyDoubtful = new Action("Only Excused and Missed", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				cells.refresh();
			}
		};
		onlyDoubtful.setToolTipText("Show only values outside the general tolerance");
		onlyDoubtful.setImageDescriptor(TraplineUi.icon("excused.svg"));
		Action flow = needsCells(new ViewAction("Open Trap Flow", "Show the traps behind the selected cell (double-click)", "flow.svg", this::openFlow));
		Action copy = needsCells(new ViewAction("Copy", "Copy the selected cells, or all", null, this::copy));
		copy.setActionDefinitionId(ActionFactory.COPY.getCommandId());
		copy.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
		Action export = needsCells(new ViewAction("Export…", "Write the cells to a file: CSV, JSON or text", "export_chart.svg", this::export));
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		IMenuManager menu = getViewSite().getActionBars().getMenuManager();
		MenuManager context = new MenuManager();
		for (Action action : List.of(shipped, editor, onlyDoubtful, export)) {
			bar.add(action);
		}
		for (Action action : List.of(shipped, editor, onlyDoubtful, flow, copy, export)) {
			menu.add(action);
		}
		context.add(flow);
		context.add(new Separator());
		context.add(copy);
		context.add(export);
		cells.viewer().getTree().setMenu(context.createContextMenu(cells.viewer().getTree()));
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
	}

	private Action needsCells(Action action) {
		needCells.add(action);
		return action;
	}

	private void enable() {
		boolean there = pages.shows(page);
		needCells.forEach(action -> action.setEnabled(there));
	}

	/** The traps behind the selected cell, by the texts that were validated. */
	private void openFlow() {
		cells.selected().ifPresent(this::openFlow);
	}

	private void openFlow(Cell.Value value) {
		List<Source> files = value.study().sources().stream().filter(source -> source.kind() == Source.Kind.FILE).toList();
		if (files.isEmpty()) {
			return;
		}
		// They need no place on the disk: nothing is read there.
		Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().resolve("trapline-validated").resolve(value.study().fingerprint());
		Map<Path, String> texts = files.stream().collect(Collectors.toMap(source -> folder.resolve(source.name()), Source::text, (one, other) -> one));
		try {
			TrapFlowView.show(getSite().getPage(), folder.resolve(files.get(0).name()), files.get(0).name() + ", as it was validated", texts, value.row().stack(),
					value.row().workload());
		} catch (PartInitException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	private void copy() {
		Clipboard clipboard = new Clipboard(page.getDisplay());
		try {
			clipboard.setContents(new Object[] { CellTexts.table(cells.values()) }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	private void export() {
		FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
		dialog.setText("Export Verdicts");
		dialog.setFilterNames(new String[] { "Comma-separated values (*.csv)", "JSON Lines (*.json)", "Text (*.txt)" });
		dialog.setFilterExtensions(new String[] { "*.csv", "*.json", "*.txt" });
		dialog.setFileName("validation.csv");
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen != null) {
			export(Path.of(chosen));
		}
	}

	/** Writes all cells as {@code trapline validate} prints them: what the file's name ends in says how. */
	public void export(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		ReproductionFormat format = name.endsWith(".json") ? ReproductionFormat.JSON : name.endsWith(".csv") ? ReproductionFormat.CSV : ReproductionFormat.TABLE;
		StringBuilder text = new StringBuilder();
		try {
			format.write(results, text);
			WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			MessageDialog.openError(getSite().getShell(), "Export Verdicts", "Nothing was exported: " + e.getMessage());
		}
	}

	// ------------------------------------------------------------------------------------------- for others

	/** What is shown. */
	public List<StudyResult> results() {
		return pages.shows(page) ? results : List.of();
	}

	/** The tree of cells. */
	public TreeViewer tree() {
		return cells.viewer();
	}

	/** What all cells come to. */
	public String summary() {
		return summary.getText();
	}

	/** Shows the traps behind the selected cell. */
	public void openSelected() {
		openFlow();
	}

	/** Shows only what is not simply within its tolerance, or all. */
	public void showOnlyDoubtful(boolean only) {
		onlyDoubtful.setChecked(only);
		onlyDoubtful.run();
	}

	@Override
	public void setFocus() {
		if (pages.shows(page)) {
			cells.viewer().getTree().setFocus();
		} else {
			pages.setFocus();
		}
	}

	@Override
	public void dispose() {
		if (job != null) {
			job.cancel();
		}
		super.dispose();
	}
}
