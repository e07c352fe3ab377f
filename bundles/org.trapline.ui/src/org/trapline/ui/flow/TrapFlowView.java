// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.trapline.chart.Sample;
import org.trapline.chart.flow.FlamePicture;
import org.trapline.chart.flow.FlamePicture.ColorBy;
import org.trapline.chart.flow.FlowMark;
import org.trapline.chart.flow.FlowPicture;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureImage;
import org.trapline.run.StudyOutline;
import org.trapline.run.explain.FlowNode;
import org.trapline.run.explain.TrapFlow;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.pages.Pages;
import org.trapline.ui.pages.StudyView;
import org.trapline.ui.picture.DetailTable;
import org.trapline.ui.picture.PictureCanvas;
import org.trapline.ui.picture.PictureFile;
import org.trapline.ui.study.OpenStudy;
import org.trapline.ui.study.Places;

/**
 * One operation, trap by trap: as a sequence over the levels, or its cycles by level or cause. Follows the study in the editor, or shows
 * what a value of a run was simulated from.
 */
public final class TrapFlowView extends StudyView {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.flow";

	/** The pictures that the view has. */
	public enum Face {
		/** A sequence over the levels. */
		SEQUENCE,
		/** Cycles by level. */
		LEVELS,
		/** Cycles by cause. */
		CAUSES
	}

	private Label subjectLabel;
	private Combo stack;
	private Combo operation;
	private Pages pictures;
	private PictureCanvas<FlowMark> sequence;
	private PictureCanvas<FlowMark> flame;
	private Label problem;
	private DetailTable details;
	private FlowActions actions;

	private Face face = Face.SEQUENCE;
	private Optional<FlowSubject> subject = Optional.empty();
	private Optional<FlowRows> rows = Optional.empty();
	private Optional<FlowNode> flameTop = Optional.empty();
	private String wantedStack = "";
	private String wantedOperation = "";

	@Override
	public void createPartControl(Composite parent) {
		Composite page = createPages(parent, "No operation yet",
				"Open a study (a .trapline file): its operations are shown here trap by trap. Or <a href=\"run\">run it</a>%s, and double-click on a bar in the Compare view.");
		choices(page);
		SashForm sash = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		pictures = createPictures(sash);
		sequence = new PictureCanvas<>(pictures.control(), PictureCanvas.Mode.SCROLL);
		flame = new PictureCanvas<>(pictures.control(), PictureCanvas.Mode.FIT);
		problem = new Label(pictures.control(), SWT.WRAP);
		details = new DetailTable(sash, "Selected");
		sash.setWeights(70, 30);
		sequence.onSelect(this::selectedInSequence);
		sequence.onOpen(mark -> go(now -> now.toggle(mark.row())));
		sequence.onKey(event -> key(event.keyCode));
		flame.onSelect(mark -> go(now -> now.select(mark.map(FlowMark::row))));
		flame.onOpen(mark -> flameInto(mark.row()));
		actions = new FlowActions(this, sequence, flame);
		enable();
		track(this::follow, offset -> {
		});
	}

	private void choices(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.wrap = true;
		layout.center = true;
		layout.spacing = 8;
		layout.marginLeft = 6;
		row.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		new Label(row, SWT.NONE).setText("Stack:");
		stack = combo(row, "Stack on which the operation runs");
		new Label(row, SWT.NONE).setText("Operation:");
		operation = combo(row, "Operation of the guest");
		subjectLabel = new Label(row, SWT.NONE);
		subjectLabel.setLayoutData(new RowData());
	}

	private Combo combo(Composite row, String explanation) {
		Combo combo = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setToolTipText(explanation);
		combo.addListener(SWT.Selection, event -> {
			wantedStack = stack.getText();
			wantedOperation = operation.getText();
			look();
		});
		return combo;
	}

	// ------------------------------------------------------------------------------------------- what is shown

	/**
	 * Opens the view with the traps behind a value.
	 *
	 * @throws CoreException when what it was simulated from is not there any more
	 */
	public static TrapFlowView show(IWorkbenchPage page, Sample sample) throws CoreException {
		FlowSubject subject;
		try {
			subject = FlowSubject.of(sample);
		} catch (IOException e) {
			throw new CoreException(Status.error(e.getMessage(), e));
		}
		TrapFlowView view = (TrapFlowView) page.showView(ID);
		view.show(subject, sample.row().stack(), sample.row().workload());
		return view;
	}

	/** Opens the view with an operation of the study in the editor. */
	public static TrapFlowView show(IWorkbenchPage page, OpenStudy study, String stack, String operation) throws PartInitException {
		TrapFlowView view = (TrapFlowView) page.showView(ID);
		view.show(FlowSubject.of(study), stack, operation);
		return view;
	}

	/**
	 * Opens the view with an operation of texts that are in no editor.
	 *
	 * @param path where the study is, or would be
	 * @param name of the study, for people
	 * @param texts by path, in place of what is on the disk
	 */
	public static TrapFlowView show(IWorkbenchPage page, Path path, String name, Map<Path, String> texts, String stack, String operation)
			throws PartInitException {
		TrapFlowView view = (TrapFlowView) page.showView(ID);
		view.show(new FlowSubject(path, name, texts, true), stack, operation);
		return view;
	}

	private void show(FlowSubject other, String wantedStackName, String wantedOperationName) {
		subject = Optional.of(other);
		actions.link(!other.fixed());
		wantedStack = wantedStackName;
		wantedOperation = wantedOperationName;
		look();
	}

	/** The study in the editor changed, or is another one. */
	private void follow(Optional<OpenStudy> study) {
		boolean elsewhere = subject.filter(FlowSubject::fixed).isPresent() || !actions.isLinked() && subject.isPresent();
		if (elsewhere || study.isEmpty()) {
			return;
		}
		FlowSubject next = FlowSubject.of(study.get());
		if (!subject.filter(next::equals).isPresent()) {
			boolean other = subject.filter(before -> before.path().equals(next.path())).isEmpty();
			subject = Optional.of(next);
			if (other) {
				wantedStack = "";
				wantedOperation = "";
			}
			lookWhenSeen();
		}
	}

	@Override
	protected void look() {
		FlowSubject of = subject.orElseThrow();
		String stackName = wantedStack;
		String operationName = wantedOperation;
		latest().ask("Explaining an operation", () -> Explained.of(of, stackName, operationName), answer -> take(of, answer));
	}

	private void take(FlowSubject of, Explained answer) {
		if (answer.outline() != StudyOutline.NOTHING) {
			fill(stack, answer.outline().stacks(), answer.stack());
			fill(operation, answer.outline().workloads(), answer.operation());
			wantedStack = answer.stack();
			wantedOperation = answer.operation();
		}
		subjectLabel.setText("from " + of.name());
		subjectLabel.setToolTipText(of.path().toString());
		problem.setText(answer.problem().orElse("").replace("&", "&&"));
		rows = answer.flow().map(flow -> FlowRows.of(flow, rows));
		flameTop = answer.flow().map(TrapFlow::root);
		turnToPage();
		redraw();
		showDetails();
	}

	private static void fill(Combo combo, List<String> names, String chosen) {
		if (!List.of(combo.getItems()).equals(names)) {
			combo.setItems(names.toArray(String[]::new));
			combo.getParent().layout(true, true);
		}
		combo.select(combo.indexOf(chosen));
	}

	private void redraw() {
		if (rows.isEmpty()) {
			pictures.turnTo(problem);
		} else if (face == Face.SEQUENCE) {
			pictures.turnTo(sequence);
			sequence.show(new FlowPicture(rows.get().flow(), rows.get().open()));
		} else {
			pictures.turnTo(flame);
			flame.show(new FlamePicture(flameTop.orElseGet(() -> rows.get().flow().root()), face == Face.LEVELS ? ColorBy.LEVEL : ColorBy.CAUSE));
		}
		mark();
		enable();
	}

	private void mark() {
		Optional<FlowMark> mark = selected().map(row -> new FlowMark(row, FlowMark.Part.ROW));
		sequence.select(mark);
		flame.select(mark);
	}

	private void enable() {
		actions.update(face, rows.isPresent(), flameTop.equals(flow().map(TrapFlow::root)));
	}

	private void showDetails() {
		details.show(rows.flatMap(now -> now.selected().map(row -> now.flow().details(row).stream().map(this::line).toList())).orElse(List.of()));
	}

	private DetailTable.Line line(TrapFlow.Detail detail) {
		return new DetailTable.Line(detail.name(), detail.value(), detail.place().map(Places::name).orElse(""), detail.place().map(place -> () -> {
			try {
				Places.open(getSite().getPage(), place);
			} catch (PartInitException e) {
				TraplineUi.log(e.getStatus());
			}
		}));
	}

	// ------------------------------------------------------------------------------------------- going through it

	/** Opens and closes rows, and selects one. */
	void go(UnaryOperator<FlowRows> change) {
		if (rows.isPresent()) {
			FlowRows before = rows.get();
			FlowRows next = change.apply(before);
			rows = Optional.of(next);
			if (next.open().equals(before.open())) {
				mark();
			} else {
				redraw();
			}
			showDetails();
		}
	}

	private void selectedInSequence(Optional<FlowMark> mark) {
		go(now -> mark.filter(each -> each.part() == FlowMark.Part.TOGGLE).map(each -> now.toggle(each.row())).orElse(now).select(mark.map(FlowMark::row)));
	}

	private boolean key(int key) {
		if (selected().isEmpty()) {
			return false;
		}
		switch (key) {
		case SWT.ARROW_DOWN -> go(now -> now.move(shown(), 1));
		case SWT.ARROW_UP -> go(now -> now.move(shown(), -1));
		case SWT.ARROW_RIGHT -> go(FlowRows::into);
		case SWT.ARROW_LEFT -> go(FlowRows::out);
		default -> {
			return false;
		}
		}
		return true;
	}

	private List<FlowNode> shown() {
		return sequence.picture().map(FlowPicture.class::cast).map(FlowPicture::rows).orElse(List.of());
	}

	/** Goes to the next trap in the order of time, however deep it is. */
	public void nextTrap() {
		go(FlowRows::nextTrap);
	}

	private void flameInto(FlowNode row) {
		flameTop = Optional.of(row);
		redraw();
	}

	/** Shows the cycles of the whole operation again. */
	void flameOut() {
		flow().map(TrapFlow::root).ifPresent(this::flameInto);
	}

	void export() {
		picture().ifPresent(picture -> PictureFile.ask(getSite().getShell(), picture, picture.title()));
	}

	/** Shows the study in the editor, whatever was shown before. */
	void followEditor() {
		subject = Optional.empty();
		follow(open());
	}

	/** Shows another picture of the same flow. */
	public void show(Face other) {
		face = other;
		redraw();
	}

	// ------------------------------------------------------------------------------------------- for others

	/** The flow that is shown. */
	public Optional<TrapFlow> flow() {
		return rows.map(FlowRows::flow);
	}

	/** The row that is selected. */
	public Optional<FlowNode> selected() {
		return rows.flatMap(FlowRows::selected);
	}

	/** Selects a row, and opens what it lies in. */
	public void reveal(FlowNode row) {
		go(now -> now.reveal(row));
	}

	/** What is known of the selected row. */
	public List<DetailTable.Line> details() {
		return details.lines();
	}

	/** The picture that is shown. */
	public Optional<Picture<FlowMark>> picture() {
		return rows.isEmpty() ? Optional.empty() : (face == Face.SEQUENCE ? sequence : flame).picture();
	}

	/** The picture on the screen, once it is drawn as it is now. */
	public Optional<PictureImage<FlowMark>> pixels() {
		PictureCanvas<FlowMark> canvas = face == Face.SEQUENCE ? sequence : flame;
		return rows.isPresent() && canvas.isUpToDate() ? canvas.pixels() : Optional.empty();
	}
}
