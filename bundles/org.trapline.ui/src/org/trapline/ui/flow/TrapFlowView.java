// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
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
import org.trapline.catalog.CatalogException;
import org.trapline.chart.Sample;
import org.trapline.chart.flow.FlamePicture;
import org.trapline.chart.flow.FlamePicture.ColorBy;
import org.trapline.chart.flow.FlowMark;
import org.trapline.chart.flow.FlowPicture;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureImage;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.StudyOutline;
import org.trapline.run.explain.FlowNode;
import org.trapline.run.explain.TrapFlow;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.ViewAction;
import org.trapline.ui.pages.Pages;
import org.trapline.ui.pages.StudyView;
import org.trapline.ui.picture.DetailTable;
import org.trapline.ui.picture.PictureCanvas;
import org.trapline.ui.picture.PictureFile;
import org.trapline.ui.run.Runs;
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

	private final List<Action> needFlow = new ArrayList<>();
	private final List<Action> faces = new ArrayList<>();
	private Label subjectLabel;
	private Combo stack;
	private Combo operation;
	private Pages pictures;
	private PictureCanvas<FlowMark> sequence;
	private PictureCanvas<FlowMark> flame;
	private Label problem;
	private DetailTable details;
	private Action link;
	private Action flameOut;

	private Face face = Face.SEQUENCE;
	private Optional<FlowSubject> subject = Optional.empty();
	private Optional<TrapFlow> flow = Optional.empty();
	private Set<FlowNode> open = Set.of();
	private Optional<FlowNode> selected = Optional.empty();
	private Optional<FlowNode> flameTop = Optional.empty();
	private String wantedStack = "";
	private String wantedOperation = "";

	@Override
	public void createPartControl(Composite parent) {
		Composite page = createPages(parent, "No operation yet",
				"Open a study (a .trapline file): its operations are shown here, trap by trap. Or <a href=\"run\">run it</a>%s, and double-click on a bar in the Compare view.");
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
		sequence.onOpen(mark -> toggle(mark.row()));
		sequence.onKey(event -> key(event.keyCode));
		flame.onSelect(mark -> select(mark.map(FlowMark::row)));
		flame.onOpen(mark -> flameInto(mark.row()));
		createActions();
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
		stack = combo(row, "The stack of hypervisors that it happens on");
		new Label(row, SWT.NONE).setText("Operation:");
		operation = combo(row, "What the guest on top does");
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
		link.setChecked(!other.fixed());
		wantedStack = wantedStackName;
		wantedOperation = wantedOperationName;
		look();
	}

	/** The study in the editor changed, or is another one. */
	private void follow(Optional<OpenStudy> study) {
		boolean elsewhere = subject.filter(FlowSubject::fixed).isPresent() || !link.isChecked() && subject.isPresent();
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

	private record Explained(StudyOutline outline, String stack, String operation, Optional<TrapFlow> flow, Optional<String> problem) {
	}

	@Override
	protected void look() {
		FlowSubject of = subject.orElseThrow();
		String stackName = wantedStack;
		String operationName = wantedOperation;
		latest().ask("Explaining an operation", () -> explained(of, stackName, operationName), answer -> take(of, answer));
	}

	private static Explained explained(FlowSubject of, String wantedStack, String wantedOperation) {
		try {
			Studies studies = Runs.ofWorkbench().studies().withTexts(of.texts());
			Optional<StudyOutline> outline = StudyOutline.read(studies, of.path());
			if (outline.isEmpty()) {
				List<String> errors = studies.check(of.path()).stream().map(each -> "line " + each.line() + ": " + each.message()).toList();
				return new Explained(StudyOutline.NOTHING, wantedStack, wantedOperation, Optional.empty(),
						Optional.of("The study has errors, and is shown again when they are gone.\n\n" + errors.stream().findFirst().orElse("")));
			}
			String stack = outline.get().stacks().contains(wantedStack) ? wantedStack : outline.get().telling().orElse("");
			String operation = outline.get().workloads().contains(wantedOperation) ? wantedOperation
					: outline.get().workloads().stream().findFirst().orElse("");
			if (stack.isEmpty() || operation.isEmpty()) {
				return new Explained(outline.get(), stack, operation, Optional.empty(),
						Optional.of(stack.isEmpty() ? "The file has no stack: there is nothing to look at. Open a study." : "The file imports no workload."));
			}
			return new Explained(outline.get(), stack, operation, Optional.of(new TrapFlow(studies.explain(of.path(), stack, operation))), Optional.empty());
		} catch (InvalidStudyException e) {
			return new Explained(StudyOutline.NOTHING, wantedStack, wantedOperation, Optional.empty(), Optional.of(e.diagnostics().get(0).message()));
		} catch (IOException | CatalogException e) {
			return new Explained(StudyOutline.NOTHING, wantedStack, wantedOperation, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
		} catch (RuntimeException e) {
			// A defect of Trapline: the log keeps where.
			TraplineUi.log(Status.error("Explaining " + wantedOperation + " on " + wantedStack + " failed", e));
			return new Explained(StudyOutline.NOTHING, wantedStack, wantedOperation, Optional.empty(),
					Optional.of("Trapline failed on this (%s). Details are in the error log.".formatted(e)));
		}
	}

	private void take(FlowSubject of, Explained answer) {
		if (answer.outline() != StudyOutline.NOTHING) {
			fill(stack, answer.outline().stacks(), answer.stack());
			fill(operation, answer.outline().workloads(), answer.operation());
			wantedStack = answer.stack();
			wantedOperation = answer.operation();
		}
		subjectLabel.setText("of " + of.name());
		subjectLabel.setToolTipText(of.path().toString());
		boolean same = flow.isPresent() && answer.flow().isPresent() && flow.get().title().equals(answer.flow().get().title());
		Set<String> before = same ? open.stream().map(FlowNode::path).collect(Collectors.toSet()) : Set.of();
		flow = answer.flow();
		problem.setText(answer.problem().orElse("").replace("&", "&&"));
		open = flow.map(now -> before.isEmpty() ? Set.copyOf(now.openAtFirst()) : again(now, before)).orElse(Set.of());
		flameTop = flow.map(TrapFlow::root);
		turnToPage();
		select(flow.map(TrapFlow::root));
		redraw();
	}

	/** The rows that were open in the flow before an edit. */
	private static Set<FlowNode> again(TrapFlow now, Set<String> paths) {
		Set<FlowNode> open = new HashSet<>();
		again(now.root(), paths, open);
		return open;
	}

	private static void again(FlowNode row, Set<String> paths, Set<FlowNode> open) {
		if (paths.contains(row.path()) && row.hasParts()) {
			open.add(row);
			row.parts().forEach(part -> again(part, paths, open));
		}
	}

	private static void fill(Combo combo, List<String> names, String chosen) {
		if (!List.of(combo.getItems()).equals(names)) {
			combo.setItems(names.toArray(String[]::new));
			combo.getParent().layout(true, true);
		}
		combo.select(combo.indexOf(chosen));
	}

	private void redraw() {
		if (flow.isEmpty()) {
			pictures.turnTo(problem);
		} else if (face == Face.SEQUENCE) {
			pictures.turnTo(sequence);
			sequence.show(new FlowPicture(flow.get(), open));
		} else {
			pictures.turnTo(flame);
			flame.show(new FlamePicture(flameTop.orElseGet(() -> flow.get().root()), face == Face.LEVELS ? ColorBy.LEVEL : ColorBy.CAUSE));
		}
		mark();
		enable();
	}

	private void mark() {
		Optional<FlowMark> mark = selected.map(row -> new FlowMark(row, FlowMark.Part.ROW));
		sequence.select(mark);
		flame.select(mark);
	}

	// ------------------------------------------------------------------------------------------- going through it

	private void selectedInSequence(Optional<FlowMark> mark) {
		mark.filter(each -> each.part() == FlowMark.Part.TOGGLE).ifPresent(each -> toggle(each.row()));
		select(mark.map(FlowMark::row));
	}

	private void select(Optional<FlowNode> row) {
		selected = row;
		mark();
		details.show(row.flatMap(each -> flow.map(now -> now.details(each).stream().map(this::line).toList())).orElse(List.of()));
		enable();
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

	private void toggle(FlowNode row) {
		if (row.hasParts()) {
			Set<FlowNode> next = new HashSet<>(open);
			if (!next.remove(row)) {
				next.add(row);
			}
			open = next;
			redraw();
		}
	}

	private void open(List<FlowNode> rows) {
		Set<FlowNode> next = new HashSet<>(open);
		rows.stream().filter(FlowNode::hasParts).forEach(next::add);
		open = next;
		redraw();
	}

	private boolean key(int key) {
		if (selected.isEmpty()) {
			return false;
		}
		switch (key) {
		case SWT.ARROW_DOWN -> over();
		case SWT.ARROW_UP -> up();
		case SWT.ARROW_RIGHT -> into();
		case SWT.ARROW_LEFT -> out();
		default -> {
			return false;
		}
		}
		return true;
	}

	private List<FlowNode> rows() {
		return sequence.picture().map(FlowPicture.class::cast).map(FlowPicture::rows).orElse(List.of());
	}

	private void to(Function<List<FlowNode>, Optional<FlowNode>> next) {
		next.apply(rows()).ifPresent(row -> select(Optional.of(row)));
	}

	/** The next row that is shown. */
	private void over() {
		to(rows -> {
			int at = rows.indexOf(selected.orElse(null));
			return at + 1 < rows.size() ? Optional.of(rows.get(at + 1)) : Optional.empty();
		});
	}

	private void up() {
		to(rows -> {
			int at = rows.indexOf(selected.orElse(null));
			return at > 0 ? Optional.of(rows.get(at - 1)) : Optional.empty();
		});
	}

	/** Opens a row, and goes to what it begins with. */
	private void into() {
		selected.filter(FlowNode::hasParts).ifPresent(row -> {
			if (!open.contains(row)) {
				open(List.of(row));
			}
			select(Optional.of(row.parts().get(0)));
		});
	}

	/** Closes a row; one that is closed goes to the one that it belongs to. */
	private void out() {
		selected.ifPresent(row -> {
			if (open.contains(row)) {
				toggle(row);
			} else {
				flow.map(now -> now.wayTo(row)).filter(way -> way.size() > 1).ifPresent(way -> select(Optional.of(way.get(way.size() - 2))));
			}
		});
	}

	/** Goes to the next trap in the order of time, however deep it is. */
	public void nextTrap() {
		flow.ifPresent(now -> {
			List<FlowNode> way = now.toNextTrap(selected.orElse(now.root()));
			if (!way.isEmpty()) {
				FlowNode trap = way.get(way.size() - 1);
				List<FlowNode> all = now.wayTo(trap);
				open(all.subList(0, all.size() - 1));
				select(Optional.of(trap));
			}
		});
	}

	private void flameInto(FlowNode row) {
		flameTop = Optional.of(row);
		redraw();
	}

	// ------------------------------------------------------------------------------------------- actions

	private void createActions() {
		Action asSequence = face("Sequence", "What happens, in the order of time, over the levels", "sequence.svg", Face.SEQUENCE);
		Action byLevel = face("Cycles by Level", "Where cycles go, and who spends them", "flame.svg", Face.LEVELS);
		Action byCause = face("Cycles by Cause", "Where cycles go, and what they are spent for", "causes.svg", Face.CAUSES);
		Action next = action("Next Trap", "Go to the next trap, however deep it is", "step_next.svg", this::nextTrap);
		Action into = action("Step Into", "Open the row, and go to what it begins with (Right)", "expand.svg", this::into);
		Action out = action("Step Out", "Close the row, or go to what it belongs to (Left)", "collapse.svg", this::out);
		Action closeAll = action("Close All", "Show only what traps, is forwarded and handled", "collapse.svg", () -> {
			open = flow.map(now -> Set.copyOf(now.openAtFirst())).orElse(Set.of());
			redraw();
		});
		Action larger = action("Zoom In", "Larger (Ctrl+Wheel)", "zoom_in.svg", () -> sequence.magnifyMore());
		Action smaller = action("Zoom Out", "Smaller (Ctrl+Wheel)", "zoom_out.svg", () -> sequence.magnifyLess());
		Action fit = action("Fit Width", "As wide as the view", "zoom_fit.svg", () -> sequence.magnifyToWidth());
		flameOut = action("Show All Cycles", "Back to the whole operation", "zoom_reset.svg", () -> flow.ifPresent(now -> flameInto(now.root())));
		Action export = action("Export Picture…", "Export the picture as PNG, SVG or PDF", "export_chart.svg",
				() -> picture().ifPresent(picture -> PictureFile.ask(getSite().getShell(), picture, picture.title())));
		link = new Action("Link with Editor", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				if (isChecked()) {
					subject = Optional.empty();
					follow(open());
				}
			}
		};
		link.setToolTipText("Follow the study in the editor");
		link.setImageDescriptor(TraplineUi.icon("link_editor.svg"));
		link.setChecked(true);
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		IMenuManager menu = getViewSite().getActionBars().getMenuManager();
		faces.forEach(bar::add);
		bar.add(new Separator());
		bar.add(next);
		bar.add(into);
		bar.add(out);
		bar.add(new Separator());
		bar.add(export);
		bar.add(link);
		for (Action action : List.of(asSequence, byLevel, byCause)) {
			menu.add(action);
		}
		menu.add(new Separator());
		for (Action action : List.of(next, into, out, closeAll)) {
			menu.add(action);
		}
		menu.add(new Separator());
		for (Action action : List.of(larger, smaller, fit, flameOut)) {
			menu.add(action);
		}
		menu.add(new Separator());
		menu.add(export);
		menu.add(link);
		MenuManager context = new MenuManager();
		for (Action action : List.of(next, into, out, closeAll)) {
			context.add(action);
		}
		context.add(new Separator());
		context.add(larger);
		context.add(smaller);
		context.add(fit);
		context.add(new Separator());
		context.add(export);
		sequence.setMenu(context.createContextMenu(sequence));
		MenuManager flameContext = new MenuManager();
		flameContext.add(flameOut);
		flameContext.add(export);
		flame.setMenu(flameContext.createContextMenu(flame));
	}

	private Action face(String text, String explanation, String icon, Face shown) {
		Action action = new Action(text, IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked()) {
					show(shown);
				}
			}
		};
		action.setToolTipText(explanation);
		action.setImageDescriptor(TraplineUi.icon(icon));
		action.setChecked(shown == face);
		faces.add(action);
		return action;
	}

	private Action action(String text, String explanation, String icon, Runnable run) {
		Action action = new ViewAction(text, explanation, icon, run);
		needFlow.add(action);
		return action;
	}

	private void enable() {
		needFlow.forEach(action -> action.setEnabled(flow.isPresent()));
		flameOut.setEnabled(face != Face.SEQUENCE && flow.isPresent() && !flameTop.equals(flow.map(TrapFlow::root)));
	}

	/** Shows another picture of the same flow. */
	public void show(Face other) {
		face = other;
		for (int i = 0; i < faces.size(); i++) {
			faces.get(i).setChecked(i == other.ordinal());
		}
		redraw();
	}

	// ------------------------------------------------------------------------------------------- for others

	/** The flow that is shown. */
	public Optional<TrapFlow> flow() {
		return flow;
	}

	/** The row that is selected. */
	public Optional<FlowNode> selected() {
		return selected;
	}

	/** Selects a row, and opens what it lies in. */
	public void reveal(FlowNode row) {
		flow.ifPresent(now -> {
			List<FlowNode> way = now.wayTo(row);
			open(way.subList(0, way.size() - 1));
			select(Optional.of(row));
		});
	}

	/** What is known of the selected row. */
	public List<DetailTable.Line> details() {
		return details.lines();
	}

	/** The picture that is shown. */
	public Optional<Picture<FlowMark>> picture() {
		return flow.isEmpty() ? Optional.empty() : (face == Face.SEQUENCE ? sequence : flame).picture();
	}

	/** The picture on the screen, once it is drawn as it is now. */
	public Optional<PictureImage<FlowMark>> pixels() {
		PictureCanvas<FlowMark> canvas = face == Face.SEQUENCE ? sequence : flame;
		return flow.isPresent() && canvas.isUpToDate() ? canvas.pixels() : Optional.empty();
	}
}
