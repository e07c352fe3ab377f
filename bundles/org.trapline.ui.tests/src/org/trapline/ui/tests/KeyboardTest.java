// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.ui.catalog.CatalogView;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.picture.PictureCanvas;
import org.trapline.ui.runs.RunsView;
import org.trapline.ui.stack.StackView;
import org.trapline.ui.validation.ValidationView;
import org.trapline.ui.welcome.GuideView;

/** The Tab key gets to everything in a view, from above to below, and out of it again. */
public final class KeyboardTest {

	/** Controls of one row may differ by so much: they stand on one line of text. */
	private static final int ROW = 16;

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	private static boolean takesFocus(Control control) {
		return control.isEnabled() && control.getSize().y > 0 && control.getSize().x > 0 && (control instanceof Text || control instanceof Combo || control instanceof Button || control instanceof Table
				|| control instanceof Tree || control instanceof Link || control instanceof PictureCanvas<?>);
	}

	/** All of a view, below its tab. */
	private static Composite page(Control inside) {
		Composite page = inside.getParent();
		while (!(page.getParent() instanceof CTabFolder)) {
			page = page.getParent();
		}
		return page;
	}

	/** What the Tab key comes by, from the first control of the view until it leaves the view or begins again. */
	private static List<Control> tabbed(Composite page, Control first) {
		List<Control> visited = new ArrayList<>();
		first.setFocus();
		Control at = Ui.display().getFocusControl();
		while (at != null && isIn(page, at) && !visited.contains(at) && visited.size() < 50) {
			visited.add(at);
			Event tab = new Event();
			tab.keyCode = SWT.TAB;
			tab.character = SWT.TAB;
			tab.doit = true;
			// What is pressed: a control may keep it for itself, and then it is a trap.
			assertTrue("Tab leads on from " + describe(at), at.traverse(SWT.TRAVERSE_NONE, tab));
			at = Ui.display().getFocusControl();
		}
		return visited;
	}

	private static boolean isIn(Composite page, Control control) {
		for (Control each = control; each != null; each = each.getParent()) {
			if (each == page) {
				return true;
			}
		}
		return false;
	}

	private static String describe(Control control) {
		String text = control instanceof Button button ? button.getText() : control instanceof Link link ? link.getText() : control instanceof Text field ? field.getMessage() : "";
		return control.getClass().getSimpleName() + " " + text + (control.getToolTipText() == null ? "" : " (" + control.getToolTipText() + ")");
	}

	/** Tabs through a view. */
	static void check(IViewPart view) {
		Ui.run(() -> {
			Ui.page().activate(view);
			view.setFocus();
			Control focused = Ui.display().getFocusControl();
			assertTrue(view.getTitle() + " has the focus", focused != null && !(focused instanceof CTabFolder));
			Composite page = page(focused);
			List<Control> all = new ArrayList<>(Ui.find(page, Control.class, KeyboardTest::takesFocus));
			assertFalse(view.getTitle() + " has controls", all.isEmpty());
			assertTrue(view.getTitle() + " puts the focus on one of them: " + describe(focused), all.contains(focused));
			all.sort(Comparator.<Control>comparingInt(control -> place(control).y / ROW).thenComparingInt(control -> place(control).x));
			List<Control> visited = tabbed(page, all.getFirst());
			assertEquals(view.getTitle(), all.stream().map(KeyboardTest::describe).toList(), visited.stream().map(KeyboardTest::describe).toList());
		});
	}

	/** The middle of its left edge. */
	private static Point place(Control control) {
		return control.toDisplay(0, Math.min(control.getSize().y, ROW) / 2);
	}

	private static IViewPart show(String id) {
		IViewPart view = Ui.get(() -> Ui.page().showView(id));
		Ui.settle();
		return view;
	}

	@Test
	public void tabGetsToEverythingInEachView() throws Exception {
		Study.open().run();
		StackView stack = (StackView) show(StackView.ID);
		Ui.await("a stack", () -> stack.pixels().isPresent());
		check(stack);
		TrapFlowView flow = (TrapFlowView) show(TrapFlowView.ID);
		Ui.await("a flow", () -> flow.flow().isPresent());
		check(flow);
		CatalogView catalog = (CatalogView) show(CatalogView.ID);
		Ui.await("the catalog", () -> !catalog.entries().isEmpty());
		check(catalog);
		CompareView compare = (CompareView) show(CompareView.ID);
		Ui.await("a chart", () -> compare.picture().isPresent());
		check(compare);
		check(show(RunsView.ID));
		check(show(ValidationView.ID));
		check(show(GuideView.ID));
	}

	@Test
	public void tabGetsToTheHintsOfEmptyViews() {
		for (String id : List.of(StackView.ID, TrapFlowView.ID, CompareView.ID, RunsView.ID)) {
			check(show(id));
		}
	}
}
