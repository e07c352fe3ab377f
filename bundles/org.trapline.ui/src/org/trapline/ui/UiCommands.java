// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui;

import java.util.Map;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Executes commands on behalf of links and buttons, so that they do what the menus do. */
public final class UiCommands {

	private UiCommands() {
	}

	/** Executes a command of the place's window; when it is not possible now, says so. */
	public static void execute(IServiceLocator place, String command) {
		execute(place, command, Map.of());
	}

	/** Executes a command with parameters (by id) in the place's window; when it is not possible now, says so. */
	public static void execute(IServiceLocator place, String command, Map<String, String> parameters) {
		try {
			ParameterizedCommand call = ParameterizedCommand
					.generateCommand(place.getService(ICommandService.class).getCommand(command), parameters);
			place.getService(IHandlerService.class).executeCommand(call, null);
		} catch (NotEnabledException | NotHandledException e) {
			MessageDialog.openInformation(null, "Trapline",
					"That is not possible yet. Open a .trapline file in the editor first.");
		} catch (ExecutionException | NotDefinedException e) {
			TraplineUi.log(Status.error("Command " + command + " failed", e));
		}
	}
}
