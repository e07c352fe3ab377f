// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import org.eclipse.jface.dialogs.ErrorDialog;
import org.junit.rules.ExternalResource;

/** Lets error dialogs open as they do for users: the workbench does not show them to tests. */
final class ErrorDialogs extends ExternalResource {

	private boolean before;

	@Override
	protected void before() {
		before = ErrorDialog.AUTOMATED_MODE;
		ErrorDialog.AUTOMATED_MODE = false;
	}

	@Override
	protected void after() {
		ErrorDialog.AUTOMATED_MODE = before;
	}
}
