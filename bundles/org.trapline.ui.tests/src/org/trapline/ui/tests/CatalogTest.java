// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.run.catalog.CatalogEntry;
import org.trapline.run.catalog.CatalogEntry.Kind;
import org.trapline.ui.catalog.CatalogView;

/** What is installed, and how it gets into a text. */
public final class CatalogTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	private static CatalogView open() {
		CatalogView view = Ui.get(() -> (CatalogView) Ui.page().showView(CatalogView.ID));
		Ui.await("the entries", () -> !view.entries().isEmpty());
		return view;
	}

	private static CatalogEntry entry(CatalogView view, Kind kind, String name) {
		return view.entries().stream().filter(each -> each.kind() == kind && each.name().equals(name)).findFirst().orElseThrow();
	}

	/** Inserts as the button does; waits for the new text. */
	private static void insert(Study study, CatalogView view, CatalogEntry entry) {
		String before = study.text();
		Ui.run(() -> {
			view.select(entry);
			view.insertSelected();
		});
		Ui.await("the new text", () -> !study.document().get().equals(before));
	}

	private static String inserted(Study study, String text, String caret, Kind kind, String name) {
		Ui.run(() -> study.document().set(text));
		CatalogView view = open();
		caret(study, study.offset(caret) + caret.length());
		insert(study, view, entry(view, kind, name));
		return study.text();
	}

	private static void caret(Study study, int offset) {
		Ui.run(() -> ((ITextEditor) study.editor()).selectAndReveal(offset, 0));
	}

	@Test
	public void allKindsAreListed() throws Exception {
		Study.open();
		CatalogView view = open();
		assertEquals(List.of(Kind.values()), view.entries().stream().map(CatalogEntry::kind).distinct().toList());
		for (Kind kind : Kind.values()) {
			assertFalse(kind.id(), Ui.get(() -> view.shown(kind)).isEmpty());
		}
		Ui.run(() -> view.select(entry(view, Kind.MECHANISM, "neve")));
		List<String> details = Ui.get(() -> view.details().stream().map(line -> line.name() + ": " + line.value()).toList());
		assertTrue(details.toString(), details.stream().anyMatch(line -> line.startsWith("deferred_access: 1 to 4 cycles")));
		Ui.screenshot("catalog");
	}

	@Test
	public void wordsFilter() {
		CatalogView view = open();
		Ui.run(() -> view.filter("posted haswell"));
		assertEquals(List.of("x86.haswell"), Ui.get(() -> view.shown(Kind.CPU).stream().map(CatalogEntry::name).toList()));
		Ui.screenshot("catalog-filter");
	}

	@Test
	public void aMechanismIsInsertedAndItsLibraryImported() throws Exception {
		Study study = Study.open("// A study.\nimport \"org.trapline.cpu.arm/x-gene\"\nstack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism }\n");
		CatalogView view = open();
		String before = study.text();
		caret(study, study.offset("mechanism") + "mechanism".length());
		insert(study, view, entry(view, Kind.MECHANISM, "neve"));
		assertEquals("// A study.\nimport \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n"
				+ "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism neve }\n", study.text());
		Ui.await("no error", () -> study.errors().isEmpty());
		Ui.screenshot("catalog-insert");
		study.undo();
		assertEquals("one step to undo", before, study.text());
	}

	@Test
	public void whatIsVisibleIsNotImportedAgain() throws Exception {
		Study study = Study.open("import \"org.trapline.cpu.arm/x-gene\"\nstack Vm on Moonshot { L0  guest L1 }\n");
		CatalogView view = open();
		caret(study, study.offset("L0 ") + 3);
		insert(study, view, entry(view, Kind.HYPERVISOR, "KvmVhe"));
		assertEquals("x-gene imports KVM's library", 1, study.text().lines().filter(line -> line.startsWith("import")).count());
		assertTrue(study.text(), study.text().contains("L0 KvmVhe guest L1"));
		Ui.await("no error", () -> study.errors().isEmpty());
	}

	@Test
	public void anEmptyFileGetsItsFirstImportAndAStack() throws Exception {
		Study study = Study.open("// Mine.\n");
		CatalogView view = open();
		caret(study, study.text().length());
		insert(study, view, entry(view, Kind.PLATFORM, "Moonshot"));
		List<String> lines = study.text().lines().toList();
		assertEquals(List.of("// Mine.", "import \"org.trapline.cpu.arm/x-gene\""), lines.subList(0, 2));
		assertTrue(study.text(), lines.get(2).startsWith("stack Vm on Moonshot { L0 Kvm"));
		Ui.await("no error", () -> study.errors().isEmpty());
		assertEquals("its name is to be filled in first", "Vm", Ui.get(() -> study.widget().getSelectionText()));
		study.undo();
		assertEquals("one step to undo", "// Mine.\n", study.text());
	}

	private static final String ARM = "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n";

	@Test
	public void aMechanismBecomesAStackWithItsParameters() throws Exception {
		String text = inserted(Study.open(), ARM + "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n", "guest L2 }\n", Kind.MECHANISM, "neve");
		assertTrue(text, text.contains("deferred_access = 2 cycles assumed \"1 to 4 cycles\""));
		assertTrue(text, text.contains("clock 2.4 GHz"));
		assertTrue(text, text.contains("stack Variant extends Nested on VariantMachine { mechanism neve }"));
		Ui.await("no error", () -> errors().isEmpty());
		Ui.screenshot("catalog-parameters");
	}

	private static List<IMarker> errors() throws Exception {
		return Arrays.stream(Ui.page().getActiveEditor().getEditorInput().getAdapter(IFile.class)
				.findMarkers(IMarker.PROBLEM, true, 0))
				.filter(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).toList();
	}

	@Test
	public void theTextAroundTheCaretSaysWhatIsWritten() throws Exception {
		Study study = Study.open();
		String stack = ARM + "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n";
		assertTrue("the keyword comes with the name", inserted(study, stack, "guest L2", Kind.MECHANISM, "neve").contains("guest L2 mechanism neve }"));
		assertTrue("the level comes with the hypervisor", inserted(study, stack.replace(" L1 KvmNonVhe", ""), "L0 KvmNonVhe", Kind.HYPERVISOR, "KvmVhe").contains("L0 KvmNonVhe L1 KvmVhe guest L2"));
		assertTrue("a cost table takes parameters", inserted(study, ARM + "costs Mine extends XGene {\n\t\n}\n", "{\n\t", Kind.MECHANISM, "neve")
				.contains("{\n\tdeferred_access = 2 cycles assumed \"1 to 4 cycles\"\n}"));
		String platform = inserted(study, ARM + "platform Mine {\n\t\n}\n", "{\n\t", Kind.CPU, "arm.v8_3");
		assertTrue("a platform takes a CPU with the rest of the machine: " + platform, platform.contains("{\n\tcpu arm.v8_3\n\tclock 2.4 GHz\n\tcores 8"));
		String experiment = "experiment E { stacks Nested workload hypercall measure traps }\n";
		assertTrue("one more workload", inserted(study, stack + experiment, "workload hypercall", Kind.WORKLOAD, "idle").contains("workload hypercall, idle measure"));
		assertTrue("a parameter is swept", inserted(study, stack + experiment, "measure traps", Kind.MECHANISM, "neve").contains("measure traps sweep deferred_access from 1 to 4 cycles in 4 points }"));
		assertTrue("an experiment of its own", inserted(study, stack, "guest L2 }\n", Kind.WORKLOAD, "idle").contains("\tstacks Nested\n\tworkload idle\n\tmeasure traps, cycles\n}"));
	}

	@Test
	public void insertionsInARowAllStayInTheirOrder() throws Exception {
		Study study = Study.open("import \"org.trapline.cpu.arm/x-gene\"\n");
		CatalogView view = open();
		caret(study, study.text().length());
		List<CatalogEntry> wanted = List.of(entry(view, Kind.PLATFORM, "Moonshot"), entry(view, Kind.HYPERVISOR, "KvmVhe"), entry(view, Kind.WORKLOAD, "idle"));
		// At once: none has its answer when the next one is asked for.
		Ui.run(() -> wanted.forEach(each -> {
			view.select(each);
			view.insertSelected();
		}));
		Ui.await("the last one", () -> study.document().get().contains("workload idle"));
		// After each other: what is to be filled in is selected meanwhile.
		insert(study, view, entry(view, Kind.WORKLOAD, "hypercall"));
		String text = study.text();
		List<Integer> places = List.of("stack Vm on Moonshot { L0 Kvm", "{ L0 KvmVhe guest L1 }", "\tworkload idle\n", "\tworkload hypercall\n").stream().map(text::indexOf).toList();
		assertFalse(text, places.contains(-1));
		assertEquals(text, places.stream().sorted().toList(), places);
		assertTrue("each has a name of its own: " + text, text.contains("stack Vm2 on Moonshot") && text.contains("experiment Experiment2 "));
		Ui.await("no error", () -> errors().isEmpty());
		Ui.screenshot("catalog-in-a-row");
	}

	@Test
	public void whatIsSelectedByTheUserIsReplaced() throws Exception {
		Study study = Study.open(ARM + "stack Nested on Moonshot { L0 KvmNonVhe guest L1 }\n");
		CatalogView view = open();
		int there = study.offset("KvmNonVhe");
		Ui.run(() -> ((ITextEditor) study.editor()).selectAndReveal(there, "KvmNonVhe".length()));
		insert(study, view, entry(view, Kind.HYPERVISOR, "KvmVhe"));
		assertTrue(study.text(), study.text().contains("{ L0 KvmVhe guest L1 }"));
	}

	@Test
	public void aboveTheImportsNothingIsWritten() throws Exception {
		Study study = Study.open();
		String stack = "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n";
		for (String caret : List.of("", "// A stu", "// A study.\n", "// A study.\nimport \"org")) {
			String text = "// A study.\n" + ARM + "\n" + stack;
			Ui.run(() -> study.document().set(text));
			CatalogView view = open();
			caret(study, caret.length());
			insert(study, view, entry(view, Kind.PLATFORM, "Moonshot"));
			String whole = study.text();
			assertTrue(whole, whole.startsWith("// A study.\n" + ARM + "\nstack Vm on Moonshot { L0 Kvm"));
			assertTrue(whole, whole.endsWith(" guest L1 }\n" + stack));
			Ui.await("no error", () -> errors().isEmpty());
		}
	}

	/** What the status line says in the window. Call it on the UI thread. */
	private static boolean says(String piece) {
		return !Ui.find(Ui.window().getShell(), CLabel.class, label -> label.getText().contains(piece)).isEmpty();
	}

	@Test
	public void whatFitsNowhereIsNotWrittenAndTheStatusLineSaysWhy() throws Exception {
		String text = ARM + "stack Nested on Moonshot { L0 KvmNonVhe guest L1 }\n";
		Study study = Study.open(text);
		CatalogView view = open();
		caret(study, study.offset("L0 KvmNonVhe") + "L0 KvmNonVhe".length());
		Ui.run(() -> {
			view.select(entry(view, Kind.WORKLOAD, "idle"));
			view.insertSelected();
		});
		Ui.await("the reason", () -> says("idle cannot be inserted here: put the caret between elements, or where a workload is named"));
		Ui.screenshot("catalog-refused");
		assertEquals(text, study.text());
		assertFalse("nothing to save", Ui.get(() -> study.editor().isDirty()));
		caret(study, text.length());
		insert(study, view, entry(view, Kind.WORKLOAD, "idle"));
		assertTrue(study.text(), study.text().startsWith(text) && study.text().contains("workload idle"));
		Ui.await("no reason any more", () -> !says("cannot be inserted here"));
	}

	@Test
	public void enterAndDoubleClickInsert() throws Exception {
		Study study = Study.open(ARM + "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n");
		CatalogView view = open();
		caret(study, study.offset("guest L2") + "guest L2".length());
		Ui.run(() -> {
			view.select(entry(view, Kind.MECHANISM, "neve"));
			view.setFocus();
			Tree tree = (Tree) Ui.display().getFocusControl();
			Event enter = new Event();
			enter.item = tree.getSelection()[0];
			// What SWT makes of Enter and of a double-click.
			tree.notifyListeners(SWT.DefaultSelection, enter);
		});
		Ui.await("the new text", () -> study.document().get().contains("guest L2 mechanism neve }"));
		assertEquals("one can go on writing", study.editor(), Ui.get(() -> Ui.page().getActivePart()));
	}

	@Test
	public void whatIsDroppedIsInsertedWhereItIsLetGo() throws Exception {
		Study study = Study.open(ARM + "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n");
		CatalogView view = open();
		int there = study.offset("guest L2") + "guest L2".length();
		Ui.run(() -> {
			LocalSelectionTransfer.getTransfer().setSelection(new StructuredSelection(entry(view, Kind.MECHANISM, "neve")));
			Point place = study.widget().toDisplay(study.widget().getLocationAtOffset(there));
			for (var listener : ((DropTarget) study.widget().getData(DND.DROP_TARGET_KEY)).getDropListeners()) {
				DropTargetEvent drop = dropped(study.widget(), place);
				listener.dragEnter(drop);
				listener.dragOver(drop);
				assertEquals("it may be dropped", DND.DROP_COPY, drop.detail);
				listener.drop(drop);
			}
		});
		Ui.await("the new text", () -> study.document().get().contains("guest L2 mechanism neve }"));
	}

	/** What SWT tells of a drop, which only SWT can make. */
	private static DropTargetEvent dropped(StyledText widget, Point place) throws Exception {
		Class<?> kind = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DND.class.getClassLoader());
		var make = kind.getDeclaredConstructor();
		make.setAccessible(true);
		Event event = (Event) make.newInstance();
		event.widget = (DropTarget) widget.getData(DND.DROP_TARGET_KEY);
		event.x = place.x + 1;
		event.y = place.y + 4;
		event.detail = DND.DROP_COPY;
		TransferData data = LocalSelectionTransfer.getTransfer().getSupportedTypes()[0];
		for (var field : Map.of("dataType", data, "dataTypes", new TransferData[] { data }, "operations", DND.DROP_COPY, "feedback", 0).entrySet()) {
			var found = kind.getDeclaredField(field.getKey());
			found.setAccessible(true);
			found.set(event, field.getValue());
		}
		var wrap = DropTargetEvent.class.getDeclaredConstructor(kind);
		wrap.setAccessible(true);
		return (DropTargetEvent) wrap.newInstance(event);
	}

	@Test
	public void theTextOfAnEntryIsOpened() throws Exception {
		Study.open();
		CatalogView view = open();
		Ui.run(() -> {
			view.select(entry(view, Kind.WORKLOAD, "hypercall"));
			view.details().get(0).open().orElseThrow().run();
		});
		assertTrue(Ui.get(() -> Ui.page().getActiveEditor().getTitle()).endsWith(".trapline"));
		assertFalse("a library cannot be changed", Ui.get(() -> ((ITextEditor) Ui.page().getActiveEditor()).isEditable()));
	}
}
