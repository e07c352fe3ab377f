// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.Test;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartMark;
import org.trapline.chart.ChartMark.Kind;
import org.trapline.chart.ChartPicture;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Zoom;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.heat.HeatData;
import org.trapline.chart.kind.ChartKinds;
import org.trapline.chart.lines.LineData;
import org.trapline.chart.lines.LineData.Spacing;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Drawing;
import org.trapline.chart.picture.PictureImage;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;

/** What each kind of chart makes of result rows, and that it can be drawn. */
public class ChartKindsTest {

	private static ChartSpec spec(ChartSpec.Kind kind, Metric metric) {
		return new ChartSpec(kind, metric);
	}

	private static Drawing<ChartMark> draw(ChartData data) {
		return PictureImage.of(new ChartPicture(data), 800, 480, 1, ChartTheme.LIGHT).drawing();
	}

	private static List<PictureRegion<ChartMark>> regions(Drawing<ChartMark> drawing, Kind kind) {
		return drawing.regions().stream().filter(region -> region.element().kind() == kind).toList();
	}

	private static String refused(ExperimentResult result, ChartSpec spec) {
		return assertThrows(IllegalArgumentException.class, () -> ChartKinds.data(result, spec)).getMessage();
	}

	// ------------------------------------------------------------------------------------------- overhead

	@Test
	public void anOverheadIsInMultiplesOfTheBaseline() {
		BarData data = (BarData) ChartKinds.data(Studies.hypercall(), spec(ChartSpec.Kind.OVERHEAD, Metric.CYCLES).against("Vm"));
		BarData.Bar nested = data.bar("Nested", "hypercall").orElseThrow();
		assertEquals("154.8992305", nested.value().toPlainString());
		assertEquals("published and fitted alike", nested.value(), nested.published().orElseThrow());
		assertEquals(Role.FIT, nested.comparison().orElseThrow().role());
		assertEquals("derived", nested.comparison().orElseThrow().published().status());
		assertEquals("1", data.bar("Vm", "hypercall").orElseThrow().value().toPlainString());
		assertEquals(Optional.of(BigDecimal.ONE), data.line());
		assertTrue(regions(draw(data), Kind.BAR).stream().map(PictureRegion::text).toList().toString(),
				regions(draw(data), Kind.BAR).stream().anyMatch(bar -> bar.text().startsWith("Nested: 154.9\u00d7;") && bar.text().contains("422,720 cycles")));
	}

	@Test
	public void theFirstStackIsTheBaselineUnlessOneIsNamed() {
		assertTrue(ChartKinds.data(Studies.hypercall(), spec(ChartSpec.Kind.OVERHEAD, Metric.TRAPS)).heading().endsWith("against Vm"));
	}

	@Test
	public void aBaselineThatIsNotThereIsNamedWithThoseThatAre() {
		assertEquals("there is no stack 'Vn' to compare with; there are Vm, Nested, NestedVhe, NestedNeve, NestedNeveVhe",
				refused(Studies.hypercall(), spec(ChartSpec.Kind.OVERHEAD, Metric.TRAPS).against("Vn")));
	}

	@Test
	public void whatHasNoCounterpartIsSaidAndNotDrawn() {
		ExperimentResult result = new ExperimentResult("s", "E", "", List.of(Studies.row("Vm", "eoi", Metric.TRAPS, "0", null, null),
				Studies.row("Nested", "eoi", Metric.TRAPS, "3", null, null), Studies.row("Vm", "call", Metric.TRAPS, "1", null, null),
				Studies.row("Nested", "call", Metric.TRAPS, "9", null, null)), List.of());
		BarData data = (BarData) ChartKinds.data(result, spec(ChartSpec.Kind.OVERHEAD, Metric.TRAPS).against("Vm"));
		assertEquals(2, data.bars().size());
		assertEquals(Optional.of("Not shown, as Vm has no value above 0 to compare with: eoi"), data.note());
	}

	@Test
	public void aRunCanBeTheBaselineOfAnother() {
		List<ChartSource> sources = List.of(new ChartSource("r1", "before", Studies.hypercall()), new ChartSource("r2", "after", Studies.hypercall()));
		BarData data = (BarData) ChartKinds.data(sources, spec(ChartSpec.Kind.OVERHEAD, Metric.TRAPS).against("r1"));
		assertEquals(List.of("before", "after"), data.series());
		assertTrue(data.bars().stream().allMatch(bar -> bar.value().compareTo(BigDecimal.ONE) == 0));
	}

	// ------------------------------------------------------------------------------------------- several runs

	@Test
	public void runsAreToldApartByTheirNames() {
		List<ChartSource> sources = List.of(new ChartSource("r1", "before", Studies.many(2, 2, "S", BigDecimal.ONE)),
				new ChartSource("r2", "after", Studies.many(2, 2, "S", BigDecimal.TEN)));
		BarData data = (BarData) ChartKinds.data(sources, Studies.TRAPS);
		assertEquals(List.of("workload0, before", "workload1, before", "workload0, after", "workload1, after"), data.series());
		assertEquals(List.of("S0", "S1"), data.categories());
		assertEquals("r2", data.bar("S0", "workload0, after").orElseThrow().sample().orElseThrow().source().run());
	}

	// ------------------------------------------------------------------------------------------- breakdowns

	@Test
	public void cyclesAreTakenApartByLevelAndByCause() {
		BarData levels = (BarData) ChartKinds.data(Sweep.breakdown(), spec(ChartSpec.Kind.LEVELS, Metric.CYCLES));
		assertEquals(List.of("L0", "L1"), levels.parts());
		BarData.Bar bar = levels.bars().get(0);
		assertEquals("Nested, hypercall", bar.category());
		assertEquals(List.of(new BarData.Part("L0", BigDecimal.valueOf(80)), new BarData.Part("L1", BigDecimal.valueOf(20))), bar.parts());
		BarData causes = (BarData) ChartKinds.data(Sweep.breakdown(), spec(ChartSpec.Kind.CAUSES, Metric.CYCLES));
		assertEquals("in the engine's order", List.of("transition", "switching", "memory"), causes.parts());
		assertEquals("50", causes.bars().get(0).parts().get(1).value().toPlainString());
		assertEquals("Nested, hypercall, L0: 80 cycles, 80.0 % of 100", regions(draw(levels), Kind.PART).get(0).text());
	}

	@Test
	public void partsLieOnEachOtherAndFillTheBar() {
		List<PictureRegion<ChartMark>> parts = regions(draw(ChartKinds.data(Sweep.breakdown(), spec(ChartSpec.Kind.LEVELS, Metric.CYCLES))), Kind.PART);
		Rectangle2D lower = parts.get(0).area();
		Rectangle2D upper = parts.get(1).area();
		assertEquals(lower.getY(), upper.getMaxY(), 0.01);
		assertEquals(4, lower.getHeight() / upper.getHeight(), 0.01);
	}

	@Test
	public void onlyCyclesAreTakenApart() {
		assertEquals("cycles can be taken apart by level and cause, traps cannot", refused(Sweep.breakdown(), spec(ChartSpec.Kind.LEVELS, Metric.TRAPS)));
		assertEquals("experiment Hypercall of study hypercall does not say where its cycles went",
				refused(Studies.hypercall(), spec(ChartSpec.Kind.CAUSES, Metric.CYCLES)));
	}

	// ------------------------------------------------------------------------------------------- reasons

	@Test
	public void exitsAreTakenApartByLevelAndReason() {
		BarData data = (BarData) ChartKinds.data(Sweep.exits(), spec(ChartSpec.Kind.REASONS, Metric.EXITS));
		assertEquals("by level, the larger ones first, reads and writes added up",
				List.of("L1 VMREAD", "L1 VMRESUME", "L1 REASON_0", "L1 REASON_1", "L1 REASON_2", "L1 REASON_3", "L1 VMCALL", "L2 VMREAD", "L2 VMCALL", "other"),
				data.parts());
		assertEquals(List.of("Vm", "Nested"), data.categories());
		BarData.Bar nested = data.bars().get(1);
		assertEquals("38", nested.value().toPlainString());
		assertEquals("16", nested.parts().get(0).value().toPlainString());
		assertEquals("its largest row", "10", nested.parts().get(0).sample().orElseThrow().row().value().toPlainString());
		assertTrue(regions(draw(data), Kind.PART).stream().map(PictureRegion::text).toList().contains("Nested, L1 VMREAD: 16 exits, 42.1 % of 38"));
	}

	@Test
	public void reasonsThatAreSmallEverywhereAreJoined() {
		BarData data = (BarData) ChartKinds.data(Sweep.exits(), spec(ChartSpec.Kind.REASONS, Metric.EXITS));
		BarData.Part other = data.bars().get(1).parts().getLast();
		assertEquals("other", other.name());
		assertEquals("8", other.value().toPlainString());
		assertEquals(Optional.of("other: 8 reasons, each at most 2.7\u00a0% of the tallest bar"), data.note());
		assertEquals("a VM's only exit is small among all, and all of its bar", List.of("L1 VMCALL"),
				data.bars().get(0).parts().stream().map(BarData.Part::name).toList());
	}

	@Test
	public void cyclesOfExitsAreTakenApartByReason() {
		BarData data = (BarData) ChartKinds.data(Sweep.exits(), spec(ChartSpec.Kind.REASONS, Metric.CYCLES));
		assertEquals("Exits: cycles by exit reason", data.heading());
		assertEquals("what is a line at most has no part of its own", List.of("L1 VMREAD", "L1 VMRESUME", "L1 VMCALL", "L2 VMCALL", "L2 VMREAD", "other"), data.parts());
		assertEquals("1500", data.bars().get(0).value().toPlainString());
		assertEquals("40000", data.bars().get(1).parts().stream().filter(part -> part.name().equals("L2 VMCALL")).findFirst().orElseThrow().value().toPlainString());
	}

	@Test
	public void onlyExitsAndTheirCyclesHaveReasons() {
		assertEquals("exits and cycles can be broken down by exit reason, traps cannot", refused(Sweep.exits(), spec(ChartSpec.Kind.REASONS, Metric.TRAPS)));
		assertEquals("experiment Hypercall of study hypercall has no values of exits to draw; available: traps, cycles",
				refused(Studies.hypercall(), spec(ChartSpec.Kind.REASONS, Metric.CYCLES)));
	}

	// ------------------------------------------------------------------------------------------- lines

	@Test
	public void linesLieOverAParameterInItsOrder() {
		LineData data = (LineData) ChartKinds.data(Sweep.result(), spec(ChartSpec.Kind.LINES, Metric.TIME));
		assertEquals("vcpus", data.across().label());
		assertEquals("1, 2, 4, 8", Spacing.LOGARITHMIC, data.across().spacing());
		assertEquals(List.of("Vm, clock = 2.4 GHz", "Vm, clock = 3 GHz", "Nested, clock = 2.4 GHz", "Nested, clock = 3 GHz"),
				data.series().stream().map(LineData.Series::name).toList());
		assertEquals(List.of(1.0, 2.0, 4.0, 8.0), data.series().get(0).points().stream().map(LineData.Point::x).toList());
		List<PictureRegion<ChartMark>> points = regions(draw(data), Kind.POINT);
		assertEquals(16, points.size());
		assertEquals("Vm, clock = 2.4 GHz, vcpus 1: 107 ns; 95 % confidence: 97 to 117", points.get(0).text());
	}

	@Test
	public void anotherParameterCanBeAskedForWithItsUnit() {
		LineData data = (LineData) ChartKinds.data(Sweep.result(),
				new ChartSpec(ChartSpec.Kind.LINES, Metric.TIME, Optional.empty(), Optional.of("clock"), Optional.empty(), true));
		assertEquals("clock (GHz)", data.across().label());
		assertEquals(Spacing.LINEAR, data.across().spacing());
		assertTrue(data.scale().log());
		assertEquals(16, regions(draw(data), Kind.POINT).size());
	}

	@Test
	public void withoutSweepThereAreNoLinesAndThatIsSaid() {
		assertEquals("nothing is swept: no result has parameters", refused(Studies.hypercall(), spec(ChartSpec.Kind.LINES, Metric.TRAPS)));
		assertEquals("there is no parameter 'cpus'; there are vcpus, clock", refused(Sweep.result(),
				new ChartSpec(ChartSpec.Kind.LINES, Metric.TIME, Optional.empty(), Optional.of("cpus"), Optional.empty(), false)));
	}

	@Test
	public void zerosHaveTheirPlaceOnALogarithmicAxis() {
		ChartData data = ChartKinds.data(Sweep.of(5), new ChartSpec(ChartSpec.Kind.LINES, Metric.TIME, Optional.empty(), Optional.empty(), Optional.empty(), true));
		Drawing<ChartMark> drawing = draw(data);
		assertEquals(5, regions(drawing, Kind.POINT).size());
		assertTrue(regions(drawing, Kind.POINT).stream().allMatch(point -> drawing.plot().orElseThrow().getMaxY() + 10 > point.area().getMaxY()));
	}

	@Test
	public void tenThousandPointsAreAllThere() {
		assertEquals(10_000, regions(draw(ChartKinds.data(Sweep.of(10_000), spec(ChartSpec.Kind.LINES, Metric.TIME))), Kind.POINT).size());
	}

	@Test
	public void samplesArePointsOfOneSeriesForEachStackAndNoLineJoinsThem() {
		LineData data = (LineData) ChartKinds.data(Sweep.samples(40), spec(ChartSpec.Kind.LINES, Metric.CYCLES));
		assertEquals("no sample has a name of its own", List.of("Vm", "Nested"), data.series().stream().map(LineData.Series::name).toList());
		assertEquals(List.of(40, 40), data.series().stream().map(series -> series.points().size()).toList());
		assertFalse(data.joined());
		assertEquals(Optional.of("Points are not joined, as they differ in other parameters too: entry, clock"), data.note());
		List<PictureRegion<ChartMark>> points = regions(draw(data), Kind.POINT);
		assertEquals(80, points.size());
		assertEquals("Vm, exit = 100 cycles, entry = 50 cycles, clock = 1000 MHz: 1,000 cycles", points.get(0).text());
	}

	@Test
	public void nothingIsDrawnBetweenSamples() {
		LineData data = (LineData) ChartKinds.data(Sweep.samples(4), spec(ChartSpec.Kind.LINES, Metric.CYCLES));
		BufferedImage image = PictureImage.of(new ChartPicture(data), 800, 480, 1, ChartTheme.LIGHT).image();
		List<PictureRegion<ChartMark>> points = regions(draw(data), Kind.POINT);
		for (int i = 0; i < 3; i++) {
			double x = (points.get(i).area().getCenterX() + points.get(i + 1).area().getCenterX()) / 2;
			double y = (points.get(i).area().getCenterY() + points.get(i + 1).area().getCenterY()) / 2;
			assertEquals(0xFFFFFF, image.getRGB((int) Math.round(x), (int) Math.round(y)) & 0xFFFFFF);
		}
	}

	@Test
	public void samplesOnEachOtherAreDrawnOnce() {
		Drawing<ChartMark> drawing = draw(ChartKinds.data(Sweep.samples(100_000), spec(ChartSpec.Kind.LINES, Metric.CYCLES)));
		assertTrue(regions(drawing, Kind.POINT).size() < 50_000);
	}

	@Test
	public void aGridKeepsItsLinesWhereFewOfItsValuesAreLeft() {
		ExperimentResult all = Sweep.result();
		List<ResultRow> some = all.rows().stream().filter(row -> row.parameter("vcpus").orElseThrow().number().intValue() < 3).toList();
		LineData data = (LineData) ChartKinds.data(new ExperimentResult("s", "Sweep", "", some, List.of()), spec(ChartSpec.Kind.LINES, Metric.TIME));
		assertTrue(data.joined());
		assertEquals(4, data.series().size());
	}

	// ------------------------------------------------------------------------------------------- heat maps

	@Test
	public void aHeatMapLiesOverTwoParametersWithAPanelForEachStack() {
		HeatData data = (HeatData) ChartKinds.data(Sweep.result(), spec(ChartSpec.Kind.HEATMAP, Metric.TIME));
		assertEquals(List.of("1", "2", "4", "8"), data.columns());
		assertEquals(List.of("2.4 GHz", "3 GHz"), data.rows());
		assertEquals(List.of("Vm", "Nested"), data.panels().stream().map(HeatData.Panel::name).toList());
		List<PictureRegion<ChartMark>> cells = regions(draw(data), Kind.CELL);
		assertEquals(16, cells.size());
		assertEquals("Nested, vcpus = 8, clock = 3 GHz: 40,005 ns",
				cells.stream().map(PictureRegion::text).filter(text -> text.startsWith("Nested, vcpus = 8, clock = 3")).findFirst().orElseThrow());
	}

	@Test
	public void oneParameterIsNoHeatMap() {
		assertEquals("only n is swept, and two parameters are needed", refused(Sweep.of(3), spec(ChartSpec.Kind.HEATMAP, Metric.TIME)));
		assertEquals("a heat map needs two parameters, and 'vcpus' is meant twice", refused(Sweep.result(),
				new ChartSpec(ChartSpec.Kind.HEATMAP, Metric.TIME, Optional.empty(), Optional.of("vcpus"), Optional.of("vcpus"), false)));
	}

	// ------------------------------------------------------------------------------------------- distributions

	@Test
	public void percentilesMakeADistribution() {
		LineData cdf = (LineData) ChartKinds.data(Sweep.latency(), spec(ChartSpec.Kind.CDF, Sweep.LATENCY));
		assertEquals(List.of(500.0, 900.0, 990.0, 999.0, 1000.0), cdf.series().get(0).points().stream().map(LineData.Point::x).toList());
		assertEquals("99.9", cdf.series().get(0).points().get(3).value().toPlainString());
		LineData tail = (LineData) ChartKinds.data(Sweep.latency(), spec(ChartSpec.Kind.PERCENTILES, Sweep.LATENCY));
		assertEquals("the largest has no place among nines", 4, tail.series().get(0).points().size());
		assertEquals(Spacing.TAIL, tail.across().spacing());
		List<PictureRegion<ChartMark>> points = regions(draw(tail), Kind.POINT);
		double first = points.get(2).area().getX() - points.get(1).area().getX();
		double second = points.get(3).area().getX() - points.get(2).area().getX();
		assertEquals("from 90 to 99 is as far as from 99 to 99.9", first, second, 0.01);
	}

	@Test
	public void withoutPercentilesThereIsNoDistribution() {
		assertEquals("experiment Hypercall of study hypercall has no percentiles of cycles to draw",
				refused(Studies.hypercall(), spec(ChartSpec.Kind.CDF, Metric.CYCLES)));
	}

	// ------------------------------------------------------------------------------------------- intervals

	@Test
	public void barsHaveWhiskersAndRoomAboveThem() {
		Drawing<ChartMark> drawing = draw(ChartKinds.data(Sweep.result(), spec(ChartSpec.Kind.BARS, Metric.TIME)));
		List<PictureRegion<ChartMark>> whiskers = regions(drawing, Kind.INTERVAL);
		assertEquals(16, whiskers.size());
		assertTrue(whiskers.stream().map(PictureRegion::text).toList().contains("Nested, vcpus = 8, clock = 2.4 GHz: 95 % confidence: 39,997 to 40,017"));
		for (PictureRegion<ChartMark> label : regions(drawing, Kind.VALUE_LABEL)) {
			assertFalse(whiskers.stream().anyMatch(whisker -> whisker.area().intersects(label.area())));
		}
	}

	// ------------------------------------------------------------------------------------------- what there is to choose

	@Test
	public void onlyChartsWithDataAreOffered() {
		assertEquals(List.of("bars traps", "bars cycles", "overhead traps", "overhead cycles"), offered(Studies.hypercall()));
		assertEquals(List.of("bars time", "overhead time", "lines time", "heatmap time"), offered(Sweep.result()));
		assertEquals(List.of("cdf latency", "percentiles latency"), offered(Sweep.latency()));
		assertEquals(List.of("bars cycles", "overhead cycles", "levels cycles", "causes cycles"), offered(Sweep.breakdown()));
		assertEquals("exits are no single value", List.of("reasons exits", "reasons cycles"), offered(Sweep.exits()));
	}

	@Test
	public void aReportShowsWhereCyclesAndExitsWentWhileBarsCanBeToldApart() {
		assertEquals(List.of("levels cycles", "causes cycles"), reported(Sweep.breakdown()));
		assertEquals(List.of("reasons exits", "reasons cycles"), reported(Sweep.exits()));
		assertEquals(List.of(), reported(Sweep.result()));
		List<Breakdown> many = Collections.nCopies(1000, Sweep.breakdown().breakdowns().get(0));
		assertEquals(List.of(), reported(new ExperimentResult("s", "Many", "", Optional.empty(), Sweep.breakdown().rows(), many, List.of())));
	}

	private static List<String> reported(ExperimentResult result) {
		return ChartKinds.inReport(result).stream().map(spec -> spec.kind() + " " + spec.metric().id()).toList();
	}

	@Test
	public void everyWordOfAKindHasAClassThatSaysWhatItLacks() {
		ExperimentResult empty = new ExperimentResult("s", "Empty", "", List.of(), List.of());
		for (ChartSpec.Kind kind : ChartSpec.Kind.values()) {
			String message = refused(empty, spec(kind, Metric.CYCLES));
			assertTrue(kind + ": " + message, message.startsWith("experiment Empty of study s "));
		}
	}

	@Test
	public void whatAKindLiesOverIsATraitOfIt() {
		assertEquals(List.of("lines 1", "heatmap 2"), Arrays.stream(ChartSpec.Kind.values()).filter(kind -> kind.parameters() > 0)
				.map(kind -> kind + " " + kind.parameters()).toList());
	}

	private static List<String> offered(ExperimentResult result) {
		return ChartKinds.available(List.of(ChartSource.of(result))).stream().map(spec -> spec.kind() + " " + spec.metric().id()).toList();
	}

	// ------------------------------------------------------------------------------------------- zoom

	@Test
	public void aZoomShowsAPart() {
		ChartData bars = ChartKinds.data(Studies.many(10, 1, "S", BigDecimal.ONE), Studies.TRAPS);
		Drawing<ChartMark> part = PictureImage.of(new ChartPicture(bars, new Zoom(0.2, 0.5, 0, 1)), 800, 480, 1, ChartTheme.LIGHT).drawing();
		assertEquals(List.of("S2", "S3", "S4"), regions(part, Kind.CATEGORY_LABEL).stream().map(PictureRegion::text).toList());
		ChartData lines = ChartKinds.data(Sweep.of(100), spec(ChartSpec.Kind.LINES, Metric.TIME));
		Drawing<ChartMark> right = PictureImage.of(new ChartPicture(lines, new Zoom(0.5, 1, 0, 1)), 800, 480, 1, ChartTheme.LIGHT).drawing();
		assertEquals(50, regions(right, Kind.POINT).size(), 2);
	}

	@Test
	public void barsAreCutWhereTheAxisIsZoomed() {
		ChartData bars = ChartKinds.data(Studies.hypercall(), Studies.CYCLES);
		Drawing<ChartMark> low = PictureImage.of(new ChartPicture(bars, new Zoom(0, 1, 0, 0.1)), 800, 480, 1, ChartTheme.LIGHT).drawing();
		Rectangle2D plot = low.plot().orElseThrow();
		for (PictureRegion<ChartMark> bar : regions(low, Kind.BAR)) {
			assertTrue(bar + " in " + plot, bar.area().getY() >= plot.getY() - 0.01);
		}
		assertTrue("the small one can be seen", regions(low, Kind.BAR).get(0).area().getHeight() > 10);
	}

	@Test
	public void zoomsStayWithinTheChart() {
		Zoom half = Zoom.NONE.by(0.5, 0.5, 0.5);
		assertEquals(new Zoom(0.25, 0.75, 0.25, 0.75), half);
		assertEquals(Zoom.NONE, half.by(10, 0.5, 0.5));
		assertEquals(new Zoom(0.5, 1, 0.25, 0.75), half.moved(5, 0));
		Zoom deep = Zoom.NONE;
		for (int i = 0; i < 100; i++) {
			deep = deep.by(0.5, 1, 1);
		}
		assertTrue(deep.right() > deep.left());
	}
}
