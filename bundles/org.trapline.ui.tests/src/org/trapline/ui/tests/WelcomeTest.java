// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.ui.welcome.GuideView;
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
	public void theCardsHaveEvenMargins() {
		show();
		Ui.screenshot("welcome-cards");
		Ui.run(() -> {
			List<Button> creates = Ui.find(Ui.window().getShell(), Button.class, button -> button.getData("example") != null);
			assertFalse(creates.isEmpty());
			for (Button create : creates) {
				Composite card = create.getParent();
				List<Control> texts = Ui.find(card, Control.class, control -> control instanceof Label || control instanceof Link);
				for (Control text : texts) {
					assertEquals(create.getData("example") + ": lines of the text", text.computeSize(text.getSize().x, SWT.DEFAULT).y, text.getSize().y);
				}
				Rectangle last = texts.getLast().getBounds();
				assertEquals(create.getData("example") + ": above and below", texts.getFirst().getBounds().y, card.getClientArea().height - last.y - last.height);
				assertEquals(create.getData("example") + ": left and right", texts.getFirst().getBounds().x,
						card.getClientArea().width - create.getBounds().x - create.getBounds().width);
			}
		});
	}

	@Test
	public void createsTheExampleProjectAndOpensItsStudy() {
		Button create = show();
		Ui.press(create);
		Shell wizard = Ui.dialog("New Trapline Project");
		Ui.finish(wizard);
		Ui.await("the study in the editor", () -> Ui.page().getActiveEditor() != null);
		Ui.await("the welcome page to make room", () -> intro().getIntro() == null);
		assertEquals("hypercall.trapline", Ui.get(() -> Ui.page().getActiveEditor().getTitle()));
		assertTrue(ResourcesPlugin.getWorkspace().getRoot().getProject("neve-sosp17").exists());
	}

	@Test
	public void filesOfStudiesAreRead() {
		show();
		Link files = Ui.get(() -> Ui.find(Ui.window().getShell(), Link.class, link -> "neve-sosp17".equals(link.getData("files"))).getFirst());
		Ui.start(() -> {
			Event event = new Event();
			event.text = "nv2.trapline";
			files.notifyListeners(SWT.Selection, event);
		});
		Ui.await("the file in the editor", () -> Ui.page().getActiveEditor() != null && Ui.page().getActiveEditor().getTitle().equals("nv2.trapline"));
		assertFalse("it is shipped", Ui.get(() -> ((ITextEditor) Ui.page().getActiveEditor()).isEditable()));
	}

	@Test
	public void theGuideLeadsThroughTheFirstStudy() {
		show();
		Link guide = Ui.get(() -> Ui.find(Ui.window().getShell(), Link.class, link -> link.getText().contains("five minutes")).getFirst());
		Ui.start(() -> guide.notifyListeners(SWT.Selection, new Event()));
		Ui.await("the guide", () -> Ui.page().findView(GuideView.ID) != null);
		GuideView view = Ui.get(() -> (GuideView) Ui.page().findView(GuideView.ID));
		assertEquals(List.of("Create the Project", "Show the Stack", "Run the Study", "Show the Trap Flow", "Show the Runs", "Export Results"),
				Ui.get(() -> view.buttons().stream().map(Button::getText).toList()));
		Ui.press(Ui.get(() -> view.buttons().getFirst()));
		Ui.press(finish());
		Ui.await("the study in the editor", () -> Ui.page().getActiveEditor() != null);
		Ui.await("the first step done", () -> view.done() == 1);
		Study.await(() -> view.buttons().get(2).notifyListeners(SWT.Selection, new Event()));
		Ui.await("the run done", () -> view.done() == 2);
		Ui.screenshot("guide");
	}

	@Test
	public void aStepIsDoneOnceItHappened() throws Exception {
		Study study = Study.open();
		GuideView view = Ui.get(() -> (GuideView) Ui.page().showView(GuideView.ID));
		cancel(view, 0, "New Trapline Project");
		assertEquals("no project was made", 0, Ui.get(view::done).intValue());
		study.replace("mechanism neve }", "mechanism nave }");
		Ui.run(() -> Ui.page().activate(study.editor()));
		Study.await(() -> view.buttons().get(2).notifyListeners(SWT.Selection, new Event()));
		assertEquals("a study with an error did not run", 0, Ui.get(view::done).intValue());
		cancel(view, 5, "Export Results");
		assertEquals("nothing was exported", 0, Ui.get(view::done).intValue());
		study.undo();
		study.run();
		Ui.await("a run, however it was begun", () -> view.done() == 1);
	}

	private static void cancel(GuideView view, int step, String title) {
		Ui.press(Ui.get(() -> view.buttons().get(step)));
		Shell wizard = Ui.dialog(title);
		Ui.press(Ui.get(() -> Ui.button(wizard, "Cancel")));
		Ui.await("the end of the wizard", wizard::isDisposed);
		Ui.settle();
	}

	private static Button finish() {
		Shell wizard = Ui.dialog("New Trapline Project");
		return Ui.get(() -> Ui.button(wizard, "Finish"));
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
