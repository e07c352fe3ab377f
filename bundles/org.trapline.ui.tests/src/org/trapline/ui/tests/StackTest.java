// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.chart.stack.StackMark;
import org.trapline.chart.stack.StackPicture;
import org.trapline.run.picture.StackDiagram;
import org.trapline.run.picture.StackDiagram.Hop;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.picture.PictureFile;
import org.trapline.ui.stack.StackView;

/** The machine and the levels of the study in the editor, drawn. */
public final class StackTest {

	private static final Set<StackMark.Kind> BOXES = Set.of(StackMark.Kind.MACHINE, StackMark.Kind.DEVICE, StackMark.Kind.LEVEL);

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
				.filter(mark -> BOXES.contains(mark.kind())).map(StackMark::name).toList());
		assertEquals("L1 has a device of its own for its guest", List.of("Moonshot", "nic", "KvmNonVhe", "virtual nic", "KvmNonVhe", "guest").stream().sorted().toList(),
				boxes.stream().sorted().toList());
		assertEquals("what the experiment runs, and how the device and the guest reach each other", Set.of("hypercall", "device_io", "device_interrupt"), Ui.get(view::drawn));
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

	private static Table ways(StackView view) {
		return Ui.get(() -> Ui.find(view.canvas().getParent().getParent(), Table.class, table -> true).getFirst());
	}

	private static void select(Table ways, int row) {
		Ui.run(() -> {
			ways.setSelection(row);
			ways.notifyListeners(SWT.Selection, new Event());
		});
	}

	private static StackPicture picture(StackView view) {
		return (StackPicture) view.canvas().picture().orElseThrow();
	}

	@Test
	public void theWayThatIsSelectedInTheTableIsLookedAt() throws Exception {
		Study.open();
		StackView view = open("Nested");
		Table ways = ways(view);
		assertEquals("its letter in the picture stands in the table", "A", Ui.get(() -> ways.getItem(0).getText(0)));
		select(ways, 0);
		Ui.await("the first way", () -> picture(view).looked().equals(Optional.of(ways.getItem(0).getText(1))) && view.pixels().isPresent());
		Ui.screenshot("stack-look");
		Ui.run(() -> {
			Event escape = new Event();
			escape.keyCode = SWT.ESC;
			view.canvas().notifyListeners(SWT.KeyDown, escape);
		});
		assertEquals("Escape shows all again", Optional.empty(), Ui.get(() -> picture(view).looked()));
		assertEquals(0, Ui.get(ways::getSelectionCount).intValue());
	}

	@Test
	public void aStepThatIsClickedSelectsItsWayInTheTable() throws Exception {
		Study.open();
		StackView view = open("Nested");
		click(view, region(view, StackMark.Kind.STEP, "hypercall"));
		Table ways = ways(view);
		assertEquals("hypercall", Ui.get(() -> ways.getSelection()[0].getText(1)));
		assertEquals(Optional.of("hypercall"), Ui.get(() -> picture(view).looked()));
	}

	private static void click(StackView view, PictureRegion<StackMark> region) {
		Ui.run(() -> {
			Rectangle place = view.canvas().place(region);
			for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
				Event event = new Event();
				event.button = 1;
				event.x = place.x + place.width / 2;
				event.y = place.y + place.height / 2;
				view.canvas().notifyListeners(type, event);
			}
		});
	}

	@Test
	public void foldedCoresUnfold() throws Exception {
		Study.open(PASSTHROUGH.replace("stack Nested on Skylake", "platform Big { cpu x86.skylake clock 2.2 GHz cores 100 costs Skylake device nic : network }\nstack Nested on Big"));
		StackView view = open("Nested");
		Ui.screenshot("stack-cores");
		doubleClick(view, region(view, StackMark.Kind.CORES, "cores 8 to 99"));
		Ui.await("the next cores", () -> view.pixels().isPresent() && view.pixels().get().drawing().regions().stream()
				.anyMatch(each -> each.element().name().equals("cores 72 to 99")));
		Ui.screenshot("stack-cores-unfolded");
		Ui.run(() -> Actions.of(view, "Fold Cores").run());
		Ui.await("as before", () -> view.pixels().isPresent() && view.pixels().get().drawing().regions().stream().anyMatch(each -> each.element().name().equals("cores 8 to 99")));
	}

	@Test
	public void manyWaysAreDrawnAtOnce() throws Exception {
		Study.open(PASSTHROUGH);
		StackView view = open("Nested");
		Set<String> twelve = Ui.get(() -> view.diagram().orElseThrow().routes().stream().map(StackDiagram.Route::workload).limit(12).collect(Collectors.toSet()));
		Ui.run(() -> view.choose(twelve));
		Ui.await("twelve ways", () -> view.drawn().equals(twelve) && view.pixels().isPresent());
		assertTrue("its text can be read, and is scrolled", Ui.get(() -> view.canvas().magnification()) >= 0.6);
		Ui.screenshot("stack-many");
		Ui.run(() -> Actions.of(view, "Fit").run());
		assertTrue("all of it in sight when one asks for that", Ui.get(() -> view.canvas().magnification()) < 0.6);
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
