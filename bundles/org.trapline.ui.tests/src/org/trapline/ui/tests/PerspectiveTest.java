// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.ui.TraplinePerspective;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.compare.CompareView;

/** What the user sees at first. */
public final class PerspectiveTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Test
	public void theProductOpensItsPerspective() {
		assertEquals("org.trapline.ui.product", Platform.getProduct().getId());
		assertEquals(TraplinePerspective.ID,
				Ui.get(() -> PlatformUI.getWorkbench().getPerspectiveRegistry().getDefaultPerspective()));
	}

	@Test
	public void projectsResultsAndProblemsAreInSight() {
		for (String view : new String[] { ProjectExplorer.VIEW_ID, CompareView.ID, IPageLayout.ID_PROBLEM_VIEW }) {
			assertNotNull(view, Ui.get(() -> Ui.page().findView(view)));
			assertTrue(view, Ui.get(() -> Ui.page().isPartVisible(Ui.page().findView(view))));
		}
	}

	@Test
	public void anEmptyCompareViewSaysWhatToDo() {
		Ui.await("the hint", () -> !Ui.find(Ui.window().getShell(), Label.class,
				label -> label.getText().equals("No results yet")).isEmpty());
		assertFalse(Ui.get(() -> Ui.find(Ui.window().getShell(), Link.class,
				link -> link.getText().contains("Create an example project"))).isEmpty());
		Ui.screenshot("perspective");
	}

	@Test
	public void theKeysOfRunClashWithNothing() throws Exception {
		IBindingService bindings = Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class));
		assertEquals(TraplineUi.RUN_COMMAND, command(bindings, "M2+M3+X T"));
		assertEquals("the platform's: what is selected, or in the editor", TraplineUi.RUN_LAST_COMMAND, command(bindings, "M1+F11"));
		assertEquals("nothing is debugged here", "", command(bindings, "F11"));
	}

	private static String command(IBindingService bindings, String keys) throws Exception {
		TriggerSequence sequence = KeySequence.getInstance(keys);
		return Ui.get(() -> bindings.getPerfectMatch(sequence) == null ? "" : bindings.getPerfectMatch(sequence).getParameterizedCommand().getId());
	}
}
