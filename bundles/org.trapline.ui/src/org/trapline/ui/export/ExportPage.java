// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.export.ExportFormat;
import org.trapline.chart.export.RunExport;
import org.trapline.chart.kind.CompareRequest;
import org.trapline.chart.picture.ChartSize;
import org.trapline.result.ChartSpec;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunStore;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.compare.RunCaption;
import org.trapline.ui.help.TopicOf;
import org.trapline.ui.run.Runs;

/** What to export, as what, and to where. */
public final class ExportPage extends WizardPage {

	private static final double POINTS_PER_INCH = 72;
	private static final int DENSITY = 144;

	/** What is exported in the end. */
	interface Export {
		void write() throws IOException;
	}

	/** A chart that one may choose: one of a kind, or all that the studies ask for. */
	private record ChartChoice(Optional<ChartSpec> spec, String label) {
	}

	private final List<Run> preferred;
	private final Optional<CompareRequest> seen;
	private CheckboxTableViewer runs;
	private Combo experiment;
	private Combo format;
	private Group picture;
	private Combo chart;
	private Spinner width;
	private Spinner height;
	private Spinner density;
	private Text target;
	private Button overwrite;
	private List<ChartChoice> charts = List.of();
	/** What the page itself wrote into the target; once the user writes another it stays. */
	private String proposed = "";

	ExportPage(List<Run> preferred, Optional<CompareRequest> seen) {
		super("export", "Export Results", TraplineUi.icon("wizard_banner.svg"));
		this.preferred = preferred;
		this.seen = seen;
		setDescription("Export charts, rows, tables or a report of runs.");
	}

	@Override
	public void createControl(Composite parent) {
		initializeDialogUnits(parent);
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
		label(page, "&Runs:");
		runs = CheckboxTableViewer.newCheckList(page, SWT.BORDER | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(convertWidthInCharsToPixels(80), convertHeightInCharsToPixels(7))
				.applyTo(runs.getControl());
		runs.setContentProvider(ArrayContentProvider.getInstance());
		runs.setLabelProvider(new LabelProvider() {
			@Override
			public String getText(Object element) {
				Run run = (Run) element;
				return "%s   (%s)".formatted(run.info().name(), RunCaption.time(run.info().began()));
			}
		});
		List<Run> all = all();
		runs.setInput(all);
		runs.setCheckedElements(preferred.isEmpty() ? all.stream().limit(1).toArray() : preferred.toArray());
		runs.addCheckStateListener(event -> update());
		label(page, "&Experiment:");
		experiment = combo(page, "Experiment to show");
		label(page, "&Format:");
		format = combo(page, "File format");
		format.setItems(Arrays.stream(ExportFormat.values()).map(each -> "%s (*.%s)".formatted(each.title(), each.extension())).toArray(String[]::new));
		format.select(0);
		picture(page);
		label(page, "&To:");
		target = new Text(page, SWT.BORDER);
		target.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		target.addListener(SWT.Modify, event -> validate());
		Button browse = new Button(page, SWT.PUSH);
		browse.setText("&Browse…");
		browse.addListener(SWT.Selection, event -> browse());
		setButtonLayoutData(browse);
		new Label(page, SWT.NONE);
		overwrite = new Button(page, SWT.CHECK);
		overwrite.setText("&Overwrite existing files without asking");
		GridDataFactory.fillDefaults().span(2, 1).applyTo(overwrite);
		overwrite.addListener(SWT.Selection, event -> validate());
		experiment.addListener(SWT.Selection, event -> charts());
		format.addListener(SWT.Selection, event -> charts());
		setControl(page);
		TopicOf.set(page, TopicOf.wizard(ExportRunsWizard.ID));
		update();
		if (isPageComplete() || target.getText().isBlank()) {
			setErrorMessage(null);
		}
	}

	/** The runs that are kept, and those that the wizard was opened for, which may not be kept yet. */
	private List<Run> all() {
		List<Run> all = new ArrayList<>(preferred);
		for (RunStore.Entry entry : Runs.ofWorkbench().entries()) {
			if (entry.info().isPresent() && all.stream().noneMatch(run -> run.info().id().equals(entry.info().get().id()))) {
				try {
					all.add(Runs.ofWorkbench().run(entry.folder()));
				} catch (IOException e) {
					// The Runs view says what is wrong with it.
				}
			}
		}
		return all;
	}

	private static void label(Composite parent, String text) {
		Label label = new Label(parent, SWT.NONE);
		label.setText(text);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
	}

	private static Combo combo(Composite parent, String explanation) {
		Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setToolTipText(explanation);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(combo);
		return combo;
	}

	private void picture(Composite page) {
		picture = new Group(page, SWT.NONE);
		picture.setText("Picture");
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(picture);
		GridLayoutFactory.swtDefaults().numColumns(6).applyTo(picture);
		label(picture, "&Chart:");
		chart = new Combo(picture, SWT.READ_ONLY | SWT.DROP_DOWN);
		GridDataFactory.fillDefaults().grab(true, false).span(5, 1).applyTo(chart);
		chart.addListener(SWT.Selection, event -> propose());
		label(picture, "&Width (pt):");
		width = spinner((int) ChartSize.DEFAULT.width(), (int) ChartSize.MAXIMUM, "In points of 1/72 inch");
		label(picture, "&Height (pt):");
		height = spinner((int) ChartSize.DEFAULT.height(), (int) ChartSize.MAXIMUM, "In points of 1/72 inch");
		label(picture, "&Density (dpi):");
		density = spinner(DENSITY, 2400, "Pixels per inch of a PNG image; the other formats have none");
	}

	private Spinner spinner(int value, int most, String explanation) {
		Spinner spinner = new Spinner(picture, SWT.BORDER);
		spinner.setValues(value, 10, most, 0, 1, 10);
		spinner.setToolTipText(explanation);
		GridDataFactory.swtDefaults().applyTo(spinner);
		return spinner;
	}

	// ------------------------------------------------------------------------------------------- what is chosen

	private List<Run> chosen() {
		return Arrays.stream(runs.getCheckedElements()).map(Run.class::cast).toList();
	}

	private ExportFormat format() {
		return ExportFormat.values()[format.getSelectionIndex()];
	}

	private Optional<String> experiment() {
		return experiment.getSelectionIndex() <= 0 ? Optional.empty() : Optional.of(experiment.getText());
	}

	private void update() {
		String before = experiment.getText();
		List<String> names = chosen().stream().flatMap(run -> run.experiments().stream()).map(each -> each.name()).distinct().toList();
		experiment.setItems(Stream.concat(Stream.of("All experiments"), names.stream()).toArray(String[]::new));
		String wanted = before.isEmpty() ? seen.flatMap(CompareRequest::experiment).orElse("") : before;
		experiment.select(Math.max(0, experiment.indexOf(wanted)));
		charts();
	}

	private void charts() {
		String before = chart.getText();
		List<ChartChoice> choices = new ArrayList<>();
		boolean single = chosen().stream().flatMap(run -> run.experiments().stream()).map(each -> each.name()).distinct().count() == 1
				|| experiment().isPresent();
		if (single && !chosen().isEmpty()) {
			CompareRequest request = new CompareRequest(chosen(), experiment(), seen.flatMap(CompareRequest::chart), "");
			CompareRequest.Answer answer = request.answer();
			if (seen.isPresent()) {
				answer.request().chart().ifPresent(spec -> choices.add(new ChartChoice(Optional.of(spec), "As shown: " + label(spec))));
			}
			answer.available().forEach(spec -> choices.add(new ChartChoice(Optional.of(spec), label(spec))));
		}
		if (chosen().stream().flatMap(run -> run.experiments().stream()).anyMatch(each -> !each.charts().isEmpty())) {
			choices.add(new ChartChoice(Optional.empty(), "All charts of the studies, into a folder"));
		}
		charts = List.copyOf(choices);
		chart.setItems(charts.stream().map(ChartChoice::label).toArray(String[]::new));
		chart.select(Math.max(0, chart.indexOf(before)));
		boolean pictures = format().picture().isPresent();
		for (Control child : picture.getChildren()) {
			child.setEnabled(pictures);
		}
		picture.setEnabled(pictures);
		density.setEnabled(format() == ExportFormat.PNG);
		propose();
	}

	private static String label(ChartSpec spec) {
		return spec.kind().title() + ": " + spec.metric().id();
	}

	private Optional<ChartChoice> chartChoice() {
		int index = chart.getSelectionIndex();
		return index >= 0 && index < charts.size() ? Optional.of(charts.get(index)) : Optional.empty();
	}

	private boolean isFolder() {
		return format().picture().isPresent() && chartChoice().filter(choice -> choice.spec().isEmpty()).isPresent();
	}

	private void propose() {
		if (target.getText().equals(proposed)) {
			proposed = proposal();
			target.setText(proposed);
		}
		validate();
	}

	private String proposal() {
		if (chosen().isEmpty()) {
			return "";
		}
		Path folder = Path.of(System.getProperty("user.home"));
		String study = chosen().get(0).studies().stream().map(each -> each.study()).findFirst().orElse("results");
		if (isFolder()) {
			return folder.resolve(study + "-charts").toString();
		}
		String name = format().picture().isEmpty() ? study
				: chartChoice().flatMap(ChartChoice::spec).map(spec -> spec.fileName(study, experiment().orElseGet(() -> chosen().get(0).experiments().get(0).name())))
						.orElse(study);
		return folder.resolve(name + "." + format().extension()).toString();
	}

	private void browse() {
		String chosen;
		if (isFolder()) {
			DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
			dialog.setText("Export Results");
			dialog.setFilterPath(target.getText());
			chosen = dialog.open();
		} else {
			FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
			dialog.setText("Export Results");
			dialog.setFilterExtensions(new String[] { "*." + format().extension(), "*" });
			dialog.setFileName(target.getText());
			chosen = dialog.open();
		}
		if (chosen != null) {
			target.setText(chosen);
		}
	}

	private void validate() {
		String problem = null;
		if (((List<?>) runs.getInput()).isEmpty()) {
			problem = "There are no runs yet: run a study first.";
		} else if (chosen().isEmpty()) {
			problem = "Choose a run.";
		} else if (format() == ExportFormat.HTML && chosen().size() > 1) {
			problem = "A report is about one run. Choose one run only.";
		} else if (format().picture().isPresent() && charts.isEmpty()) {
			problem = "A chart is about one experiment. Choose one.";
		} else if (target.getText().isBlank()) {
			problem = isFolder() ? "Enter a folder." : "Enter a file.";
		} else {
			problem = problemOf(target.getText());
		}
		setErrorMessage(problem);
		setPageComplete(problem == null);
	}

	private String problemOf(String text) {
		Path path;
		try {
			path = Path.of(text);
		} catch (InvalidPathException e) {
			return "'%s' is not a path: %s".formatted(text, e.getReason());
		}
		if (!path.isAbsolute()) {
			return "Enter an absolute path.";
		}
		if (!isFolder() && Files.isDirectory(path)) {
			return "'%s' is a folder. Enter a file.".formatted(path);
		}
		if (isFolder() && Files.exists(path) && !Files.isDirectory(path)) {
			return "'%s' is a file. Enter a folder.".formatted(path);
		}
		if (!isFolder() && path.getParent() != null && !Files.isDirectory(path.getParent())) {
			return "There is no folder %s.".formatted(path.getParent());
		}
		return !isFolder() && Files.exists(path) && !overwrite.getSelection() ? "A file of that name exists. Check the box below to replace it." : null;
	}

	/** What the user has chosen; call it on the UI thread, then write it off it. */
	Optional<Export> export() {
		Path path = Path.of(target.getText());
		ExportFormat chosenFormat = format();
		List<Run> some = chosen();
		Optional<String> one = experiment();
		Optional<ChartSpec> spec = chartChoice().flatMap(ChartChoice::spec);
		RunExport.Look look = new RunExport.Look(Optional.of(new ChartSize(width.getSelection(), height.getSelection())),
				density.getSelection() / POINTS_PER_INCH);
		return Optional.of(() -> {
			RunExport export = new RunExport(some, one);
			Optional<ChartFormat> pictures = chosenFormat.picture();
			if (pictures.isEmpty()) {
				export.write(chosenFormat, path);
			} else if (spec.isPresent()) {
				export.write(spec.get(), pictures.get(), look, path);
			} else {
				export.writeAll(pictures.get(), look, path);
			}
		});
	}

	// ------------------------------------------------------------------------------------------- as if the user did

	/** Where it goes. */
	public String target() {
		return target.isDisposed() ? "" : target.getText();
	}

	/** As if the user had chosen the format and typed the target. */
	public void choose(ExportFormat wanted, Path file) {
		format.select(wanted.ordinal());
		charts();
		target.setText(file.toString());
	}

	/** As if the user had chosen a chart by the beginning of its label. */
	public void chooseChart(String label) {
		for (int i = 0; i < charts.size(); i++) {
			if (charts.get(i).label().startsWith(label)) {
				chart.select(i);
				propose();
				return;
			}
		}
		throw new IllegalArgumentException("no chart " + label + " among " + Arrays.toString(chart.getItems()));
	}
}
