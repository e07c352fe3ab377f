// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui;

import org.eclipse.jface.action.Action;

/** An action of a view: what it is called, what it is for, how it looks, and what it does. */
public final class ViewAction extends Action {

	private final Runnable run;

	/**
	 * @param text        its name in a menu
	 * @param explanation for the tool bar
	 * @param icon        as {@link TraplineUi#icon} takes it; null for none
	 * @param run         what it does
	 */
	public ViewAction(String text, String explanation, String icon, Runnable run) {
		super(text);
		this.run = run;
		setToolTipText(explanation);
		if (icon != null) {
			setImageDescriptor(TraplineUi.icon(icon));
		}
	}

	@Override
	public void run() {
		run.run();
	}
}
