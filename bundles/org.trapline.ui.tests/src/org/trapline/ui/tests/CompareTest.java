// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartMark;
import org.trapline.chart.ChartPicture;
import org.trapline.chart.Zoom;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.heat.HeatData;
import org.trapline.chart.lines.LineData;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.store.Run;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.run.Runs;

/** What there is to see of runs: charts of every kind, and the table beside them. */
public final class CompareTest {

	private static final String SWEEP = """
			import "org.trapline.cpu.arm/x-gene"
			stack Nested    on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
			stack NestedVhe on Moonshot { L0 KvmNonVhe L1 KvmVhe guest L2 }
			experiment Entry "A nested hypercall, by what it costs to enter EL2, and to leave it" {
				stacks Nested, NestedVhe
				workload hypercall
				sweep exception_entry 20, 50, 100, 200, 400 cycles
				sweep exception_return 20, 60, 180 cycles
				measure cycles
				chart lines of cycles over exception_entry
			}
			""";

	private static final String LATENCY = """
			import "org.trapline.cpu.smt/haswell-smt"
			stack Nested   on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 }
			stack Software extends Nested { mechanism svt.software }
			experiment Latency "One request after the other" {
				stacks Nested, Software
				baseline Nested
				workload tcp_rr
				replications 5
				measure latency, latency.p50, latency.p90, latency.p99, latency.p99.9, speedup
			}
			""";

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	private static ChartData show(ChartSpec.Kind kind) {
		CompareView view = Ui.get(Study::results);
		ChartSpec spec = Ui.get(() -> view.answer().orElseThrow().available().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow());
		Ui.run(() -> view.request(view.answer().orElseThrow().request().withChart(spec)));
		Ui.await("the chart " + kind.id(), () -> view.answer().flatMap(answer -> answer.request().chart()).filter(each -> each.kind() == kind).isPresent()
				&& view.picture().isPresent());
		return Ui.get(() -> view.chart().orElseThrow());
	}

	private static Table table() {
		return Ui.get(() -> Ui.find((Composite) Ui.window().getShell(), Table.class, each -> each.getColumnCount() > 4 && each.getColumn(0).getText().equals("Stack"))
				.getFirst());
	}

	@Test
	public void aSweepIsLinesAndAHeatMap() throws Exception {
		Study.open(SWEEP).run();
		LineData lines = (LineData) show(ChartSpec.Kind.LINES);
		assertEquals("two stacks, each at three values of the other parameter", 6, lines.series().size());
		Ui.screenshot("compare-lines");
		HeatData map = (HeatData) show(ChartSpec.Kind.HEATMAP);
		assertEquals(List.of(5, 3, 2), List.of(map.columns().size(), map.rows().size(), map.panels().size()));
		Ui.screenshot("compare-heatmap");
	}

	@Test
	public void cyclesAreTakenApartByLevelAndByCause() throws Exception {
		Study.open().run();
		for (ChartSpec.Kind kind : List.of(ChartSpec.Kind.LEVELS, ChartSpec.Kind.CAUSES)) {
			BarData bars = (BarData) show(kind);
			assertTrue(bars.parts().toString(), bars.parts().size() >= 2);
			for (BarData.Bar bar : bars.bars()) {
				BigDecimal sum = bar.parts().stream().map(BarData.Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
				assertEquals(bar.category(), 0, bar.value().compareTo(sum));
			}
			Ui.screenshot("compare-" + kind.id());
		}
	}

	@Test
	public void overheadIsAgainstTheBaselineThatOneChooses() throws Exception {
		Study.open().run();
		show(ChartSpec.Kind.OVERHEAD);
		CompareView view = Ui.get(Study::results);
		Ui.run(() -> view.request(view.answer().orElseThrow().request()
				.withChart(new ChartSpec(ChartSpec.Kind.OVERHEAD, Metric.CYCLES).against("Nested"))));
		Ui.await("multiples of Nested", () -> view.chart().filter(BarData.class::isInstance).map(BarData.class::cast)
				.flatMap(data -> data.bars().stream().filter(bar -> bar.category().equals("Nested")).findFirst())
				.filter(bar -> bar.value().compareTo(BigDecimal.ONE) == 0).isPresent() && view.picture().isPresent());
		Ui.screenshot("compare-overhead");
	}

	@Test
	public void latencyIsADistributionWithIntervals() throws Exception {
		Study.open(LATENCY).run();
		LineData distribution = (LineData) show(ChartSpec.Kind.CDF);
		assertEquals(2, distribution.series().size());
		Ui.screenshot("compare-cdf");
		show(ChartSpec.Kind.PERCENTILES);
		Ui.screenshot("compare-percentiles");
		BarData bars = (BarData) show(ChartSpec.Kind.BARS);
		assertTrue("five replications say how sure a mean is", bars.bars().stream().anyMatch(bar -> bar.interval().isPresent()));
		Ui.screenshot("compare-intervals");
	}

	@Test
	public void theTableShowsExitsByReasonAndSummariesOfSweeps() throws Exception {
		Study.open("""
				import "org.trapline.cpu.arm/x-gene"
				stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
				experiment Exits {
					stacks Nested
					workload hypercall
					measure exits
				}
				experiment Spread {
					stacks Nested
					workload hypercall
					sweep exception_entry from 10 to 100 cycles in 10 points
					summary
					measure cycles
				}
				""").run();
		CompareView view = Ui.get(Study::results);
		Ui.await("exits by reason", () -> titles().containsAll(List.of("Exit From", "Reason", "Access", "Handler", "Share (%)", "Cycles per Exit")));
		assertTrue(Ui.get(() -> Arrays.stream(table().getItems()).anyMatch(item -> item.getText(titles().indexOf("Reason")).equals("SYS64"))));
		Ui.screenshot("compare-exits");
		Ui.run(() -> view.request(view.answer().orElseThrow().request().withExperiment("Spread")));
		Ui.await("the summary", () -> titles().containsAll(List.of("Points", "Deviation", "Minimum", "50 %", "Maximum")));
		assertEquals("10", Ui.get(() -> table().getItem(0).getText(titles().indexOf("Points"))));
	}

	/** The titles of the table's columns, on the UI thread. */
	private static List<String> titles() {
		return Arrays.stream(table().getColumns()).map(column -> column.getText()).toList();
	}

	@Test
	public void theTableIsSortedFilteredAndCopied() throws Exception {
		Study.open().run();
		CompareView view = Ui.get(Study::results);
		Table table = table();
		int simulated = Ui.get(() -> Arrays.stream(table.getColumns()).map(column -> column.getText()).toList().indexOf("Simulated"));
		Ui.run(() -> table.getColumn(simulated).notifyListeners(SWT.Selection, new Event()));
		List<Long> values = Ui.get(() -> Arrays.stream(table.getItems()).map(item -> Long.parseLong(item.getText(simulated).replace(",", ""))).toList());
		assertEquals(values.stream().sorted().toList(), values);
		Ui.run(() -> view.request(view.answer().orElseThrow().request().withFilter("vhe cycles")));
		Ui.await("the filtered lines", () -> table().getItemCount() == 2);
		Ui.run(() -> {
			Ui.page().activate(view);
			view.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();
		});
		String copied = Ui.get(() -> {
			Clipboard clipboard = new Clipboard(Ui.display());
			try {
				return (String) clipboard.getContents(TextTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
		assertEquals("a heading and two lines", 3, copied.lines().count());
		Ui.screenshot("compare-table");
	}

	@Test
	public void twoRunsAreSideBySide() throws Exception {
		Study study = Study.open();
		study.run();
		study.replace("L0 KvmNonVhe L1 KvmNonVhe", "L0 KvmNonVhe L1 KvmVhe");
		study.save();
		study.run();
		Ui.run(() -> CompareView.show(Ui.page(), Runs.ofWorkbench().entries().stream().map(entry -> entry.folder()).toList()));
		CompareView view = Ui.get(Study::results);
		Ui.await("both runs", () -> view.runs().size() == 2 && view.answer().filter(answer -> answer.request().runs().size() == 2).isPresent()
				&& view.picture().isPresent());
		Set<String> series = Ui.get(() -> ((BarData) view.chart().orElseThrow()).bars().stream().map(BarData.Bar::series).collect(Collectors.toSet()));
		assertFalse(series.toString(), series.size() < 2);
		Ui.screenshot("compare-runs");
	}

	private static CompareView shown() throws Exception {
		Study.open().run();
		CompareView view = Ui.get(Study::results);
		Ui.await("the chart", () -> view.picture().isPresent());
		return view;
	}

	private static Zoom zoom(CompareView view) {
		return Ui.get(() -> ((ChartPicture) view.canvas().picture().orElseThrow()).zoom());
	}

	private static void tell(CompareView view, int type, double x, double y, Consumer<Event> more) {
		Event event = new Event();
		event.button = 1;
		event.x = (int) x;
		event.y = (int) y;
		more.accept(event);
		view.canvas().notifyListeners(type, event);
	}

	private static void press(CompareView view, int keyCode, char character, int modifiers) {
		Ui.run(() -> tell(view, SWT.KeyDown, 0, 0, event -> {
			event.keyCode = keyCode;
			event.character = character;
			event.stateMask = modifiers;
		}));
	}

	@Test
	public void theMouseZoomsByARectangleAndByItsWheel() throws Exception {
		CompareView view = shown();
		Rectangle2D plot = Ui.get(() -> view.picture().orElseThrow().drawing().plot().orElseThrow());
		Ui.run(() -> {
			tell(view, SWT.MouseDown, plot.getX() + plot.getWidth() / 4, plot.getY() + plot.getHeight() / 4, event -> {
			});
			tell(view, SWT.MouseMove, plot.getCenterX(), plot.getCenterY(), event -> {
			});
			tell(view, SWT.MouseUp, plot.getCenterX(), plot.getCenterY(), event -> {
			});
		});
		Zoom band = zoom(view);
		assertEquals("from a quarter", 0.25, band.left(), 0.02);
		assertEquals("to the middle", 0.5, band.right(), 0.02);
		Ui.await("the part", () -> view.picture().isPresent());
		Ui.screenshot("compare-zoom");
		Ui.run(() -> Actions.of(view, "Reset Zoom").run());
		assertEquals(Zoom.NONE, zoom(view));
		assertFalse("there is nothing left to reset", Ui.get(() -> Actions.of(view, "Reset Zoom").isEnabled()));
		Ui.await("all of it", () -> view.picture().isPresent());
		Ui.run(() -> tell(view, SWT.MouseVerticalWheel, plot.getCenterX(), plot.getCenterY(), event -> event.count = 3));
		assertTrue("the wheel shows less", zoom(view).right() - zoom(view).left() < 1);
		assertTrue(Ui.get(() -> Actions.of(view, "Reset Zoom").isEnabled()));
	}

	@Test
	public void keysZoomMoveAndShowAllAgain() throws Exception {
		CompareView view = shown();
		press(view, '+', '+', SWT.SHIFT);
		press(view, SWT.KEYPAD_ADD, '+', 0);
		Zoom near = zoom(view);
		assertTrue(near.right() - near.left() < 0.8);
		press(view, SWT.ARROW_RIGHT, '\0', SWT.SHIFT);
		assertTrue("it moves to the right", zoom(view).left() > near.left());
		press(view, '-', '-', 0);
		assertTrue("it shows more", zoom(view).right() - zoom(view).left() > near.right() - near.left());
		press(view, '0', '0', 0);
		assertEquals(Zoom.NONE, zoom(view));
		press(view, SWT.ARROW_RIGHT, '\0', 0);
		assertTrue("without Shift an arrow selects", Ui.get(() -> view.canvas().selected().isPresent()));
	}

	private static PictureRegion<ChartMark> bar(CompareView view, String category) {
		return Ui.get(() -> view.picture().orElseThrow().drawing().regions().stream().filter(region -> region.element().kind() == ChartMark.Kind.BAR
				&& region.element().sample().filter(sample -> sample.row().stack().equals(category)).isPresent()).findFirst().orElseThrow());
	}

	@Test
	public void aToolTipHasTheFullNumberAndItsSource() throws Exception {
		CompareView view = shown();
		show(ChartSpec.Kind.BARS);
		Ui.run(() -> view.request(view.answer().orElseThrow().request().withChart(new ChartSpec(ChartSpec.Kind.BARS, Metric.CYCLES))));
		Ui.await("cycles", () -> view.answer().flatMap(answer -> answer.request().chart()).filter(each -> each.metric() == Metric.CYCLES).isPresent() && view.picture().isPresent());
		PictureRegion<ChartMark> bar = bar(view, "Nested");
		ResultRow row = bar.element().sample().orElseThrow().row();
		Ui.run(() -> tell(view, SWT.MouseMove, bar.area().getCenterX(), bar.area().getMaxY() - 4, event -> {
		}));
		String text = Ui.get(() -> view.canvas().getToolTipText());
		assertTrue(text, text.contains(String.format(Locale.ROOT, "%,d", row.value().longValueExact())));
		assertTrue(text, text.contains(String.format(Locale.ROOT, "%,d", row.comparison().orElseThrow().published().value().longValueExact())));
		assertTrue("where the published value is from: " + text, text.contains(row.comparison().orElseThrow().published().source()));
	}

	@Test
	public void aDoubleClickOnABarShowsItsTraps() throws Exception {
		CompareView view = shown();
		PictureRegion<ChartMark> bar = bar(view, "NestedVhe");
		Ui.run(() -> tell(view, SWT.MouseDoubleClick, bar.area().getCenterX(), bar.area().getMaxY() - 4, event -> {
		}));
		Ui.await("its traps", () -> Ui.page().findView(TrapFlowView.ID) instanceof TrapFlowView flow
				&& flow.flow().filter(traps -> traps.title().equals("hypercall on NestedVhe")).isPresent());
	}

	@Test
	public void aDenseMonitorGetsTwiceThePixels() throws Exception {
		CompareView view = shown();
		Point size = Ui.get(() -> new Point(view.canvas().getClientArea().width, view.canvas().getClientArea().height));
		Ui.run(() -> view.canvas().drawFor(() -> 200));
		Ui.await("the picture for 200 %", () -> view.canvas().isUpToDate() && view.picture().orElseThrow().scale() == 2);
		assertEquals(2 * size.x, Ui.get(() -> view.picture().orElseThrow().image().getWidth()).intValue());
		Ui.run(() -> {
			ImageData dense = view.canvas().image().orElseThrow().getImageData(200);
			assertEquals(2 * size.x, dense.width);
			assertEquals(2 * size.y, dense.height);
			assertEquals("on a usual monitor it is as large", size.x, view.canvas().image().orElseThrow().getImageData(100).width);
			assertTrue("fine lines, and not larger pixels", isFine(dense));
		});
	}

	/** Whether pixels that were one before differ: an enlarged picture has none. */
	private static boolean isFine(ImageData data) {
		for (int y = 0; y + 1 < data.height; y += 2) {
			for (int x = 0; x + 1 < data.width; x += 2) {
				if (data.getPixel(x, y) != data.getPixel(x + 1, y) && data.getPixel(x + 1, y) == data.getPixel(x + 1, y + 1)) {
					return true;
				}
			}
		}
		return false;
	}

	@Test
	public void tenThousandPointsAreALine() throws Exception {
		Study.open().run();
		Run run = WorkbenchBench.manyPoints(0);
		CompareView view = Ui.get(Study::results);
		Ui.run(() -> view.showRuns(List.of(run)));
		Ui.await("the picture", () -> view.answer().filter(answer -> answer.samples().size() == 10_000).isPresent() && view.picture().isPresent());
		Ui.screenshot("compare-many");
		LineData lines = (LineData) Ui.get(() -> view.chart().orElseThrow());
		assertEquals(List.of(10_000), lines.series().stream().map(series -> series.points().size()).toList());
	}
}
