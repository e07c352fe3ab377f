// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.ui.welcome.TraplineWelcome;

/** The welcome page, which needs no browser. */
public final class WelcomeTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Test
	public void isTheProducts() {
		Button create = show();
		assertTrue(Ui.get(() -> create.isEnabled()));
		Ui.screenshot("welcome");
	}

	@Test
	public void createsTheExampleProjectAndOpensItsStudy() {
		Button create = show();
		Ui.press(create);
		Shell wizard = Ui.dialog("New Trapline Example Project");
		Ui.press(Ui.get(() -> Ui.button(wizard, "Finish")));
		Ui.await("the study in the editor", () -> Ui.page().getActiveEditor() != null);
		Ui.await("the welcome page to make room", () -> intro().getIntro() == null);
		assertEquals("hypercall.trapline", Ui.get(() -> Ui.page().getActiveEditor().getTitle()));
		assertTrue(ResourcesPlugin.getWorkspace().getRoot().getProject("neve-sosp17").exists());
	}

	private static IIntroManager intro() {
		return PlatformUI.getWorkbench().getIntroManager();
	}

	/** Shows the page as Help > Welcome does; its button for the NEVE study. */
	private static Button show() {
		Ui.run(() -> assertTrue(intro().showIntro(Ui.window(), false) instanceof TraplineWelcome));
		Ui.await("the welcome page", () -> !Ui.find(Ui.window().getShell(), Button.class, WelcomeTest::isNeve).isEmpty());
		return Ui.get(() -> Ui.find(Ui.window().getShell(), Button.class, WelcomeTest::isNeve).getFirst());
	}

	private static boolean isNeve(Button button) {
		return "neve-sosp17".equals(button.getData("example"));
	}
}
