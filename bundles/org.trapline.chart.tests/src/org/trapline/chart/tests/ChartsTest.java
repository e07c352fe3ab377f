// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.data.category.CategoryDataset;
import org.junit.Test;
import org.trapline.chart.ChartMark;
import org.trapline.chart.ChartMark.Kind;
import org.trapline.chart.ChartPicture;
import org.trapline.chart.Charts;
import org.trapline.chart.kind.ChartKinds;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.PictureImage;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.Role;

public class ChartsTest {

	@Test
	public void datasetsHoldSimulatedAndPublishedValues() {
		JFreeChart chart = chart(Studies.hypercall(), Studies.TRAPS, ChartTheme.LIGHT);

		CategoryDataset simulated = chart.getCategoryPlot().getDataset(0);
		CategoryDataset published = chart.getCategoryPlot().getDataset(1);
		assertEquals(List.of("Vm", "Nested", "NestedVhe", "NestedNeve", "NestedNeveVhe"), simulated.getColumnKeys());
		assertEquals(new BigDecimal("126"), simulated.getValue("hypercall", "Nested"));
		assertEquals(new BigDecimal("17"), simulated.getValue("hypercall", "NestedNeve"));
		assertEquals(new BigDecimal("15"), published.getValue("hypercall", "NestedNeve"));
		assertNull(published.getValue("hypercall", "Vm"));
	}

	@Test
	public void titleAxisAndLegendSayWhatIsShown() {
		JFreeChart traps = chart(Studies.hypercall(), Studies.TRAPS, ChartTheme.LIGHT);
		JFreeChart cycles = chart(Studies.hypercall(), Studies.CYCLES, ChartTheme.DARK);

		assertEquals("Hypercall from a nested VM: cycles", cycles.getTitle().getText());
		assertEquals("Traps to L0 per operation", traps.getCategoryPlot().getRangeAxis().getLabel());
		assertEquals(List.of("Simulated", "Published (not used for fitting)"), legend(traps));
		assertEquals(List.of("Simulated", "Published (used for fitting)", "Published (not used for fitting)"), legend(cycles));
		assertEquals(List.of("Simulated: workload0", "Simulated: workload1"),
				legend(chart(Studies.many(2, 2, "S", BigDecimal.ONE), Studies.TRAPS, ChartTheme.LIGHT)).subList(0, 2));
	}

	@Test
	public void labelsShowEveryNumberInFullWhereItFits() {
		List<PictureRegion<ChartMark>> regions = draw(Studies.hypercall(), 800, 480);

		assertEquals(List.of("1", "126", "82", "17", "15"), texts(regions, Kind.VALUE_LABEL));
		assertEquals(List.of("126", "82", "15", "15"), texts(regions, Kind.PUBLISHED_LABEL));
		assertEquals(4, texts(regions, Kind.PUBLISHED).size());
		assertTrue(texts(regions, Kind.BAR).contains(
				"NestedNeve: 17 traps; published 15 (NEVE, SOSP'17, secondary), prediction, error +13.3 %"));
		assertEquals(List.of("2,729", "422,720", "307,363", "92,385", "95,895"),
				texts(image(Studies.hypercall(), Studies.CYCLES, ChartTheme.DARK, 1600, 960, 2).drawing().regions(),
						Kind.VALUE_LABEL));
	}

	@Test
	public void labelsAreShortWhereTheNumberDoesNotFit() {
		List<PictureRegion<ChartMark>> regions = draw(Studies.many(14, 1, "S", new BigDecimal("4227201")), 800, 480);

		assertTrue(texts(regions, Kind.VALUE_LABEL).toString(), texts(regions, Kind.VALUE_LABEL).contains("4.2\u00a0M"));
		assertFree(regions, 800, 480);
	}

	@Test
	public void nothingOverlaps() {
		for (int stacks : new int[] { 1, 2, 5, 12, 40 }) {
			for (int workloads : new int[] { 1, 3 }) {
				for (String name : List.of("S", "NestedNeveVheStack", "averylongnamewithoutanyplacetobreak")) {
					for (BigDecimal unit : List.of(BigDecimal.ONE, new BigDecimal("9007199254740993"))) {
						for (int[] size : new int[][] { { 800, 480 }, { 400, 300 }, { 1600, 400 } }) {
							List<PictureRegion<ChartMark>> regions = draw(Studies.many(stacks, workloads, name, unit), size[0], size[1]);
							assertFree(regions, size[0], size[1]);
						}
					}
				}
			}
		}
	}

	@Test
	public void allStacksOfTwelveAreNamedAndLabelled() {
		List<PictureRegion<ChartMark>> regions = draw(Studies.many(12, 1, "NestedNeveVheStack", BigDecimal.ONE), 800, 480);

		assertEquals(12, texts(regions, Kind.CATEGORY_LABEL).size());
		assertEquals(12, texts(regions, Kind.VALUE_LABEL).size());
	}

	@Test
	public void valuesBeyondLongAreDrawn() {
		BigDecimal traps = BigDecimal.valueOf(126).pow(20);
		ExperimentResult result = new ExperimentResult("s", "Deep", "Deep", List.of(
				Studies.row("L2", "hypercall", Metric.TRAPS, "126", null, null),
				Studies.row("L21", "hypercall", Metric.TRAPS, traps.toPlainString(), null, null)), List.of());

		JFreeChart chart = chart(result, Studies.TRAPS, ChartTheme.LIGHT);
		List<PictureRegion<ChartMark>> regions = draw(result, 800, 480);

		assertEquals(traps, chart.getCategoryPlot().getDataset(0).getValue("hypercall", "L21"));
		Rectangle2D bar = regions.stream().filter(region -> region.element().kind() == Kind.BAR && region.element().category().equals("L21")).findFirst()
				.orElseThrow().area();
		assertTrue("height of the bar " + bar, bar.getHeight() > 200);
		assertEquals(2, texts(regions, Kind.VALUE_LABEL).size());
	}

	@Test
	public void zerosAreDrawn() {
		ExperimentResult result = new ExperimentResult("s", "Eoi", "Virtual EOI", List.of(
				Studies.row("Vm", "eoi", Metric.TRAPS, "0", "0", Role.PREDICTION)), List.of());

		assertEquals(List.of("0"), texts(draw(result, 800, 480), Kind.VALUE_LABEL));
	}

	@Test
	public void tinyPicturesAreDrawn() {
		for (int side : new int[] { 1, 10, 40, 100, 150 }) {
			draw(Studies.hypercall(), side, side);
		}
	}

	@Test
	public void regionsAreFoundAtTheirPixels() {
		PictureImage<ChartMark> image = image(Studies.hypercall(), Studies.TRAPS, ChartTheme.LIGHT, 1600, 960, 2);
		PictureRegion<ChartMark> bar = image.drawing().regions().stream().filter(region -> region.element().kind() == Kind.BAR && region.element().category().equals("Nested"))
				.findFirst().orElseThrow();

		assertEquals("Nested", image.regionAt(2 * bar.area().getCenterX(), 2 * bar.area().getCenterY()).orElseThrow().element().category());
		assertTrue(image.regionAt(0, 0).isEmpty());
		int pixel = image.image().getRGB((int) (2 * bar.area().getCenterX()), (int) (2 * bar.area().getCenterY()));
		assertFalse("the bar's colour is not the background's", pixel == ChartTheme.LIGHT.background().getRGB());
	}

	@Test
	public void drawingAsksForNoOtherDrawing() {
		JFreeChart chart = chart(Studies.hypercall(), Studies.TRAPS, ChartTheme.LIGHT);
		int[] changes = new int[1];
		chart.addChangeListener(event -> changes[0]++);

		chart.createBufferedImage(800, 480);
		chart.createBufferedImage(400, 200);

		assertEquals(0, changes[0]);
	}

	@Test
	public void themesDiffer() {
		int light = image(Studies.hypercall(), Studies.TRAPS, ChartTheme.LIGHT, 80, 48, 1).image()
				.getRGB(0, 0);
		int dark = image(Studies.hypercall(), Studies.TRAPS, ChartTheme.DARK, 80, 48, 1).image().getRGB(0,
				0);

		assertEquals(0xFFFFFFFF, light);
		assertEquals(ChartTheme.DARK.background().getRGB(), dark);
	}

	private static List<PictureRegion<ChartMark>> draw(ExperimentResult result, int width, int height) {
		return image(result, Studies.TRAPS, ChartTheme.LIGHT, width, height, 1).drawing().regions();
	}

	private static JFreeChart chart(ExperimentResult result, ChartSpec spec, ChartTheme theme) {
		return Charts.create(ChartKinds.data(result, spec), theme);
	}

	private static PictureImage<ChartMark> image(ExperimentResult result, ChartSpec spec, ChartTheme theme, int width, int height, double scale) {
		return PictureImage.of(new ChartPicture(ChartKinds.data(result, spec)), width, height, scale, theme);
	}

	private static List<String> texts(List<PictureRegion<ChartMark>> regions, Kind kind) {
		return regions.stream().filter(region -> region.element().kind() == kind).map(PictureRegion::text).toList();
	}

	private static List<String> legend(JFreeChart chart) {
		LegendItemCollection items = chart.getCategoryPlot().getLegendItems();
		return IntStream.range(0, items.getItemCount()).mapToObj(i -> items.get(i).getLabel()).toList();
	}

	/** No label touches another label, a bar or a mark, and all are inside the picture. Boxes around turned names overlap by nature. */
	private static void assertFree(List<PictureRegion<ChartMark>> regions, int width, int height) {
		Rectangle2D picture = new Rectangle2D.Double(0, 0, width, height);
		// a level name has at most three lines
		boolean turned = regions.stream().anyMatch(region -> region.element().kind() == Kind.CATEGORY_LABEL && region.area().getHeight() > 48);
		for (PictureRegion<ChartMark> one : regions) {
			if (one.element().kind() == Kind.BAR || one.element().kind() == Kind.PUBLISHED) {
				continue;
			}
			assertTrue(one + " leaves the picture " + width + " x " + height, picture.contains(one.area()));
			for (PictureRegion<ChartMark> other : regions) {
				boolean names = one.element().kind() == Kind.CATEGORY_LABEL && other.element().kind() == Kind.CATEGORY_LABEL;
				if (one != other && !(names && turned)) {
					assertFalse(one + " lies on " + other + " in " + width + " x " + height, one.area().intersects(other.area()));
				}
			}
		}
	}
}
