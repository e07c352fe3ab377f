// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.StudyResult;
import org.trapline.result.format.ReproductionFormat;
import org.trapline.run.reproduce.Reproduction;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.run.Runs;
import org.trapline.ui.validation.ValidationView;

/** The reproduction studies in the workbench: the command line's cells. */
public final class ValidationTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static ValidationView view() {
		return Ui.get(() -> (ValidationView) Ui.page().showView(ValidationView.ID));
	}

	private static ValidationView validated() {
		ValidationView view = view();
		Ui.run(view::validateShipped);
		Ui.await("the cells", () -> !view.results().isEmpty());
		return view;
	}

	private static List<TreeItem> leaves(ValidationView view) {
		return Ui.get(() -> {
			List<TreeItem> leaves = new ArrayList<>();
			for (TreeItem study : view.tree().getTree().getItems()) {
				for (TreeItem experiment : study.getItems()) {
					leaves.addAll(List.of(experiment.getItems()));
				}
			}
			return leaves;
		});
	}

	@Test
	public void theCellsAreThoseOfTheCommandLine() throws Exception {
		ValidationView view = validated();
		Path file = folder.getRoot().toPath().resolve("cells.csv");
		Ui.run(() -> view.export(file));
		StringWriter expected = new StringWriter();
		List<StudyResult> again = new Reproduction(Runs.ofWorkbench().studies()).shipped();
		ReproductionFormat.CSV.write(again, expected);
		assertEquals(expected.toString(), Files.readString(file));
		assertEquals("a line for each cell", Files.readString(file).lines().count() - 1, leaves(view).size());
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
		Ui.screenshot("validation");
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
	}

	@Test
	public void errorsAreColouredAndRolesMarked() {
		ValidationView view = validated();
		List<TreeItem> cells = leaves(view);
		TreeItem prediction = cells.stream().filter(item -> Ui.get(() -> item.getText(6)).equals("\u25c7 prediction")).findFirst().orElseThrow();
		assertTrue("fits are marked, too", cells.stream().anyMatch(item -> Ui.get(() -> item.getText(6)).equals("\u25c6 fit")));
		assertTrue("a tint of its own", Ui.get(() -> !prediction.getBackground(4).equals(prediction.getBackground(3))));
		assertTrue(Ui.get(view::summary), Ui.get(view::summary).matches("\\d+ cells: \\d+ ok, \\d+ excused, 0 MISS(, \\d+ without tolerance)?; .*"));
		List<Integer> counts = Pattern.compile("\\d+").matcher(Ui.get(view::summary).replaceFirst(";.*", "")).results().map(count -> Integer.valueOf(count.group())).toList();
		assertEquals("all cells are counted", counts.get(0).intValue(), counts.stream().skip(1).mapToInt(Integer::intValue).sum());
	}

	@Test
	public void onlyWhatIsDoubtfulIsShownOnDemand() {
		ValidationView view = validated();
		int all = leaves(view).size();
		Ui.run(() -> view.showOnlyDoubtful(true));
		List<TreeItem> few = leaves(view);
		KeyboardTest.check(view);
		assertTrue(few.size() > 0 && few.size() < all);
		assertTrue(few.stream().allMatch(item -> Ui.get(() -> item.getText(7)).equals("excused")));
		Ui.run(() -> view.showOnlyDoubtful(false));
		assertEquals(all, leaves(view).size());
	}

	@Test
	public void aCellLeadsToItsTraps() {
		ValidationView view = validated();
		TreeItem cell = leaves(view).stream().filter(item -> Ui.get(() -> item.getText(0)).equals("hypercall on NestedVhe")).findFirst().orElseThrow();
		Ui.run(() -> {
			view.tree().setSelection(new StructuredSelection(cell.getData()));
			view.openSelected();
		});
		Ui.await("its 82 traps", () -> Ui.page().findView(TrapFlowView.ID) instanceof TrapFlowView flow
				&& flow.flow().filter(shown -> shown.title().equals("hypercall on NestedVhe") && shown.root().traps() == 82).isPresent());
	}

	@Test
	public void theStudyInTheEditorIsValidated() throws Exception {
		Study.open();
		ValidationView view = view();
		Ui.run(view::validateEditor);
		Ui.await("its cells", () -> view.results().size() == 1);
		assertEquals(List.of("hypercall"), Ui.get(() -> view.results().stream().map(StudyResult::study).toList()));
	}

	@Test
	public void aStudyWithoutReferenceSaysWhatIsMissing() throws Exception {
		Study.open("import \"org.trapline.cpu.arm/x-gene\"\nstack Vm on Moonshot { L0 KvmNonVhe guest L1 }\n");
		ValidationView view = view();
		Ui.run(view::validateEditor);
		Ui.await("what is missing", () -> !Ui.find(Ui.window().getShell(), Label.class, label -> label.getText().equals("The study cannot be validated")).isEmpty());
		Ui.screenshot("validation-nothing");
	}

	@Test
	public void atFirstTheViewSaysWhatToDo() {
		view();
		Ui.await("the hint", () -> !Ui.find(Ui.window().getShell(), Label.class, label -> label.getText().equals("Nothing validated yet")).isEmpty());
		Ui.screenshot("validation-empty");
	}
}
