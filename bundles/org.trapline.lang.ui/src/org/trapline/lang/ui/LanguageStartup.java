// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Starts the language server with the workbench, so that files which no editor shows have their markers too. */
public final class LanguageStartup implements IStartup {

	@Override
	public void earlyStartup() {
		PlatformUI.getWorkbench().getDisplay()
				.asyncExec(() -> PlatformUI.getWorkbench().getService(LanguageService.class));
	}
}
