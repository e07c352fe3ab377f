// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.Locale;

import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;
import org.trapline.ui.wizards.FileTemplate;

/** Which topic a page of a dialog has: F1, and the question mark of the dialog, show it. */
public final class TopicOf {

	/** Before the id of a wizard. */
	static final String WIZARDS = "wizards/";

	/** Which part of a study runs, and how. */
	public static final String RUN_CONFIGURATION = WIZARDS + "run-configuration";

	/** What users can choose once for all. */
	public static final String PREFERENCES = WIZARDS + "preferences";

	/** A run gets another name. */
	public static final String RENAME_RUN = WIZARDS + "rename-run";

	private TopicOf() {
	}

	/** The topic of a wizard. */
	public static String wizard(String id) {
		return WIZARDS + id;
	}

	/** The topic of the wizard that makes a file of this kind. */
	public static String wizard(FileTemplate template) {
		return wizard("org.trapline.ui.new." + template.name().toLowerCase(Locale.ROOT));
	}

	/** From now on help on a control, or on what is in it, shows this topic and no other: beside its dialog, if it is in one. */
	public static void set(Control control, String topic) {
		for (Listener other : control.getListeners(SWT.Help)) {
			control.removeListener(SWT.Help, other);
		}
		control.addHelpListener(event -> {
			if (control.getShell().getData() instanceof TrayDialog dialog) {
				HelpTray.show(dialog, topic);
			} else {
				PlatformUI.getWorkbench().getHelpSystem().displayHelpResource(topic);
			}
		});
	}
}
