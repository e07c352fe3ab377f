// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.Sample;
import org.trapline.chart.export.ChartFormat;
import org.trapline.run.explain.FlowNode;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.picture.DetailTable;
import org.trapline.ui.picture.PictureCanvas;
import org.trapline.ui.picture.PictureFile;

/** One operation, trap by trap, in the workbench. */
public final class TrapFlowTest {

	/** L6 of non-VHE hypervisors on ARMv8.3: its traps are beyond 10^9. */
	static final String TOWER = """
			import "org.trapline.cpu.arm/x-gene"
			stack Tower on Moonshot {
				L0 KvmNonVhe
				L1 KvmNonVhe
				L2 KvmNonVhe
				L3 KvmNonVhe
				L4 KvmNonVhe
				L5 KvmNonVhe
				guest L6
			}
			experiment Deep {
				stacks Tower
				workload hypercall
				measure traps, cycles
			}
			""";

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static TrapFlowView view() throws Exception {
		return (TrapFlowView) Ui.page().showView(TrapFlowView.ID);
	}

	private static TrapFlowView open(String title) {
		TrapFlowView view = Ui.get(TrapFlowTest::view);
		Ui.await("the flow of " + title, () -> view.flow().filter(flow -> flow.title().equals(title)).isPresent() && view.pixels().isPresent());
		return view;
	}

	private static void press(int key) {
		Ui.run(() -> {
			PictureCanvas<?> canvas = Ui.find(Ui.window().getShell(), PictureCanvas.class, found -> true).getFirst();
			canvas.setFocus();
			Event event = new Event();
			event.keyCode = key;
			canvas.notifyListeners(SWT.KeyDown, event);
		});
	}

	private static Optional<DetailTable.Line> detail(TrapFlowView view, String name) {
		return Ui.get(() -> view.details().stream().filter(line -> line.name().equals(name)).findFirst());
	}

	@Test
	public void theStudyInTheEditorIsShownAtOnce() throws Exception {
		Study.open();
		TrapFlowView view = open("hypercall on Nested");
		assertEquals(126, Ui.get(() -> view.flow().orElseThrow().root().traps()).longValue());
		List<String> rows = Ui.get(() -> view.pixels().orElseThrow().drawing().regions().stream().map(region -> region.element().row().label()).distinct().toList());
		assertTrue(rows.toString(), rows.containsAll(List.of("one iteration of hypercall", "hypercall", "forwards hypercall to L1", "handles hypercall", "back to L2")));
		Ui.screenshot("flow");
	}

	@Test
	public void aBarLeadsToItsTraps() throws Exception {
		Study study = Study.open();
		study.run();
		Sample sample = Ui.get(() -> Study.results().answer().orElseThrow().samples().stream()
				.filter(each -> each.row().stack().equals("NestedVhe")).findFirst().orElseThrow());
		Ui.run(() -> TrapFlowView.show(Ui.page(), sample));
		TrapFlowView view = open("hypercall on NestedVhe");
		assertEquals(82, Ui.get(() -> view.flow().orElseThrow().root().traps()).longValue());
	}

	@Test
	public void keysGoThroughTheRows() throws Exception {
		Study.open();
		TrapFlowView view = open("hypercall on Nested");
		press(SWT.ARROW_DOWN);
		assertEquals("hypercall", Ui.get(() -> view.selected().orElseThrow().label()));
		press(SWT.ARROW_RIGHT);
		press(SWT.ARROW_DOWN);
		assertEquals("forwards hypercall to L1", Ui.get(() -> view.selected().orElseThrow().label()));
		press(SWT.ARROW_RIGHT);
		assertEquals("vector: exception class", Ui.get(() -> view.selected().orElseThrow().label()));
		press(SWT.ARROW_LEFT);
		press(SWT.ARROW_LEFT);
		assertEquals("closed, and still selected", "forwards hypercall to L1", Ui.get(() -> view.selected().orElseThrow().label()));
		press(SWT.ARROW_LEFT);
		assertEquals("hypercall", Ui.get(() -> view.selected().orElseThrow().label()));
		Ui.run(view::nextTrap);
		FlowNode trap = Ui.get(() -> view.selected().orElseThrow());
		assertEquals("the first trap of L1, inside what it does for the hypercall", 1, trap.level());
		assertEquals(FlowNode.Kind.TRAP, trap.kind());
		Ui.await("the picture with the trap in sight", () -> view.pixels().isPresent());
		Ui.screenshot("flow-step");
	}

	@Test
	public void aTrapSaysRegisterRuleAndWhoSetsIt() throws Exception {
		Study.open();
		TrapFlowView view = open("hypercall on Nested");
		Ui.run(() -> {
			for (int i = 0; i < 2; i++) {
				view.nextTrap();
			}
		});
		DetailTable.Line rule = detail(view, "Rule").orElseThrow();
		assertTrue(rule.toString(), rule.value().startsWith("traps") && rule.value().contains("L0 sets it"));
		DetailTable.Line register = detail(view, "Register").orElseThrow();
		assertTrue(register.toString(), register.place().startsWith("arm, line "));
	}

	@Test
	public void aStepLeadsToItsLineInTheModel() throws Exception {
		Study.open();
		TrapFlowView view = open("hypercall on Nested");
		press(SWT.ARROW_DOWN);
		press(SWT.ARROW_RIGHT);
		press(SWT.ARROW_DOWN);
		press(SWT.ARROW_RIGHT);
		DetailTable.Line step = detail(view, "Step").orElseThrow();
		assertTrue(step.toString(), step.place().startsWith("kvm-2017, line "));
		Ui.run(() -> step.open().orElseThrow().run());
		IEditorPart editor = Ui.get(() -> Ui.page().getActiveEditor());
		assertEquals("kvm-2017.trapline", editor.getTitle());
		String selected = Ui.get(() -> ((ITextSelection) ((ITextEditor) editor).getSelectionProvider().getSelection()).getText());
		assertTrue(selected, selected.contains("step \"vector: exception class\""));
		assertEquals("a library cannot be changed", false, Ui.get(() -> ((ITextEditor) editor).isEditable()));
	}

	@Test
	public void cyclesAreShownByLevelAndByCause() throws Exception {
		Study.open();
		TrapFlowView view = open("hypercall on Nested");
		for (TrapFlowView.Face face : List.of(TrapFlowView.Face.LEVELS, TrapFlowView.Face.CAUSES)) {
			Ui.run(() -> view.show(face));
			Ui.await("the picture", () -> view.pixels().isPresent());
			assertTrue(Ui.get(() -> view.pixels().orElseThrow().drawing().regions().size()) > 20);
			Ui.screenshot("flow-" + face.name().toLowerCase());
		}
	}

	@Test
	public void anEditIsShownAndWhatWasOpenStaysOpen() throws Exception {
		Study study = Study.open();
		TrapFlowView view = open("hypercall on Nested");
		study.replace("stack Nested ", "/* first */ stack Nested ");
		study.replace("L0 KvmNonVhe L1 KvmNonVhe", "L0 KvmNonVhe L1 KvmVhe");
		Ui.await("82 traps with VHE", () -> view.flow().filter(flow -> flow.root().traps() == 82).isPresent());
		study.replace("L0 KvmNonVhe L1 KvmVhe", "L0 KvmNonVhe L1 KvmWhat");
		Ui.await("what is wrong", () -> view.flow().isEmpty());
		Ui.screenshot("flow-error");
		study.undo();
		Ui.await("the flow again", () -> view.flow().isPresent());
	}

	@Test
	public void aBillionTrapsAreFewRows() throws Exception {
		Study.open(TOWER);
		TrapFlowView view = open("hypercall on Tower");
		assertTrue(Ui.get(() -> view.flow().orElseThrow().root().traps()) > 1_000_000_000L);
		Ui.run(() -> {
			for (int i = 0; i < 5; i++) {
				view.nextTrap();
			}
		});
		Ui.await("the picture", () -> view.pixels().isPresent());
		assertTrue("the rows are no more than one looks at", Ui.get(() -> view.pixels().orElseThrow().drawing().regions().size()) < 5000);
		Ui.screenshot("flow-deep");
		Ui.run(() -> view.show(TrapFlowView.Face.LEVELS));
		Ui.await("the picture", () -> view.pixels().isPresent());
		Ui.screenshot("flow-deep-levels");
	}

	@Test
	public void thePictureIsExported() throws Exception {
		Study.open();
		TrapFlowView view = open("hypercall on Nested");
		for (ChartFormat format : ChartFormat.values()) {
			Path file = folder.getRoot().toPath().resolve("flow." + format.extension());
			Ui.start(() -> PictureFile.write(Ui.window().getShell(), view.picture().orElseThrow(), format, file));
			Ui.await("the file", () -> Files.exists(file));
			assertTrue(Files.size(file) > 1000);
		}
	}

	@Test
	public void withoutStudyTheViewSaysWhatToDo() {
		Ui.run(TrapFlowTest::view);
		Ui.await("the hint", () -> !Ui.find(Ui.window().getShell(), Label.class, label -> label.getText().equals("No operation yet")).isEmpty());
	}
}
