// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.export.ChartExport;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.flow.FlamePicture;
import org.trapline.chart.flow.FlamePicture.ColorBy;
import org.trapline.chart.flow.FlowMark;
import org.trapline.chart.flow.FlowPicture;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureImage;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.run.explain.FlowNode;
import org.trapline.run.explain.TrapFlow;

/** Pictures of a trap flow: every row in its place, only what is open, and parts as wide as their cycles. */
public class FlowPictureTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static TrapFlow flow;

	@BeforeClass
	public static void explain() throws Exception {
		Path study = Files.writeString(FOLDER.getRoot().toPath().resolve("s.trapline"), "import \"org.trapline.cpu.arm/x-gene\"\n"
				+ "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n");
		flow = new TrapFlow(new org.trapline.run.Studies(Studies.CATALOG).explain(study, "Nested", "hypercall"));
	}

	private static List<PictureRegion<FlowMark>> regions(Picture<FlowMark> picture) {
		return PictureImage.of(picture, (int) picture.size().width(), (int) picture.size().height(), 1, ChartTheme.DARK).drawing().regions();
	}

	private static List<FlowNode> rows(List<PictureRegion<FlowMark>> regions) {
		return regions.stream().map(PictureRegion::element).filter(mark -> mark.part() == FlowMark.Part.ROW).map(FlowMark::row).toList();
	}

	@Test
	public void onlyWhatIsOpenIsDrawn() {
		assertEquals(List.of("one iteration of hypercall"), rows(regions(new FlowPicture(flow, Set.of()))).stream().map(FlowNode::label).toList());
		List<FlowNode> rows = rows(regions(new FlowPicture(flow, Set.copyOf(flow.openAtFirst()))));
		assertEquals(List.of("one iteration of hypercall", "hypercall", "exception_entry", "forwards hypercall to L1", "handles hypercall", "back to L2"),
				rows.stream().map(FlowNode::label).toList());
	}

	@Test
	public void rowsFollowEachOtherAndLieWithinThePicture() {
		FlowPicture picture = FlowPicture.toDepth(flow, 4);
		Rectangle2D whole = new Rectangle2D.Double(0, 0, picture.size().width(), picture.size().height());
		double bottom = 0;
		for (PictureRegion<FlowMark> region : regions(picture)) {
			assertTrue(region.toString(), whole.contains(region.area()));
			if (region.element().part() == FlowMark.Part.ROW) {
				assertTrue(region.toString(), region.area().getY() >= bottom);
				bottom = region.area().getMaxY();
			}
		}
		assertTrue(rows(regions(picture)).size() > 100);
	}

	@Test
	public void aRowThatOpensHasSomethingToClickOn() {
		List<PictureRegion<FlowMark>> regions = regions(new FlowPicture(flow, Set.of()));
		assertTrue(regions.stream().anyMatch(region -> region.element().part() == FlowMark.Part.TOGGLE && region.element().row().equals(flow.root())));
	}

	@Test
	public void whatIsOutOfSightIsToldAllTheSame() {
		FlowPicture picture = FlowPicture.toDepth(flow, 4);
		int all = regions(picture).size();
		assertEquals(all, PictureImage.part(picture, 400, 200, 1, ChartTheme.LIGHT, 0, 1000).drawing().regions().size());
	}

	@Test
	public void partsAreAsWideAsTheirCyclesAndLieBelowTheirWhole() {
		List<PictureRegion<FlowMark>> regions = regions(new FlamePicture(flow.root(), ColorBy.LEVEL));
		Rectangle2D whole = area(regions, flow.root());
		FlowNode hypercall = flow.root().parts().get(0);
		assertEquals(whole.getWidth(), area(regions, hypercall).getWidth(), 0.01);
		Set<FlowNode> seen = new HashSet<>();
		for (FlowNode part : hypercall.parts()) {
			if (part.cycles() * whole.getWidth() / flow.root().cycles() >= 1) {
				Rectangle2D area = area(regions, part);
				assertEquals(part.toString(), whole.getWidth() * part.cycles() / flow.root().cycles(), area.getWidth(), 0.01);
				assertEquals(area(regions, hypercall).getMaxY(), area.getY(), 0.01);
				seen.add(part);
			}
		}
		assertEquals("forwarding and handling", 2, seen.size());
	}

	private static Rectangle2D area(List<PictureRegion<FlowMark>> regions, FlowNode row) {
		return regions.stream().filter(region -> region.element().row().equals(row) && region.element().part() == FlowMark.Part.ROW).findFirst()
				.orElseThrow(() -> new AssertionError("no " + row)).area();
	}

	@Test
	public void everyFormatHasThePicture() throws Exception {
		for (Picture<FlowMark> picture : List.of(FlowPicture.toDepth(flow, 2), new FlamePicture(flow.root(), ColorBy.CAUSE))) {
			for (ChartFormat format : ChartFormat.values()) {
				ByteArrayOutputStream out = new ByteArrayOutputStream();
				ChartExport.write(picture, format, picture.size(), 1, out);
				assertTrue(format.toString(), out.size() > 1000);
				if (format == ChartFormat.SVG) {
					assertTrue(out.toString(StandardCharsets.UTF_8).contains(">handles hypercall</text"));
				}
			}
		}
	}
}
