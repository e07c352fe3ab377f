// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.progress.IProgressConstants;
import org.trapline.ui.results.ResultsView;

/** Projects on the left, the editor in the middle with its problems below, results on the right. */
public final class TraplinePerspective implements IPerspectiveFactory {

	/** Id of this perspective. */
	public static final String ID = "org.trapline.ui.perspective";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		IFolderLayout projects = layout.createFolder("org.trapline.ui.left", IPageLayout.LEFT, 0.18f,
				layout.getEditorArea());
		projects.addView(ProjectExplorer.VIEW_ID);
		IFolderLayout results = layout.createFolder("org.trapline.ui.right", IPageLayout.RIGHT, 0.47f,
				layout.getEditorArea());
		results.addView(ResultsView.ID);
		IFolderLayout problems = layout.createFolder("org.trapline.ui.bottom", IPageLayout.BOTTOM, 0.74f,
				layout.getEditorArea());
		problems.addView(IPageLayout.ID_PROBLEM_VIEW);
		problems.addView(IProgressConstants.PROGRESS_VIEW_ID);
		problems.addPlaceholder(IPageLayout.ID_PROP_SHEET);
		layout.addShowViewShortcut(ResultsView.ID);
		layout.addShowViewShortcut(ProjectExplorer.VIEW_ID);
		layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
		layout.addShowViewShortcut(IProgressConstants.PROGRESS_VIEW_ID);
		layout.addNewWizardShortcut("org.trapline.ui.newExampleProject");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
	}
}
