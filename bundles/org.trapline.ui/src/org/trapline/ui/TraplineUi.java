// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui;

import java.net.URL;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;

/** Ids and resources of this bundle. */
public final class TraplineUi {

	/** Symbolic name of this bundle. */
	public static final String BUNDLE = "org.trapline.ui";

	/** The command that runs a study. */
	public static final String RUN_COMMAND = "org.trapline.ui.run";

	/** The platform's command that runs what is selected, or in the editor. */
	public static final String RUN_LAST_COMMAND = "org.eclipse.debug.ui.commands.RunLast";

	/** The command that opens the wizard for example projects. */
	public static final String NEW_EXAMPLE_COMMAND = "org.trapline.ui.newExample";

	/** The editor of files in the language: the platform's generic one. */
	public static final String EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

	private TraplineUi() {
	}

	/**
	 * An icon of this bundle; it is drawn for the monitor's zoom.
	 *
	 * @param name name of the file in the folder {@code icons}
	 */
	public static ImageDescriptor icon(String name) {
		URL url = TraplineUi.class.getResource("/icons/" + name);
		return url == null ? ImageDescriptor.getMissingImageDescriptor() : ImageDescriptor.createFromURL(url);
	}

	/** Writes to the workbench's error log. */
	public static void log(IStatus status) {
		Platform.getLog(TraplineUi.class).log(status);
	}
}
