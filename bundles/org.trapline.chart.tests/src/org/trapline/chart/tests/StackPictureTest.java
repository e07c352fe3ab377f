// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.export.ChartExport;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.PictureImage;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.chart.stack.StackMark;
import org.trapline.chart.stack.StackPicture;
import org.trapline.run.picture.StackDiagram;
import org.trapline.run.picture.StackDiagram.Hop;

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
				stack Posted extends Virtual { mechanism passthrough.posted }
				platform Large { cpu x86.skylake clock 2.2 GHz cores 64 threads 2 costs Skylake device nic : network device ssd : disk }
				stack Big on Large { L0 Kvm guest L1 pin L1 vcpu 0 to core 40 }
				stack Split on Large { L0 Kvm guest L1 mechanism passthrough.physical assign nic to L1 }
				stack Svt on HaswellSvt { L0 KvmSvt L1 KvmSvt guest L2 mechanism svt.hardware }
				stack Software on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 mechanism svt.software }
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
		return regions(new StackPicture(diagram.withRoutes(List.of())));
	}

	private static List<PictureRegion<StackMark>> of(List<PictureRegion<StackMark>> regions, StackMark.Kind kind) {
		return regions.stream().filter(region -> region.element().kind() == kind).toList();
	}

	private static List<PictureRegion<StackMark>> regions(StackPicture picture) {
		return PictureImage.of(picture, (int) picture.size().width(), (int) picture.size().height(), 1, ChartTheme.LIGHT).drawing().regions();
	}

	@Test
	public void aNestedNotificationGoesByL0ToL1() throws Exception {
		assertEquals(List.of(new Hop(Hop.Kind.TRAP, 2, 0), new Hop(Hop.Kind.FORWARD, 0, 1), service(1), new Hop(Hop.Kind.RETURN, 1, 2)), way("Nested", "device_notify"));
	}

	private static Hop service(int level) {
		return new Hop(Hop.Kind.SERVICE, level, Hop.HARDWARE, List.of("nic"), "");
	}

	@Test
	public void passthroughOfThePhysicalDeviceNeedsNoHypervisor() throws Exception {
		assertEquals(List.of(new Hop(Hop.Kind.DIRECT, 2, Hop.HARDWARE, List.of("nic"), "")), way("Physical", "device_notify"));
		assertEquals(List.of(new Hop(Hop.Kind.DIRECT, Hop.HARDWARE, 2, List.of("nic"), "")), way("Physical", "device_interrupt"));
		assertEquals(2, diagram("Physical").machine().devices().get(0).assigned().orElseThrow().intValue());
	}

	@Test
	public void virtualPassthroughLeavesL1OutOfTheNotificationOnly() throws Exception {
		assertEquals(List.of(new Hop(Hop.Kind.TRAP, 2, 0), service(0), new Hop(Hop.Kind.RETURN, 0, 2)), way("Virtual", "device_notify"));
		assertEquals(List.of(new Hop(Hop.Kind.INTERRUPT, Hop.HARDWARE, 0, List.of("nic"), ""), new Hop(Hop.Kind.FORWARD, 0, 1), new Hop(Hop.Kind.RETURN, 1, 2)),
				way("Virtual", "device_interrupt"));
	}

	@Test
	public void aPostedInterruptGoesFromL0ToTheGuest() throws Exception {
		assertEquals(List.of(new Hop(Hop.Kind.SERVICE, Hop.HARDWARE, 0, List.of("nic"), ""), new Hop(Hop.Kind.DIRECT, 0, 2)), way("Posted", "device_interrupt"));
	}

	@Test
	public void onlyADeviceOfTheGuestIsReachedWithoutATrap() throws Exception {
		assertEquals("the disk stays with L0", List.of("nic"), way("Split", "device_notify").get(0).devices());
	}

	@Test
	public void allDevicesThatL0HasAreNotified() throws Exception {
		assertEquals(List.of("nic", "ssd"), way("Big", "device_notify").get(1).devices());
	}

	@Test
	public void svtChangesThreadsWhereverATrapOrAnEntryWas() throws Exception {
		assertEquals(List.of("L2 traps to L0, by thread_stall in place of vm_exit", "L0 forwards it to L1, by thread_resume in place of vm_entry",
				"L1 has handled it: L2 goes on, by thread_stall in place of vm_exit, thread_resume in place of vm_entry"), words("Svt"));
	}

	@Test
	public void svtInSoftwareSendsCommandsBetweenHypervisorsOnly() throws Exception {
		assertEquals(List.of("L2 traps to L0", "L0 forwards it to L1, by command_mwait in place of vm_entry",
				"L1 has handled it: L2 goes on, by command_mwait in place of vm_exit"), words("Software"));
	}

	private static List<String> words(String stack) throws Exception {
		return way(stack, "nested_cpuid").stream().map(Hop::words).filter(words -> !words.startsWith("between ")).toList();
	}

	@Test
	public void devicesHaveTheirWaysAtOnce() throws Exception {
		assertEquals(List.of("device_notify", "device_interrupt"), diagram("Virtual").usual());
		StackPicture picture = new StackPicture(diagram("Virtual").withRoutes(diagram("Virtual").usual()));
		PictureRegion<StackMark> nic = of(regions(picture), StackMark.Kind.DEVICE).get(0);
		List<String> there = regions(picture).stream().filter(region -> region.element().kind() == StackMark.Kind.ROUTE && region.area().intersects(nic.area()))
				.map(region -> region.element().name()).distinct().sorted().toList();
		assertEquals("lines end at the device", List.of("device_interrupt", "device_notify"), there);
	}

	@Test
	public void aHypervisorsOwnDeviceIsPartOfIt() throws Exception {
		StackPicture picture = new StackPicture(diagram("Nested").withRoutes(List.of("device_notify")));
		List<PictureRegion<StackMark>> all = regions(picture);
		PictureRegion<StackMark> own = of(all, StackMark.Kind.DEVICE).stream().filter(device -> device.element().level() == 1).findFirst().orElseThrow();
		assertEquals("virtual nic", own.element().name());
		PictureRegion<StackMark> l1 = of(all, StackMark.Kind.LEVEL).stream().filter(level -> level.element().level() == 1).findFirst().orElseThrow();
		assertTrue("it is in the hypervisor's box", l1.area().contains(own.area()));
		assertTrue("the line to the machine's device begins there", of(all, StackMark.Kind.ROUTE).stream()
				.anyMatch(line -> line.text().contains("with its own device, on nic") && line.area().intersects(own.area())));
		assertTrue(own.text(), own.text().startsWith("L1's own device, with which it serves its guest, on nic\nDouble-click"));
		assertTrue("with virtual passthrough L1 has none", of(regions(new StackPicture(diagram("Virtual"))), StackMark.Kind.DEVICE).stream()
				.allMatch(device -> device.element().level() == 0));
	}

	@Test
	public void numbersOfAllWaysHaveRoomOfTheirOwn() throws Exception {
		for (String stack : List.of("Nested", "Physical", "Posted", "Deep", "Split")) {
			List<PictureRegion<StackMark>> all = regions(new StackPicture(diagram(stack)));
			List<PictureRegion<StackMark>> steps = of(all, StackMark.Kind.STEP);
			assertTrue(stack + " has more than 12 ways", diagram(stack).routes().size() >= 12);
			assertTrue(stack + " has a number at each", steps.size() >= diagram(stack).routes().stream().mapToInt(route -> route.hops().size()).sum());
			for (PictureRegion<StackMark> step : steps) {
				for (PictureRegion<StackMark> other : all) {
					assertTrue(stack + ": " + step + " lies over " + other, step == other || other.element().kind() == StackMark.Kind.ROUTE || !step.area().intersects(other.area()));
				}
			}
		}
	}

	@Test
	public void aWayHasALetterAndItsStepsHaveNumbers() throws Exception {
		StackPicture picture = new StackPicture(diagram("Nested").withRoutes(List.of("hypercall", "device_notify")));
		assertEquals("B", picture.letter("hypercall").orElseThrow());
		assertTrue(of(regions(picture), StackMark.Kind.STEP).stream().anyMatch(step -> step.text().equals("B2, hypercall: L0 forwards it to L1")));
	}

	@Test
	public void aWayThatIsLookedAtMakesTheOthersFaint() throws Exception {
		StackPicture all = new StackPicture(diagram("Nested").withRoutes(List.of("hypercall", "device_notify")));
		StackPicture one = all.lookAt(Optional.of("hypercall"));
		assertEquals(color(all, "hypercall"), color(one, "hypercall"));
		assertNotEquals(color(all, "device_notify"), color(one, "device_notify"));
		assertEquals("what is not there is not looked at", Optional.empty(), all.lookAt(Optional.of("cpuid")).looked());
	}

	/** The colour of the number of a way's first step, right of its left edge. */
	private static int color(StackPicture picture, String workload) {
		PictureRegion<StackMark> step = of(regions(picture), StackMark.Kind.STEP).stream().filter(each -> each.element().name().equals(workload)).findFirst().orElseThrow();
		return PictureImage.of(picture, (int) picture.size().width(), (int) picture.size().height(), 1, ChartTheme.LIGHT).image()
				.getRGB((int) step.area().getX() + 2, (int) step.area().getCenterY());
	}

	@Test
	public void manyCoresAreFoldedAroundThosePinnedTo() throws Exception {
		assertEquals(List.of("cores 8 to 39", "cores 41 to 63"), folded(new StackPicture(diagram("Big"))));
		assertEquals(List.of("cores 41 to 63"), folded(new StackPicture(diagram("Big"), 39)));
		assertEquals(List.of(), folded(new StackPicture(diagram("Big"), 64)));
		assertTrue("it becomes larger", new StackPicture(diagram("Big"), 64).size().height() > new StackPicture(diagram("Big")).size().height());
	}

	private static List<String> folded(StackPicture picture) {
		return of(regions(picture), StackMark.Kind.CORES).stream().map(region -> region.element().name()).toList();
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
		assertEquals("what the experiment runs, and what devices do", List.of("send_ipi", "device_notify", "device_interrupt"), diagram("Nested").usual());
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
