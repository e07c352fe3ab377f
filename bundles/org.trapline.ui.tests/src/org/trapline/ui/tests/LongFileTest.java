// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;

/** A text of 5,000 lines, with all that follows it: colours, folds, links, occurrences and the Outline view. How fast it is {@link WorkbenchBench} measures. */
public final class LongFileTest {

	private static final int LINES = 5000;

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	/** Many small studies in one file. */
	static String text() {
		StringBuilder text = new StringBuilder("import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n\n");
		for (int i = 0; text.chars().filter(c -> c == '\n').count() < LINES; i++) {
			text.append("""
					/** The %1$dth pair of stacks. */
					stack Vm%1$d     on Moonshot { L0 KvmNonVhe               guest L1 }
					stack Nested%1$d on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
					experiment Calls%1$d "Hypercalls, %1$d" {
						stacks Vm%1$d, Nested%1$d
						workload hypercall
						measure traps, cycles
						chart bars of traps by stack
					}

					""".formatted(i));
		}
		return text.toString();
	}

	@Test
	public void typingKeepsTheTextAndItsProblemsTogether() throws Exception {
		Study study = Study.open(text());
		Ui.run(() -> Ui.page().showView("org.eclipse.ui.views.ContentOutline"));
		Ui.run(() -> Ui.page().activate(study.editor()));
		int line = study.line("stacks Vm250,");
		// Within a comment: the text has no error meanwhile, and one more line.
		int place = study.offset("The 249th pair") + 1;
		Ui.run(() -> ((ITextEditor) study.editor()).selectAndReveal(place, 0));
		for (int i = 0; i < 50; i++) {
			type(study, i == 25 ? "\n" : "x");
		}
		study.replace("stacks Vm250,", "stacks Wm250,");
		Ui.await("the error where it is now", () -> study.errorLines().equals(List.of(line + 1)));
		Ui.screenshot("editor-long");
		for (int i = 0; i < 200 && !study.text().equals(text()); i++) {
			study.undo();
		}
		assertEquals(text(), study.text());
		Ui.await("no marker", () -> study.errors().isEmpty());
	}

	private static void type(Study study, String character) {
		Ui.run(() -> {
			study.widget().insert(character);
			study.widget().setSelection(study.widget().getCaretOffset() + 1);
		});
	}
}
