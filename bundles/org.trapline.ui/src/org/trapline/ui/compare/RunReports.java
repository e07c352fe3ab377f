// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.trapline.result.store.RunFolder;

/** Opens the pages about runs. */
public final class RunReports {

	private RunReports() {
	}

	/** Opens the page of a run that is kept, with the program that the system has for pages. */
	public static void open(Shell shell, Path folder) {
		Path page = folder.resolve(RunFolder.REPORT);
		if (!Files.isRegularFile(page)) {
			MessageDialog.openInformation(shell, "Open Report", "There is no report of this run:\n" + page);
		} else if (!Program.launch(page.toString())) {
			MessageDialog.openInformation(shell, "Open Report", "This system has no web browser. The report is in\n" + page);
		}
	}
}
