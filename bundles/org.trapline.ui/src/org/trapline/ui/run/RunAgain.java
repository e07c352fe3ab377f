// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunInfo;

/** Runs again what ran before, with its seed: the study as it is now, or exactly what was run. */
public final class RunAgain {

	private RunAgain() {
	}

	/** Runs the studies of a run as they are now in the workspace; where one is gone, says what can be done. */
	public static void run(Shell shell, Run run) {
		run(shell, run.info());
	}

	/** As {@link #run(Shell, Run)}, when only where a run comes from is known. */
	public static void run(Shell shell, RunInfo info) {
		for (String name : info.settings().files()) {
			Optional<IFile> file = RunRequest.named(name);
			if (file.isEmpty()) {
				MessageDialog.openInformation(shell, "Run Again",
						"The file %s is not in the workspace any more. Run Saved Inputs Again runs the inputs that were saved with the run.".formatted(name));
				continue;
			}
			try {
				StudyLaunch.run(file.get(), info.settings().selection(), info.settings().seed());
			} catch (CoreException e) {
				ErrorDialog.openError(shell, "Run Again", null, e.getStatus());
			}
		}
	}

	/**
	 * Runs the very texts that a run was made from, with the plug-ins that are installed now.
	 *
	 * @param folder the run's folder
	 */
	public static void runInputs(Path folder, RunInfo info) {
		for (RunInfo.Study study : info.studies()) {
			info.inputs().stream().filter(input -> input.study().equals(study.name())).findFirst()
					.ifPresent(input -> StudyLaunch.runElsewhere(new RunRequest(folder.resolve(input.file()), "inputs of " + info.name() + "/" + input.name(),
							Optional.empty(), info.settings().selection(), OptionTexts.of(info.settings().seed()).options())));
		}
	}
}
