// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
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
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.trapline.catalog.CatalogException;
import org.trapline.result.Comparison;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.Source;
import org.trapline.result.StudyResult;
import org.trapline.result.Tolerance;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;
import org.trapline.result.format.ReproductionFormat;
import org.trapline.result.store.WholeFile;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.RunMonitor;
import org.trapline.run.reproduce.Reproduction;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.ViewAction;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.pages.HintPage;
import org.trapline.ui.pages.Pages;
import org.trapline.ui.preferences.TraplinePreferences;
import org.trapline.ui.run.Runs;
import org.trapline.ui.run.StudyFiles;

/** The reproduction studies, cell by cell: what was published beside what is simulated, and how far that is off. */
public final class ValidationView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.validation";

	private static final RGB GOOD = new RGB(46, 160, 90);
	private static final RGB NEAR = new RGB(224, 160, 30);
	private static final RGB BAD = new RGB(208, 69, 59);
	/** How much of the colour is in a cell: its text stays readable in every theme. */
	private static final double TINT = 0.35;

	private final List<Action> needCells = new ArrayList<>();
	private LocalResourceManager images;
	private Pages pages;
	private HintPage hint;
	private Composite page;
	private Label summary;
	private TreeViewer tree;
	private Action onlyDoubtful;
	private Job job;
	private List<StudyResult> results = List.of();

	@Override
	public void createPartControl(Composite parent) {
		images = new LocalResourceManager(JFaceResources.getResources(), parent);
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
		createTree();
		createActions();
		say("Nothing validated yet", "<a href=\"shipped\">Validate the shipped studies</a>: they run, and every value that a publication gives stands beside the "
				+ "simulated one. Or <a href=\"editor\">validate the study in the editor</a>.");
		enable();
	}

	private void say(String title, String text) {
		hint.say(title, text);
		pages.turnTo(hint.control());
	}

	// ------------------------------------------------------------------------------------------- the tree

	private void createTree() {
		Composite frame = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
		TreeColumnLayout layout = new TreeColumnLayout();
		frame.setLayout(layout);
		tree = new TreeViewer(frame, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.getTree().setHeaderVisible(true);
		tree.getTree().setLinesVisible(true);
		ColumnViewerToolTipSupport.enableFor(tree);
		tree.setContentProvider(new ITreeContentProvider() {
			@Override
			public Object[] getElements(Object input) {
				return results.stream().map(Cell.OfStudy::new).filter(cell -> shown(cell)).toArray();
			}

			@Override
			public Object[] getChildren(Object parent) {
				return children((Cell) parent).stream().filter(cell -> shown(cell)).toArray();
			}

			@Override
			public Object getParent(Object element) {
				return null;
			}

			@Override
			public boolean hasChildren(Object element) {
				return !(element instanceof Cell.Value);
			}
		});
		column(layout, "Cell", SWT.LEFT, 5, 220, ValidationView::name, new VerdictTint(ValidationView::name));
		column(layout, "Metric", SWT.LEFT, 2, 70, cell -> value(cell, row -> row.metric().id()), null);
		column(layout, "Simulated", SWT.RIGHT, 2, 90, cell -> value(cell, row -> TraplinePreferences.number(row.value())), null);
		column(layout, "Published", SWT.RIGHT, 2, 90, cell -> value(cell, row -> TraplinePreferences.number(comparison(row).published().value())), null);
		column(layout, "Error", SWT.RIGHT, 1, 70, cell -> value(cell, Verdicts::error), new Tinted());
		column(layout, "Tolerance", SWT.RIGHT, 1, 80, cell -> value(cell, row -> comparison(row).tolerance().map(each -> each.bound().toString()).orElse("–")), null);
		column(layout, "Role", SWT.LEFT, 2, 95, cell -> value(cell, row -> role(comparison(row).role())), null);
		column(layout, "Verdict", SWT.LEFT, 1, 75, ValidationView::verdict, null);
		tree.addOpenListener(event -> openFlow());
	}

	/** A fit has the filled diamond that charts have for it, a prediction the hollow one. */
	private static String role(Role role) {
		return (role == Role.FIT ? "\u25c6 " : "\u25c7 ") + role.id();
	}

	private static Comparison comparison(ResultRow row) {
		return row.comparison().orElseThrow();
	}

	private static String value(Cell cell, Function<ResultRow, String> text) {
		return cell instanceof Cell.Value value ? text.apply(value.row()) : "";
	}

	private static String name(Cell cell) {
		return switch (cell) {
		case Cell.OfStudy study -> study.study().study();
		case Cell.OfExperiment experiment -> experiment.experiment().heading();
		case Cell.Value value -> value.row().workload() + " on " + value.row().stack()
				+ (value.row().parameters().isEmpty() ? "" : ", " + value.row().point());
		};
	}

	private static String verdict(Cell cell) {
		if (cell instanceof Cell.Value value) {
			return Verdicts.verdict(value.row()).map(Verdict::id).orElse("");
		}
		long misses = cell.rows().stream().filter(row -> Verdicts.verdict(row).equals(Optional.of(Verdict.MISS))).count();
		return misses == 0 ? "" : misses == 1 ? "1 miss" : misses + " misses";
	}

	private static List<? extends Cell> children(Cell cell) {
		return switch (cell) {
		case Cell.OfStudy of -> of.study().experiments().stream().map(each -> new Cell.OfExperiment(of.study(), each)).filter(each -> !each.rows().isEmpty()).toList();
		case Cell.OfExperiment of -> of.rows().stream().map(row -> new Cell.Value(of.study(), row)).toList();
		case Cell.Value value -> List.of();
		};
	}

	private boolean shown(Cell cell) {
		Predicate<Verdict> fine = Verdict.OK::equals;
		return !onlyDoubtful.isChecked() || cell.verdict().filter(fine.negate()).isPresent();
	}

	private void column(TreeColumnLayout layout, String title, int style, int weight, int width, Function<Cell, String> text, ColumnLabelProvider other) {
		TreeViewerColumn column = new TreeViewerColumn(tree, style);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, width, true));
		column.setLabelProvider(other != null ? other : new Labels(text));
	}

	/** A column's texts; all columns have the same tooltip. */
	private static class Labels extends ColumnLabelProvider {

		private final Function<Cell, String> text;

		Labels(Function<Cell, String> text) {
			this.text = text;
		}

		@Override
		public String getText(Object element) {
			return text.apply((Cell) element);
		}

		@Override
		public String getToolTipText(Object element) {
			return element instanceof Cell.Value value ? explain(value) : summary(((Cell) element).rows());
		}
	}

	private final class VerdictTint extends Labels {

		VerdictTint(Function<Cell, String> text) {
			super(text);
		}

		@Override
		public Image getImage(Object element) {
			return ((Cell) element).verdict().map(verdict -> images.get(TraplineUi.icon(verdict.id() + ".svg"))).orElse(null);
		}
	}

	private final class Tinted extends Labels {

		Tinted() {
			super(cell -> value(cell, Verdicts::error));
		}

		@Override
		public Color getBackground(Object element) {
			return element instanceof Cell.Value value && Verdicts.strain(value.row()).isPresent()
					? new Color(tint(tree.getTree().getBackground().getRGB(), Verdicts.strain(value.row()).getAsDouble()))
					: null;
		}
	}

	/** Green for the published value itself, by yellow at half of the tolerance to red where it ends. */
	static RGB tint(RGB paper, double strain) {
		double share = Math.clamp(strain, 0, 1);
		RGB color = share < 0.5 ? mix(GOOD, NEAR, share * 2) : mix(NEAR, BAD, share * 2 - 1);
		return mix(paper, color, TINT);
	}

	private static RGB mix(RGB one, RGB other, double share) {
		return new RGB((int) Math.round(one.red + (other.red - one.red) * share), (int) Math.round(one.green + (other.green - one.green) * share),
				(int) Math.round(one.blue + (other.blue - one.blue) * share));
	}

	private static String explain(Cell.Value value) {
		Comparison comparison = value.comparison();
		StringBuilder text = new StringBuilder(name(value)).append(", ").append(value.row().metric().id());
		text.append("\nsimulated ").append(value.row().value().toPlainString()).append(' ').append(value.row().metric().unit());
		text.append("\npublished ").append(comparison.published().value().toPlainString()).append(": ").append(comparison.published().source()).append(" (")
				.append(comparison.published().status()).append(')');
		text.append('\n').append(comparison.role().id()).append(": ").append(comparison.role().explanation());
		comparison.tolerance().flatMap(Tolerance::reason).ifPresent(reason -> text.append("\nwider tolerance, because ").append(reason));
		return text.append("\nDouble-click shows its traps.").toString();
	}

	/** {@code 79 cells: 74 ok, 3 excused, 0 MISS, 2 without tolerance}, and the mean errors, fits and predictions apart. */
	static String summary(List<ResultRow> rows) {
		List<String> verdicts = new ArrayList<>();
		for (Verdict verdict : Verdict.values()) {
			verdicts.add(rows.stream().filter(row -> Verdicts.verdict(row).equals(Optional.of(verdict))).count() + " "
					+ (verdict == Verdict.MISS ? verdict.id().toUpperCase(Locale.ROOT) : verdict.id()));
		}
		long open = rows.stream().filter(row -> Verdicts.verdict(row).isEmpty()).count();
		if (open > 0) {
			verdicts.add(open + " without tolerance");
		}
		StringBuilder text = new StringBuilder(rows.size() + " cells: " + String.join(", ", verdicts));
		for (Role role : Role.values()) {
			List<ResultRow> relative = rows.stream().filter(row -> comparison(row).role() == role && !row.metric().equals(Metric.TRAPS)).toList();
			if (!relative.isEmpty()) {
				double mean = relative.stream().mapToDouble(row -> Math.abs(comparison(row).errorPercent(row.value()))).average().orElse(0);
				text.append(String.format(Locale.ROOT, "; mean error of %d %s %.1f %%", relative.size(), role.plural(), mean));
			}
		}
		return text.toString();
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

	/** What is validated. */
	private interface Work {
		List<StudyResult> run(RunMonitor monitor) throws InvalidStudyException, IOException;
	}

	private void validate(String title, Work work) {
		if (job != null) {
			job.cancel();
		}
		say(title + "…", "The studies run; the Progress view shows how far they are.");
		job = new Job(title) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				Job self = this;
				try {
					List<StudyResult> found = work.run(told(monitor));
					tell(self, () -> show(found));
				} catch (CancellationException e) {
					tell(self, () -> say("Stopped", "<a href=\"shipped\">Validate the shipped studies</a> again."));
					return Status.CANCEL_STATUS;
				} catch (InvalidStudyException e) {
					tell(self, () -> say("The study cannot be validated", escape(e.diagnostics().get(0).toString()) + "\n\n<a href=\"shipped\">Validate the shipped studies</a>."));
				} catch (IOException | CatalogException e) {
					tell(self, () -> say("The study cannot be validated", escape(String.valueOf(e.getMessage())) + "\n\n<a href=\"shipped\">Validate the shipped studies</a>."));
				}
				return Status.OK_STATUS;
			}
		};
		job.schedule();
	}

	private static String escape(String text) {
		return text.replace("&", "&&").replace("<", "‹").replace(">", "›");
	}

	private void tell(Job by, Runnable action) {
		if (!page.isDisposed()) {
			page.getDisplay().asyncExec(() -> {
				if (!page.isDisposed() && job == by) {
					action.run();
					enable();
				}
			});
		}
	}

	private static RunMonitor told(IProgressMonitor monitor) {
		return new RunMonitor() {
			@Override
			public boolean isCancelled() {
				return monitor.isCanceled();
			}

			@Override
			public void planned(int studies) {
				monitor.beginTask(studies + " studies", studies);
			}

			@Override
			public void done(String study) {
				monitor.worked(1);
				monitor.subTask(study);
			}
		};
	}

	private void show(List<StudyResult> found) {
		results = List.copyOf(found);
		summary.setText(summary(results.stream().flatMap(each -> Verdicts.compared(each).stream()).toList()));
		tree.setInput(results);
		tree.expandAll();
		pages.turnTo(page);
	}

	// ------------------------------------------------------------------------------------------- actions

	private void createActions() {
		Action shipped = new ViewAction("Validate Shipped Studies", "Run the shipped studies, and compare them with what was published", "validation.svg", this::validateShipped);
		Action editor = new ViewAction("Validate Study in Editor", "Run the study in the editor, and compare it with what was published", "run.svg", this::validateEditor);
		onlyDoubtful = new Action("Only Excused and Missed", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				tree.refresh();
				tree.expandAll();
			}
		};
		onlyDoubtful.setToolTipText("Show only what is not within the tolerance of the others");
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
		tree.getTree().setMenu(context.createContextMenu(tree.getTree()));
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
		if (!(tree.getStructuredSelection().getFirstElement() instanceof Cell.Value value)) {
			return;
		}
		List<Source> files = value.study().sources().stream().filter(source -> source.kind() == Source.Kind.FILE).toList();
		if (files.isEmpty()) {
			return;
		}
		// They need no place on the disk: nothing is read there.
		Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().resolve("trapline-validated").resolve(value.study().fingerprint());
		Map<Path, String> texts = files.stream().collect(Collectors.toMap(source -> folder.resolve(source.name()), Source::text, (one, other) -> one));
		try {
			TrapFlowView.show(getSite().getPage(), folder.resolve(files.get(0).name()), files.get(0).name() + ", as validated", texts, value.row().stack(),
					value.row().workload());
		} catch (PartInitException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	private String text() {
		List<Cell> cells = new ArrayList<>();
		List<?> selected = tree.getStructuredSelection().toList();
		if (selected.isEmpty()) {
			results.forEach(each -> values(new Cell.OfStudy(each), cells));
		} else {
			selected.forEach(each -> values((Cell) each, cells));
		}
		StringBuilder text = new StringBuilder("study\texperiment\tstack\tworkload\tmetric\tsimulated\tpublished\terror\trole\tverdict\n");
		for (Cell cell : cells.stream().distinct().toList()) {
			ResultRow row = ((Cell.Value) cell).row();
			text.append(String.join("\t", Arrays.asList(row.study(), row.experiment(), row.stack(), row.workload(), row.metric().id(), row.value().toPlainString(),
					comparison(row).published().value().toPlainString(), Verdicts.error(row), comparison(row).role().id(), verdict(cell)))).append('\n');
		}
		return text.toString();
	}

	private void values(Cell cell, List<Cell> into) {
		if (cell instanceof Cell.Value) {
			into.add(cell);
		} else {
			children(cell).stream().filter(this::shown).forEach(child -> values(child, into));
		}
	}

	private void copy() {
		Clipboard clipboard = new Clipboard(page.getDisplay());
		try {
			clipboard.setContents(new Object[] { text() }, new Transfer[] { TextTransfer.getInstance() });
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
		return tree;
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
			tree.getTree().setFocus();
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
