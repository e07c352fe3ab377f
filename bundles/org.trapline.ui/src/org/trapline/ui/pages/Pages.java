// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.pages;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Pages that lie on each other: one is seen. */
public final class Pages {

	private final Composite control;
	private final StackLayout layout = new StackLayout();

	public Pages(Composite parent) {
		control = new Composite(parent, SWT.NONE);
		control.setLayout(layout);
	}

	/** What the pages are made in. */
	public Composite control() {
		return control;
	}

	/** Shows a page. */
	public void turnTo(Control page) {
		layout.topControl = page;
		control.layout(true, true);
	}

	/** Whether a page is the one that is seen. */
	public boolean shows(Control page) {
		return layout.topControl == page;
	}

	/** Gives the focus to the page that is seen. */
	public void setFocus() {
		if (layout.topControl != null) {
			layout.topControl.setFocus();
		}
	}
}
