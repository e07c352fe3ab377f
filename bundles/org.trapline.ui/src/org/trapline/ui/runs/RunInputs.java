// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.runs;

import java.nio.file.Path;

import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunStore;
import org.trapline.ui.TextInput;

/** Opens what runs were made from, as it was then: it can be read, not changed. */
public final class RunInputs {

	private RunInputs() {
	}

	/** Opens an input of a run. */
	public static void open(IWorkbenchPage page, RunStore.Entry entry, RunInfo.Input input) {
		Path file = entry.folder().resolve(input.file());
		try {
			TextInput.open(page, file, "%s, as saved with run %s".formatted(input.name(), entry.name()));
		} catch (PartInitException e) {
			ErrorDialog.openError(page.getWorkbenchWindow().getShell(), "Open Input", null, e.getStatus());
		}
	}
}
