// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.RunSelection;
import org.trapline.result.StudyResult;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunSettings;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.run.Runs;

/**
 * What the workbench promises about time, measured in the real one. No test, so its name is not that of one: {@code trapline bench workbench}
 * runs it, and judges what it writes, a line {@code BAR VALUE} each, into the file that the property {@code trapline.bench} names.
 */
public final class WorkbenchBench {

	private static final int WARM_UP = 100;
	private static final int KEYSTROKES = 200;
	private static final int CHANGES = 40;
	private static final int CHARTS = 15;
	private static final int POINTS = 10_000;
	private static final int FLOWS = 15;

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	/** Only what runs first sees the start; seconds since the process began, until the window has nothing left to do. */
	@BeforeClass
	public static void start() throws IOException {
		Ui.await("the window", () -> Ui.window().getShell().isVisible());
		Ui.run(WorkbenchBench::drain);
		write("start", Duration.between(ProcessHandle.current().info().startInstant().orElseThrow(), Instant.now()).toMillis() / 1e3);
	}

	/** Milliseconds of work of the UI thread for a character, with all that comes of it, painting too; the 95th percentile. The Outline follows. */
	@Test
	public void keystroke() throws Exception {
		Study study = longText();
		Ui.run(() -> Ui.page().showView("org.eclipse.ui.views.ContentOutline"));
		Ui.run(() -> Ui.page().activate(study.editor()));
		int place = study.offset("Hypercalls, 250") + 1;
		Ui.run(() -> ((ITextEditor) study.editor()).selectAndReveal(place, 0));
		List<Double> taken = new ArrayList<>();
		for (int i = 0; i < WARM_UP + KEYSTROKES; i++) {
			double milliseconds = keystroke(study, i % 40 == 39 ? "\n" : "x");
			if (i >= WARM_UP) {
				taken.add(milliseconds);
			}
			// As fast as one types.
			Thread.sleep(40);
		}
		write("keystroke", percentile(taken, 95));
	}

	private static double keystroke(Study study, String character) {
		return Ui.get(() -> {
			drain();
			ThreadMXBean threads = ManagementFactory.getThreadMXBean();
			long before = threads.getCurrentThreadCpuTime();
			study.widget().insert(character);
			study.widget().setSelection(study.widget().getCaretOffset() + 1);
			study.widget().update();
			drain();
			return (threads.getCurrentThreadCpuTime() - before) / 1e6;
		});
	}

	/** Milliseconds from a change until its marker is there; the 95th percentile. */
	@Test
	public void diagnostics() throws Exception {
		Study study = longText();
		List<Double> taken = new ArrayList<>();
		for (int i = 0; i < CHANGES; i++) {
			String name = "Vm" + (100 + i) + ", Nested" + (100 + i);
			long start = System.nanoTime();
			study.replace(name, "Wm" + (100 + i) + ", Nested" + (100 + i));
			awaitMarkers(study, 1);
			taken.add(milliseconds(start));
			study.undo();
			awaitMarkers(study, 0);
		}
		// The first ones warm up.
		write("diagnostics", percentile(taken.subList(CHANGES / 4, CHANGES), 95));
	}

	private static Study longText() throws Exception {
		Study study = Study.open(LongFileTest.text());
		// Once an error has come and gone the server surely knows the text.
		study.replace("workload hypercall", "workload hyporcall");
		Ui.await("the error's marker", () -> !study.errors().isEmpty());
		study.undo();
		Ui.await("no marker", () -> study.errors().isEmpty());
		return study;
	}

	private static void awaitMarkers(Study study, int count) throws CoreException, InterruptedException {
		while (study.file().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO).length != count) {
			Thread.sleep(2);
		}
	}

	/** Milliseconds from a run's being chosen until its chart of 10,000 points is on the screen; the median, each time other values. */
	@Test
	public void chart() throws Exception {
		Study.open().run();
		CompareView view = Ui.get(Study::results);
		List<Double> taken = new ArrayList<>();
		for (int i = 0; i < CHARTS; i++) {
			Run run = manyPoints(i);
			long start = System.nanoTime();
			Ui.run(() -> view.showRuns(List.of(run)));
			while (!Ui.get(() -> view.answer().filter(answer -> answer.request().runs().contains(run)).isPresent() && view.picture().isPresent())) {
				Thread.sleep(2);
			}
			taken.add(milliseconds(start));
		}
		write("chart", percentile(taken, 50));
	}

	/** A run of one line with so many points. */
	static Run manyPoints(int seed) {
		List<ResultRow> rows = new ArrayList<>();
		for (int i = 0; i < POINTS; i++) {
			rows.add(new ResultRow("many", "Many", "Vm", "hypercall", 1, List.of(new ParameterValue("n", i)), Metric.CYCLES,
					BigDecimal.valueOf(1000 + (i + seed) * 31L % 1009), Optional.empty(), Optional.empty()));
		}
		StudyResult result = new StudyResult("many", "0".repeat(64), List.of(new ExperimentResult("many", "Many", "Ten thousand points", rows,
				List.of(new ChartSpec(ChartSpec.Kind.LINES, Metric.CYCLES)))));
		return Run.of(List.of(result), new RunSettings(List.of("many.trapline"), RunSelection.ALL), Instant.now(), Duration.ofSeconds(1), Runs.ofWorkbench().catalog());
	}

	/** Milliseconds from the Trap Flow view's being opened on more than 10^9 traps until it is drawn; the median. */
	@Test
	public void trapFlow() throws Exception {
		Study.open(TrapFlowTest.TOWER);
		List<Double> taken = new ArrayList<>();
		for (int i = 0; i < FLOWS; i++) {
			long start = System.nanoTime();
			TrapFlowView view = Ui.get(() -> (TrapFlowView) Ui.page().showView(TrapFlowView.ID));
			while (!Ui.get(() -> view.flow().isPresent() && view.pixels().isPresent())) {
				Thread.sleep(2);
			}
			taken.add(milliseconds(start));
			if (Ui.get(() -> view.flow().orElseThrow().root().traps()) < 1_000_000_000L) {
				throw new AssertionError("too few traps");
			}
			Ui.run(() -> Ui.page().hideView(view));
		}
		write("trap-flow", percentile(taken, 50));
	}

	private static void drain() {
		while (Display.getCurrent().readAndDispatch()) {
			// what came up meanwhile
		}
	}

	private static double milliseconds(long since) {
		return (System.nanoTime() - since) / 1e6;
	}

	private static double percentile(List<Double> values, int percent) {
		return values.stream().sorted().skip(Math.min(values.size() - 1, values.size() * percent / 100)).findFirst().orElseThrow();
	}

	private static void write(String bar, double value) throws IOException {
		String line = String.format(Locale.ROOT, "%s %.3f%n", bar, value);
		System.out.print(line);
		Files.writeString(Path.of(System.getProperty("trapline.bench")), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}
}
