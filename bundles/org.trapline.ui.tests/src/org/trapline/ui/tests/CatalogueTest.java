// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.run.CatalogueEntry;
import org.trapline.run.CatalogueEntry.Kind;
import org.trapline.ui.catalogue.CatalogueView;

/** What is installed, and how it gets into a text. */
public final class CatalogueTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	private static CatalogueView open() {
		CatalogueView view = Ui.get(() -> (CatalogueView) Ui.page().showView(CatalogueView.ID));
		Ui.await("the entries", () -> !view.entries().isEmpty());
		return view;
	}

	private static CatalogueEntry entry(CatalogueView view, Kind kind, String name) {
		return view.entries().stream().filter(each -> each.kind() == kind && each.name().equals(name)).findFirst().orElseThrow();
	}

	private static void insert(CatalogueView view, CatalogueEntry entry) {
		Ui.run(() -> {
			view.select(entry);
			view.insertSelected();
		});
	}

	private static void caret(Study study, int offset) {
		Ui.run(() -> ((ITextEditor) study.editor()).selectAndReveal(offset, 0));
	}

	@Test
	public void allKindsAreListed() throws Exception {
		Study.open();
		CatalogueView view = open();
		assertEquals(List.of(Kind.values()), view.entries().stream().map(CatalogueEntry::kind).distinct().toList());
		for (Kind kind : Kind.values()) {
			assertFalse(kind.id(), Ui.get(() -> view.shown(kind)).isEmpty());
		}
		Ui.run(() -> view.select(entry(view, Kind.MECHANISM, "neve")));
		List<String> details = Ui.get(() -> view.details().stream().map(line -> line.name() + ": " + line.value()).toList());
		assertTrue(details.toString(), details.stream().anyMatch(line -> line.startsWith("deferred_access: 1 to 4 cycles")));
		Ui.screenshot("catalogue");
	}

	@Test
	public void wordsFilter() {
		CatalogueView view = open();
		Ui.run(() -> view.filter("posted haswell"));
		assertEquals(List.of("x86.haswell"), Ui.get(() -> view.shown(Kind.CPU).stream().map(CatalogueEntry::name).toList()));
		Ui.screenshot("catalogue-filter");
	}

	@Test
	public void aMechanismIsInsertedAndItsLibraryImported() throws Exception {
		Study study = Study.open("// A study.\nimport \"org.trapline.cpu.arm/x-gene\"\nstack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism }\n");
		CatalogueView view = open();
		String before = study.text();
		caret(study, study.offset("mechanism") + "mechanism".length());
		insert(view, entry(view, Kind.MECHANISM, "neve"));
		assertEquals("// A study.\nimport \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n"
				+ "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism neve }\n", study.text());
		Ui.await("no error", () -> study.errors().isEmpty());
		Ui.screenshot("catalogue-insert");
		study.undo();
		assertEquals("one step to undo", before, study.text());
	}

	@Test
	public void whatIsVisibleIsNotImportedAgain() throws Exception {
		Study study = Study.open("import \"org.trapline.cpu.arm/x-gene\"\nstack Vm on Moonshot { L0  guest L1 }\n");
		CatalogueView view = open();
		caret(study, study.offset("L0 ") + 3);
		insert(view, entry(view, Kind.HYPERVISOR, "KvmVhe"));
		assertEquals("x-gene imports KVM's library", 1, study.text().lines().filter(line -> line.startsWith("import")).count());
		assertTrue(study.text(), study.text().contains("L0 KvmVhe guest L1"));
		Ui.await("no error", () -> study.errors().isEmpty());
	}

	@Test
	public void anEmptyFileGetsItsFirstImport() throws Exception {
		Study study = Study.open("// Mine.\n");
		CatalogueView view = open();
		caret(study, study.text().length());
		insert(view, entry(view, Kind.PLATFORM, "Moonshot"));
		assertEquals(List.of("// Mine.", "import \"org.trapline.cpu.arm/x-gene\"", "Moonshot"), Arrays.stream(study.text().split("\n")).collect(Collectors.toList()));
	}

	@Test
	public void theTextOfAnEntryIsOpened() throws Exception {
		Study.open();
		CatalogueView view = open();
		Ui.run(() -> {
			view.select(entry(view, Kind.WORKLOAD, "hypercall"));
			view.details().get(0).open().orElseThrow().run();
		});
		assertTrue(Ui.get(() -> Ui.page().getActiveEditor().getTitle()).endsWith(".trapline"));
		assertFalse("a library cannot be changed", Ui.get(() -> ((ITextEditor) Ui.page().getActiveEditor()).isEditable()));
	}
}
