// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.trapline.ui.UiCommands;
import org.trapline.ui.help.HelpView;

/** What tests do with the help. */
final class Help {

	private Help() {
	}

	/** The Help view with its contents made. */
	static HelpView view() {
		HelpView view = Ui.get(() -> (HelpView) Ui.page().showView(HelpView.ID));
		Ui.await("the help's contents", () -> !view.shown().isEmpty());
		return view;
	}

	static void f1() {
		Ui.run(() -> UiCommands.execute(Ui.window(), "org.eclipse.ui.help.dynamicHelp"));
	}

	static void awaitTopic(HelpView view, String id) {
		Ui.await("topic " + id, () -> view.shown().equals(id));
	}

	static void zoomed(HelpView view, String name) {
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
		Ui.screenshot(name);
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
	}

	/** The page of a topic, in the Help view or in a dialog's tray. Call it on the UI thread. */
	static StyledText reader(Composite parent) {
		return Ui.find(parent, StyledText.class, text -> text.getText().length() > 0 && !text.getEditable()).getLast();
	}

	/** The text of the first link that leads to a topic's title. */
	static int link(StyledText page, String title) {
		for (StyleRange range : page.getStyleRanges()) {
			if (range.underline && page.getTextRange(range.start, range.length).equals(title)) {
				return range.start;
			}
		}
		throw new AssertionError("no link " + title + " in " + page.getText());
	}

	static void click(StyledText page, String title) {
		Point place = page.getLocationAtOffset(link(page, title));
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
			Event event = new Event();
			event.button = 1;
			event.count = 1;
			event.x = place.x + 3;
			event.y = place.y + 5;
			page.notifyListeners(type, event);
		}
	}
}
