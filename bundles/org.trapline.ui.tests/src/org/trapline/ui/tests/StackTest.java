// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.ChartFormat;
import org.trapline.chart.PictureRegion;
import org.trapline.chart.stack.StackMark;
import org.trapline.run.StackDiagram;
import org.trapline.run.StackDiagram.Hop;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.picture.PictureFile;
import org.trapline.ui.stack.StackView;

/** The machine and the levels of the study in the editor, drawn. */
public final class StackTest {

	/** A nested VM whose device L0 keeps. */
	private static final String PASSTHROUGH = """
			import "org.trapline.cpu.x86/skylake"
			import "org.trapline.mechanism.passthrough/passthrough-x86"
			stack Nested on Skylake { L0 Kvm L1 Kvm guest L2 }
			experiment Devices {
				stacks Nested
				workload device_notify, device_interrupt
				measure traps, cycles
			}
			""";

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static StackView view() throws Exception {
		return (StackView) Ui.page().showView(StackView.ID);
	}

	private static StackView open(String stack) {
		StackView view = Ui.get(StackTest::view);
		Ui.await("the picture of " + stack, () -> view.diagram().filter(diagram -> diagram.stack().equals(stack)).isPresent() && view.pixels().isPresent());
		return view;
	}

	private static StackDiagram.Route route(StackView view, String workload) {
		return Ui.get(() -> view.diagram().orElseThrow().routes().stream().filter(each -> each.workload().equals(workload)).findFirst().orElseThrow());
	}

	private static PictureRegion<StackMark> region(StackView view, StackMark.Kind kind, String name) {
		return Ui.get(() -> view.pixels().orElseThrow().drawing().regions().stream()
				.filter(each -> each.element().kind() == kind && each.element().name().equals(name)).findFirst().orElseThrow());
	}

	private static void doubleClick(StackView view, PictureRegion<StackMark> region) {
		Ui.run(() -> {
			Rectangle place = view.canvas().place(region);
			Event event = new Event();
			event.button = 1;
			event.x = place.x + 4;
			event.y = place.y + place.height / 2;
			view.canvas().notifyListeners(SWT.MouseDoubleClick, event);
		});
	}

	@Test
	public void theStudyInTheEditorIsDrawnAtOnce() throws Exception {
		Study.open();
		StackView view = open("Nested");
		List<String> boxes = Ui.get(() -> view.pixels().orElseThrow().drawing().regions().stream().map(PictureRegion::element)
				.filter(mark -> mark.kind() != StackMark.Kind.ROUTE).map(StackMark::name).toList());
		assertEquals(List.of("Moonshot", "nic", "KvmNonVhe", "KvmNonVhe", "guest"), boxes.stream().sorted(Comparator.comparingInt(name -> List.of("Moonshot", "nic", "KvmNonVhe", "guest").indexOf(name))).toList());
		assertEquals("the workload that the experiment runs", Set.of("hypercall"), Ui.get(view::drawn));
		assertEquals("a nested hypercall traps to L0, is forwarded to L1, and returns", List.of(Hop.Kind.TRAP, Hop.Kind.FORWARD, Hop.Kind.RETURN),
				route(view, "hypercall").hops().stream().map(Hop::kind).toList());
		Ui.screenshot("stack");
	}

	@Test
	public void theWaysThatTheUserChecksAreDrawn() throws Exception {
		Study.open();
		StackView view = open("Nested");
		Ui.run(() -> view.choose(Set.of("hypercall", "virtual_ipi", "virtual_eoi")));
		Ui.await("three ways", () -> view.drawn().equals(Set.of("hypercall", "virtual_ipi", "virtual_eoi")) && view.pixels().isPresent());
		assertTrue("an IPI reaches the other core", route(view, "virtual_ipi").hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.SIGNAL));
		Ui.screenshot("stack-ways");
	}

	@Test
	public void aMechanismChangesTheWayBeforeTheFileIsSaved() throws Exception {
		Study study = Study.open(PASSTHROUGH);
		StackView view = open("Nested");
		Ui.await("the way of the device's notification", () -> view.drawn().contains("device_notify"));
		StackDiagram.Route before = route(view, "device_notify");
		assertTrue("L1's device: L0 forwards the notification", before.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.FORWARD));
		Ui.screenshot("stack-devices");
		study.replace("L1 Kvm guest L2", "L1 Kvm guest L2 mechanism passthrough.physical assign nic to L2");
		Ui.await("the device at L2", () -> view.diagram().flatMap(diagram -> diagram.machine().devices().get(0).assigned()).filter(level -> level == 2).isPresent()
				&& view.pixels().isPresent());
		assertEquals("no level is between", List.of(Hop.Kind.DIRECT), route(view, "device_notify").hops().stream().map(Hop::kind).toList());
		assertTrue("what is drawn is not saved yet", Ui.get(() -> study.editor().isDirty()));
		Ui.screenshot("stack-passthrough");
		study.undo();
		Ui.await("the way as it was", () -> route(view, "device_notify").equals(before));
	}

	@Test
	public void aDoubleClickGoesToTheText() throws Exception {
		Study.open();
		StackView view = open("Nested");
		doubleClick(view, region(view, StackMark.Kind.LEVEL, "guest"));
		IEditorPart editor = Ui.get(() -> Ui.page().getActiveEditor());
		assertTrue(Ui.get(() -> ((ITextSelection) ((ITextEditor) editor).getSelectionProvider().getSelection()).getText()).startsWith("stack Nested "));
		doubleClick(view, region(view, StackMark.Kind.MACHINE, "Moonshot"));
		assertEquals("the machine is of a library", "x-gene.trapline", Ui.get(() -> Ui.page().getActiveEditor().getTitle()));
	}

	@Test
	public void aDoubleClickOnAWayShowsItsTraps() throws Exception {
		Study.open();
		StackView view = open("Nested");
		doubleClick(view, region(view, StackMark.Kind.ROUTE, "hypercall"));
		Ui.await("its traps", () -> Ui.page().findView(TrapFlowView.ID) instanceof TrapFlowView flow
				&& flow.flow().filter(shown -> shown.title().equals("hypercall on Nested")).isPresent());
	}

	@Test
	public void theStackWithTheCaretIsDrawn() throws Exception {
		Study study = Study.open();
		open("Nested");
		int there = study.offset("stack NestedVhe");
		Ui.run(() -> {
			Ui.page().activate(study.editor());
			((ITextEditor) study.editor()).selectAndReveal(there + 2, 0);
		});
		open("NestedVhe");
	}

	@Test
	public void anErrorInTheTextIsSaid() throws Exception {
		Study study = Study.open();
		StackView view = open("Nested");
		study.replace("L0 KvmNonVhe L1 KvmNonVhe", "L0 KvmNonVhe L1 KvmWhat");
		Ui.await("what is wrong", () -> view.diagram().isEmpty());
		assertTrue(Ui.get(view::problem), Ui.get(view::problem).contains("KvmWhat"));
		Ui.screenshot("stack-error");
		study.undo();
		Ui.await("the picture again", () -> view.diagram().isPresent());
	}

	@Test
	public void thePictureIsExported() throws Exception {
		Study.open();
		StackView view = open("Nested");
		for (ChartFormat format : ChartFormat.values()) {
			Path file = folder.getRoot().toPath().resolve("stack." + format.extension());
			Ui.start(() -> PictureFile.write(Ui.window().getShell(), view.canvas().picture().orElseThrow(), format, file));
			Ui.await("the file", () -> Files.exists(file));
			assertNotEquals(0, Files.size(file));
		}
	}

	@Test
	public void withoutStudyTheViewSaysWhatToDo() {
		Ui.run(StackTest::view);
		Ui.await("the hint", () -> !Ui.find(Ui.window().getShell(), Label.class, label -> label.getText().equals("No stack yet")).isEmpty());
		Ui.screenshot("stack-empty");
	}
}
