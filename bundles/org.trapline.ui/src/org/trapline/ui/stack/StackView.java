// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.trapline.catalog.CatalogException;
import org.trapline.chart.picture.PictureImage;
import org.trapline.chart.stack.StackMark;
import org.trapline.chart.stack.StackPicture;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.StudyOutline;
import org.trapline.run.compile.SourcePlace;
import org.trapline.run.picture.StackDiagram;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.ViewAction;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.pages.Pages;
import org.trapline.ui.pages.StudyView;
import org.trapline.ui.picture.PictureCanvas;
import org.trapline.ui.picture.PictureFile;
import org.trapline.ui.run.Runs;
import org.trapline.ui.study.OpenStudy;
import org.trapline.ui.study.Places;

/** The machine and the levels of a stack of the study in the editor, and which way operations take through them. */
public final class StackView extends StudyView {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.stack";

	/** A box of cores unfolds to this many of them: who has ten thousand can still read the picture. */
	private static final int MORE_CORES = 64;

	/** Text in a picture that is smaller than this can hardly be read. */
	private static final double READABLE = 0.6;

	private final List<Action> needPicture = new ArrayList<>();
	private Combo stack;
	private Label subjectLabel;
	private Pages pictures;
	private PictureCanvas<StackMark> canvas;
	private Label problem;
	private WaysTable ways;
	private Action link;
	private Action fold;

	private Optional<OpenStudy> study = Optional.empty();
	private StudyOutline outline = StudyOutline.NOTHING;
	private Optional<StackDiagram> diagram = Optional.empty();
	private Optional<StackPicture> shown = Optional.empty();
	private String wanted = "";
	/** Ways that the user chose; empty as long as those of the experiments do. */
	private Optional<Set<String>> chosen = Optional.empty();
	/** How small the picture may become by itself. */
	private double least = READABLE;
	/** Whether the picture is as large as fits, until the user wants another size. */
	private boolean fitting = true;
	/** The way that the user looks at. */
	private Optional<String> looked = Optional.empty();
	private int cores = StackPicture.CORES;

	@Override
	public void createPartControl(Composite parent) {
		Composite page = createPages(parent, "No stack yet", "Open a study (a .trapline file): the machine and its levels are drawn here.");
		Composite row = new Composite(page, SWT.NONE);
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.wrap = true;
		layout.center = true;
		layout.spacing = 8;
		layout.marginLeft = 6;
		row.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		new Label(row, SWT.NONE).setText("Stack:");
		stack = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
		stack.setToolTipText("Stack to draw");
		stack.addListener(SWT.Selection, event -> turnTo(stack.getText()));
		subjectLabel = new Label(row, SWT.NONE);
		SashForm sash = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		pictures = createPictures(sash);
		canvas = new PictureCanvas<>(pictures.control(), PictureCanvas.Mode.SCROLL);
		problem = new Label(pictures.control(), SWT.WRAP);
		ways = new WaysTable(sash);
		sash.setWeights(74, 26);
		// A way that is looked at is clear, and all others are faint.
		canvas.outline(mark -> mark.kind() != StackMark.Kind.ROUTE);
		canvas.onSelect(mark -> lookAt(mark.filter(StackView::isOfWay).map(StackMark::name)));
		canvas.onOpen(this::open);
		canvas.addListener(SWT.Resize, event -> fitIfWanted());
		ways.onCheck(names -> {
			chosen = Optional.of(names);
			draw();
		});
		ways.onSelect(this::lookAt);
		ways.onOpen(this::openFlow);
		createActions();
		enable();
		track(this::follow, this::caret);
	}

	// ------------------------------------------------------------------------------------------- what is shown

	/** Opens the view with a stack of the study in the editor. */
	public static StackView show(IWorkbenchPage page, String stack) throws PartInitException {
		StackView view = (StackView) page.showView(ID);
		view.turnTo(stack);
		return view;
	}

	private void turnTo(String name) {
		wanted = name;
		chosen = Optional.empty();
		look();
	}

	private void follow(Optional<OpenStudy> next) {
		if (next.isEmpty() || next.equals(study) || study.isPresent() && !link.isChecked() && !study.get().path().equals(next.get().path())) {
			return;
		}
		if (study.isEmpty() || !study.get().path().equals(next.get().path())) {
			wanted = "";
			chosen = Optional.empty();
		}
		study = next;
		lookWhenSeen();
	}

	/** The caret went into another stack. */
	private void caret(int offset) {
		if (link.isChecked()) {
			outline.at(offset).filter(part -> !part.experiment() && !part.name().equals(wanted)).ifPresent(part -> turnTo(part.name()));
		}
	}

	/** @param picture laid out already, which takes its time */
	private record Seen(StudyOutline outline, Optional<StackDiagram> diagram, Optional<StackPicture> picture, Optional<String> problem) {
		static Seen nothing(StudyOutline outline, String problem) {
			return new Seen(outline, Optional.empty(), Optional.empty(), Optional.of(problem));
		}
	}

	@Override
	protected void look() {
		if (study.isEmpty()) {
			return;
		}
		OpenStudy of = study.get();
		String name = wanted;
		Optional<Set<String>> operations = chosen;
		int unfolded = cores;
		latest().ask("Drawing a stack", () -> seen(of, name, operations, unfolded), seen -> take(of, seen));
	}

	private static Seen seen(OpenStudy of, String wanted, Optional<Set<String>> chosen, int cores) {
		try {
			Studies studies = Runs.ofWorkbench().studies().withTexts(of.texts());
			Optional<StudyOutline> outline = StudyOutline.read(studies, of.path());
			if (outline.isEmpty()) {
				String first = studies.check(of.path()).stream().map(each -> "Line " + each.line() + ": " + each.message()).findFirst().orElse("");
				return Seen.nothing(StudyOutline.NOTHING, "The file has errors. The stack is drawn again when they are fixed.\n\n" + first);
			}
			String name = outline.get().stacks().contains(wanted) ? wanted : outline.get().telling().orElse("");
			if (name.isEmpty()) {
				return Seen.nothing(outline.get(), "The file has no stack. Open a study.");
			}
			StackDiagram diagram = studies.diagram(of.path(), name);
			return new Seen(outline.get(), Optional.of(diagram), Optional.of(picture(diagram, chosen, cores)), Optional.empty());
		} catch (InvalidStudyException e) {
			return Seen.nothing(StudyOutline.NOTHING, e.diagnostics().get(0).message());
		} catch (IOException | CatalogException e) {
			return Seen.nothing(StudyOutline.NOTHING, String.valueOf(e.getMessage()));
		}
	}

	private static StackPicture picture(StackDiagram diagram, Optional<Set<String>> chosen, int cores) {
		return new StackPicture(diagram.withRoutes(chosen.map(List::copyOf).orElse(diagram.usual())), cores);
	}

	private void take(OpenStudy of, Seen seen) {
		diagram = seen.diagram();
		if (seen.outline() != StudyOutline.NOTHING) {
			outline = seen.outline();
			if (!List.of(stack.getItems()).equals(outline.stacks())) {
				stack.setItems(outline.stacks().toArray(String[]::new));
			}
			diagram.ifPresent(now -> wanted = now.stack());
			stack.select(stack.indexOf(wanted));
		}
		subjectLabel.setText("from " + of.file().getName());
		subjectLabel.setToolTipText(of.path().toString());
		problem.setText(seen.problem().orElse("").replace("&", "&&"));
		shown = seen.picture();
		ways.show(diagram.map(StackDiagram::routes).orElse(List.of()), chosen.orElseGet(() -> diagram.map(now -> Set.copyOf(now.usual())).orElse(Set.of())));
		show(shown);
		turnToPage();
	}

	private void show(Optional<StackPicture> picture) {
		shown = picture;
		canvas.show(picture.map(each -> each.lookAt(looked)).orElse(null));
		ways.mark(name -> picture.flatMap(each -> each.letter(name)).orElse(""));
		ways.select(looked);
		pictures.turnTo(picture.isPresent() ? canvas : problem);
		fitIfWanted();
		enable();
	}

	/** Other ways of the same stack: nothing has to be read again. */
	private void draw() {
		diagram.ifPresent(now -> {
			Optional<Set<String>> operations = chosen;
			int unfolded = cores;
			latest().ask("Drawing a stack", () -> picture(now, operations, unfolded), picture -> show(Optional.of(picture)));
		});
	}

	private static boolean isOfWay(StackMark mark) {
		return mark.kind() == StackMark.Kind.ROUTE || mark.kind() == StackMark.Kind.STEP;
	}

	/** Makes one way clear and the others faint; all of them clear again for none. */
	private void lookAt(Optional<String> workload) {
		ways.select(workload);
		if (!workload.equals(looked)) {
			looked = workload;
			shown.ifPresent(picture -> canvas.show(picture.lookAt(looked)));
		}
	}

	private void unfold(int cores) {
		this.cores = cores;
		draw();
	}

	private void fitIfWanted() {
		if (fitting) {
			canvas.magnifyToFit(least);
		}
	}

	// ------------------------------------------------------------------------------------------- where it leads

	private void open(StackMark mark) {
		if (isOfWay(mark)) {
			openFlow(mark.name());
		} else if (mark.kind() == StackMark.Kind.CORES) {
			unfold(mark.level() + MORE_CORES);
		} else {
			mark.place().ifPresent(this::open);
		}
	}

	private void open(SourcePlace place) {
		try {
			Places.open(getSite().getPage(), place);
		} catch (PartInitException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	private void openFlow(String operation) {
		study.ifPresent(of -> {
			try {
				TrapFlowView.show(getSite().getPage(), of, wanted, operation);
			} catch (PartInitException e) {
				TraplineUi.log(e.getStatus());
			}
		});
	}

	// ------------------------------------------------------------------------------------------- actions

	private void createActions() {
		Action text = action("Go to Text", "Go to the definition of the selected element (double-click)", "trapline.svg",
				() -> canvas.selected().ifPresent(this::open));
		Action larger = action("Zoom In", "Enlarge the picture (Ctrl+Wheel)", "zoom_in.svg", () -> size(canvas::magnifyMore));
		Action smaller = action("Zoom Out", "Shrink the picture (Ctrl+Wheel)", "zoom_out.svg", () -> size(canvas::magnifyLess));
		Action fit = action("Fit", "Fit the whole picture into the view", "zoom_fit.svg", () -> {
			fitting = true;
			least = 0;
			fitIfWanted();
		});
		Action export = action("Export Picture…", "Export the picture as PNG, SVG or PDF", "export_chart.svg",
				() -> canvas.picture().ifPresent(picture -> PictureFile.ask(getSite().getShell(), picture, picture.title())));
		fold = action("Fold Cores", "Draw the first cores and those with pinned vCPUs; combine the others into boxes", "collapse.svg", () -> unfold(StackPicture.CORES));
		link = new Action("Link with Editor", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				if (isChecked()) {
					follow(open());
				}
			}
		};
		link.setToolTipText("Follow the study in the editor and the stack at the caret");
		link.setImageDescriptor(TraplineUi.icon("link_editor.svg"));
		link.setChecked(true);
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		IMenuManager menu = getViewSite().getActionBars().getMenuManager();
		MenuManager context = new MenuManager();
		for (Action action : List.of(larger, smaller, fit, export, link)) {
			bar.add(action);
		}
		for (Action action : new Action[] { text, null, larger, smaller, fit, fold, null, export }) {
			if (action == null) {
				menu.add(new Separator());
				context.add(new Separator());
			} else {
				menu.add(action);
				context.add(action);
			}
		}
		menu.add(link);
		canvas.setMenu(context.createContextMenu(canvas));
		MenuManager ofWays = new MenuManager();
		ofWays.add(new ViewAction("Draw Only This", "Draw only the selected path", null, () -> ways.selected().ifPresent(name -> choose(Set.of(name)))));
		ofWays.add(new ViewAction("Draw All", "Draw all paths", null, () -> choose(ways.names())));
		ofWays.add(new ViewAction("Draw Default Paths", "Draw the paths of the workloads in experiments, and those of devices", null,
				() -> diagram.ifPresent(now -> choose(new LinkedHashSet<>(now.usual())))));
		ways.setMenu(ofWays);
	}

	private void size(Runnable change) {
		fitting = false;
		change.run();
	}

	private Action action(String text, String explanation, String icon, Runnable run) {
		Action action = new ViewAction(text, explanation, icon, run);
		needPicture.add(action);
		return action;
	}

	private void enable() {
		needPicture.forEach(action -> action.setEnabled(canvas.picture().isPresent()));
		fold.setEnabled(canvas.picture().isPresent() && cores > StackPicture.CORES);
	}

	// ------------------------------------------------------------------------------------------- for others

	/** What is drawn, with all ways that there are. */
	public Optional<StackDiagram> diagram() {
		return diagram;
	}

	/** The ways that are drawn. */
	public Set<String> drawn() {
		return canvas.picture().map(StackPicture.class::cast).map(picture -> new LinkedHashSet<>(picture.diagram().routes().stream().map(StackDiagram.Route::workload).toList()))
				.orElseGet(LinkedHashSet::new);
	}

	/** Draws these ways. */
	public void choose(Set<String> operations) {
		chosen = Optional.of(Set.copyOf(operations));
		ways.check(operations);
		draw();
	}

	/** The canvas. */
	public PictureCanvas<StackMark> canvas() {
		return canvas;
	}

	/** The picture on the screen, once it is drawn as it is now. */
	public Optional<PictureImage<StackMark>> pixels() {
		return diagram.isPresent() && canvas.isUpToDate() ? canvas.pixels() : Optional.empty();
	}

	/** What hinders drawing; empty where nothing does. */
	public String problem() {
		return problem.getText();
	}
}
