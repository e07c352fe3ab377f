// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.trapline.lang.ide.StudyCommands;

/**
 * What code lenses do in the workbench: they call its commands, which start a launch and open Trap Flow. Those belong to a bundle above
 * this one, and are known here by their ids alone. The answers are empty: results come in views.
 */
final class WorkbenchCommands implements StudyCommands {

	private static final String RUN_STUDY = "org.trapline.ui.run";
	private static final String EXPLAIN_OPERATION = "org.trapline.ui.explain";

	@Override
	public String run(Study study, Optional<String> experiment, BooleanSupplier cancelled) throws Refused {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put(RUN_STUDY + ".file", place(study));
		experiment.ifPresent(name -> parameters.put(RUN_STUDY + ".experiments", name));
		return execute(RUN_STUDY, parameters);
	}

	@Override
	public String explain(Study study, String stack, String workload) throws Refused {
		return execute(EXPLAIN_OPERATION, Map.of(EXPLAIN_OPERATION + ".file", place(study), EXPLAIN_OPERATION + ".stack", stack,
				EXPLAIN_OPERATION + ".operation", workload));
	}

	/** The study by its path in the workspace. */
	private static String place(Study study) throws Refused {
		return file(study.file()).map(file -> file.getFullPath().toString())
				.orElseThrow(() -> new Refused(study.file() + " is not in a project of the workspace: copy it into one"));
	}

	private static Optional<IFile> file(Path path) {
		for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri())) {
			if (file.isAccessible()) {
				return Optional.of(file);
			}
		}
		return Optional.empty();
	}

	private static String execute(String id, Map<String, String> parameters) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			try {
				ParameterizedCommand command = ParameterizedCommand.generateCommand(PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id),
						parameters);
				PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
			} catch (ExecutionException | NotDefinedException | NotEnabledException | NotHandledException e) {
				Platform.getLog(WorkbenchCommands.class).error("The command " + id + " failed", e);
			}
		});
		return "";
	}
}
