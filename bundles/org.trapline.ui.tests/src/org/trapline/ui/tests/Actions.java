// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IViewPart;

/** The actions in a view's menu and tool bar. Call it on the UI thread. */
final class Actions {

	private Actions() {
	}

	/** The action with this text. */
	static IAction of(IViewPart view, String text) {
		var bars = view.getViewSite().getActionBars();
		return Stream.concat(Arrays.stream(bars.getMenuManager().getItems()), Arrays.stream(bars.getToolBarManager().getItems()))
				.filter(ActionContributionItem.class::isInstance).map(item -> ((ActionContributionItem) item).getAction())
				.filter(action -> text.equals(action.getText())).findFirst().orElseThrow(() -> new AssertionError("no action " + text));
	}
}
