// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import org.eclipse.debug.ui.AbstractLaunchConfigurationTabGroup;
import org.eclipse.debug.ui.CommonTab;
import org.eclipse.debug.ui.ILaunchConfigurationDialog;
import org.eclipse.debug.ui.ILaunchConfigurationTab;

/** The tabs of a run configuration of a study. */
public final class StudyTabs extends AbstractLaunchConfigurationTabGroup {

	/** What a run configuration is, in Markdown. */
	public static final String EXPLANATION = """
			A run configuration says which study runs, which part of it, and how. Edit them in Run > Run Configurations…; a study that is run without one gets one.

			- *Study*: %s.
			- *Experiments*, *Stacks*: those that run; %s
			- *Seed*: %s.
			- *Threads*: %s

			The command line does the same: [trapline run](commands/run).""".formatted(StudyTab.FILE, StudyTab.NONE_TICKED.replaceFirst("N", "n"), StudyTab.SEED, StudyTab.THREADS);

	@Override
	public void createTabs(ILaunchConfigurationDialog dialog, String mode) {
		setTabs(new ILaunchConfigurationTab[] { new StudyTab(), new CommonTab() });
	}
}
