// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.ChartExport;
import org.trapline.chart.ChartFormat;
import org.trapline.chart.ChartTheme;
import org.trapline.chart.PictureImage;
import org.trapline.chart.PictureRegion;
import org.trapline.chart.stack.StackMark;
import org.trapline.chart.stack.StackPicture;
import org.trapline.run.StackDiagram;
import org.trapline.run.StackDiagram.Hop;

/** The picture of a stack: the ways are the engine's, and boxes have room of their own. */
public class StackPictureTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Path study;

	@BeforeClass
	public static void write() throws Exception {
		study = Files.writeString(FOLDER.getRoot().toPath().resolve("s.trapline"), """
				import "org.trapline.cpu.smt/haswell-smt"
				import "org.trapline.cpu.x86/skylake"
				import "org.trapline.mechanism.passthrough/passthrough-x86"
				stack Nested on Skylake { L0 Kvm L1 Kvm guest L2 }
				stack Physical extends Nested { mechanism passthrough.physical assign nic to L2 }
				stack Virtual extends Nested { mechanism passthrough.virtual }
				stack Deep on Skylake { L0 Kvm L1 Kvm L2 Kvm guest L3 pin L3 vcpu 0 to core 1 pin L3 vcpu 1 to core 2 }
				experiment E { stacks Nested workload device_notify, send_ipi measure traps }
				""");
	}

	private static StackDiagram diagram(String stack) throws Exception {
		return new org.trapline.run.Studies(Studies.CATALOG).diagram(study, stack);
	}

	private static List<Hop> way(String stack, String workload) throws Exception {
		return diagram(stack).withRoutes(List.of(workload)).routes().get(0).hops();
	}

	private static List<PictureRegion<StackMark>> regions(StackDiagram diagram) {
		StackPicture picture = new StackPicture(diagram);
		return PictureImage.of(picture, (int) picture.size().width(), (int) picture.size().height(), 1, ChartTheme.LIGHT).drawing().regions();
	}

	@Test
	public void aNestedNotificationGoesByL0ToL1() throws Exception {
		assertEquals(List.of(new Hop(Hop.Kind.TRAP, 2, 0), new Hop(Hop.Kind.FORWARD, 0, 1), new Hop(Hop.Kind.RETURN, 1, 2)), way("Nested", "device_notify"));
	}

	@Test
	public void passthroughOfThePhysicalDeviceNeedsNoHypervisor() throws Exception {
		assertEquals(List.of(new Hop(Hop.Kind.DIRECT, 2, Hop.HARDWARE)), way("Physical", "device_notify"));
		assertEquals(2, diagram("Physical").machine().devices().get(0).assigned().orElseThrow().intValue());
	}

	@Test
	public void virtualPassthroughLeavesL1Out() throws Exception {
		assertEquals(List.of(new Hop(Hop.Kind.TRAP, 2, 0), new Hop(Hop.Kind.RETURN, 0, 2)), way("Virtual", "device_notify"));
	}

	@Test
	public void anInterruptOfAnotherCoreGoesThroughTheMachine() throws Exception {
		assertTrue(way("Nested", "send_ipi").stream().anyMatch(hop -> hop.kind() == Hop.Kind.SIGNAL && hop.to() == Hop.HARDWARE));
	}

	@Test
	public void onlyWhatCanHappenOnThePlatformHasAWay() throws Exception {
		List<String> ways = diagram("Nested").routes().stream().map(StackDiagram.Route::workload).toList();
		assertTrue(ways.toString(), ways.contains("device_notify"));
		assertFalse("it needs another platform", ways.contains("nested_cpuid"));
		assertEquals("what the experiment runs comes first", List.of("device_notify", "send_ipi"), diagram("Nested").usual());
	}

	@Test
	public void boxesDoNotOverlap() throws Exception {
		List<PictureRegion<StackMark>> boxes = regions(diagram("Deep")).stream().filter(region -> region.element().kind() != StackMark.Kind.ROUTE).toList();
		assertEquals("machine, device, three hypervisors, the guest", 6, boxes.size());
		for (PictureRegion<StackMark> one : boxes) {
			for (PictureRegion<StackMark> other : boxes) {
				assertTrue(one.element() + " and " + other.element(), one == other || !one.area().intersects(other.area()));
			}
		}
	}

	@Test
	public void higherLevelsAreHigher() throws Exception {
		List<PictureRegion<StackMark>> levels = regions(diagram("Deep")).stream().filter(region -> region.element().kind() == StackMark.Kind.LEVEL)
				.sorted((a, b) -> a.element().level() - b.element().level()).toList();
		for (int i = 1; i < levels.size(); i++) {
			assertTrue("L" + i, levels.get(i).area().getMaxY() < levels.get(i - 1).area().getY());
		}
	}

	@Test
	public void pinnedVcpusStandInTheirCores() throws Exception {
		assertEquals(List.of("L3 vCPU 0"), diagram("Deep").machine().cores().get(1).threads().get(0));
	}

	@Test
	public void everyPartIsInThePictureAndEveryFormatIsWritten() throws Exception {
		StackPicture picture = new StackPicture(diagram("Deep").withRoutes(List.of("hypercall", "send_ipi")));
		for (PictureRegion<StackMark> region : PictureImage.of(picture, (int) picture.size().width(), (int) picture.size().height(), 1, ChartTheme.DARK).drawing().regions()) {
			assertTrue(region.element().toString(), region.area().getX() >= 0 && region.area().getY() >= 0
					&& region.area().getMaxX() <= picture.size().width() + 1 && region.area().getMaxY() <= picture.size().height() + 1);
		}
		for (ChartFormat format : ChartFormat.values()) {
			Path file = FOLDER.getRoot().toPath().resolve("stack." + format.extension());
			ChartExport.write(picture, format, file);
			assertTrue(format.name(), Files.size(file) > 1000);
		}
	}
}
