// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.results;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartImage;
import org.trapline.run.StudyResult;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.RunStudy;
import org.trapline.ui.run.Runs;

/** Shows the newest outcome of a run: a chart and a table, or what hindered the run, or what to do for a first one. */
public final class ResultsView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.results";

	private final Consumer<Optional<RunOutcome>> listener = this::show;
	private Composite pages;
	private StackLayout stack;
	private HintPage hint;
	private ProblemPage problem;
	private ResultPage result;
	private Action runAgain;
	private Action export;
	private Action clear;
	private RunOutcome shown;

	@Override
	public void createPartControl(Composite parent) {
		pages = new Composite(parent, SWT.NONE);
		stack = new StackLayout();
		pages.setLayout(stack);
		hint = new HintPage(pages, getSite());
		problem = new ProblemPage(pages, getSite());
		result = new ResultPage(pages);
		result.onChoice(choice -> export.setEnabled(choice.chart().isPresent()));
		createActions();
		Runs runs = Runs.ofWorkbench();
		runs.addListener(listener);
		show(runs.latest());
	}

	private void createActions() {
		runAgain = new Action("Run Again", TraplineUi.icon("run_again.svg")) {
			@Override
			public void run() {
				RunStudy.start(getSite().getWorkbenchWindow(), shown.file());
			}
		};
		runAgain.setToolTipText("Run the same study again");
		runAgain.setEnabled(false);
		export = new Action("Export Chart…", TraplineUi.icon("export_chart.svg")) {
			@Override
			public void run() {
				result.chart().ifPresent(chart -> ChartFile.ask(getSite().getShell(), chart));
			}
		};
		export.setToolTipText("Export the chart as PNG, SVG or PDF");
		export.setEnabled(false);
		clear = new Action("Clear", TraplineUi.icon("clear.svg")) {
			@Override
			public void run() {
				Runs.ofWorkbench().clear();
			}
		};
		clear.setToolTipText("Forget the results of this session");
		clear.setEnabled(false);
		Action copy = new Action("Copy") {
			@Override
			public void run() {
				result.table().copy();
			}
		};
		copy.setActionDefinitionId("org.eclipse.ui.edit.copy");
		copy.setImageDescriptor(
				PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
		Action selectAll = new Action("Select All") {
			@Override
			public void run() {
				result.table().selectAll();
			}
		};
		selectAll.setActionDefinitionId("org.eclipse.ui.edit.selectAll");
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		bar.add(runAgain);
		bar.add(export);
		bar.add(clear);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.SELECT_ALL.getId(), selectAll);
		MenuManager menu = new MenuManager();
		menu.add(copy);
		menu.add(selectAll);
		result.table().control().setMenu(menu.createContextMenu(result.table().control()));
	}

	private void show(Optional<RunOutcome> latest) {
		shown = latest.orElse(null);
		runAgain.setEnabled(latest.isPresent());
		clear.setEnabled(latest.isPresent());
		export.setEnabled(false);
		switch (shown) {
		case null -> stack.topControl = hint.control();
		case RunOutcome.Finished finished -> {
			result.show(finished);
			stack.topControl = result.control();
		}
		case RunOutcome.Rejected rejected -> {
			problem.show(rejected);
			stack.topControl = problem.control();
		}
		case RunOutcome.Failed failed -> {
			problem.show(failed);
			stack.topControl = problem.control();
		}
		}
		pages.layout();
	}

	/** What the view shows; empty before the first run and when the last one found errors. */
	public Optional<StudyResult> result() {
		return shown instanceof RunOutcome.Finished finished ? Optional.of(finished.result()) : Optional.empty();
	}

	/** The outcome that the view shows; empty before the first run. */
	public Optional<RunOutcome> outcome() {
		return Optional.ofNullable(shown);
	}

	/** The data of the chart that is chosen. */
	public Optional<ChartData> chart() {
		return result().flatMap(finished -> result.chart());
	}

	/** The picture on the screen, once it is drawn at the view's present size and theme. */
	public Optional<ChartImage> picture() {
		return result().isPresent() ? result.picture() : Optional.empty();
	}

	@Override
	public void setFocus() {
		if (stack.topControl != null) {
			stack.topControl.setFocus();
		}
	}

	@Override
	public void dispose() {
		Runs.ofWorkbench().removeListener(listener);
		super.dispose();
	}
}
