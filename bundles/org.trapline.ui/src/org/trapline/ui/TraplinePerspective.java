// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui;

import java.util.List;
import java.util.Locale;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.progress.IProgressConstants;
import org.trapline.ui.catalog.CatalogView;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.flow.TrapFlowView;
import org.trapline.ui.runs.RunsView;
import org.trapline.ui.stack.StackView;
import org.trapline.ui.validation.ValidationView;
import org.trapline.ui.welcome.GuideView;
import org.trapline.ui.wizards.FileTemplate;

/** Projects and runs on the left, the editor in the middle with its problems and output below, what comes of it on the right. */
public final class TraplinePerspective implements IPerspectiveFactory {

	/** Id of this perspective. */
	public static final String ID = "org.trapline.ui.perspective";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		IFolderLayout left = layout.createFolder("org.trapline.ui.left", IPageLayout.LEFT, 0.2f, layout.getEditorArea());
		left.addView(ProjectExplorer.VIEW_ID);
		left.addView(IPageLayout.ID_OUTLINE);
		IFolderLayout runs = layout.createFolder("org.trapline.ui.runsFolder", IPageLayout.BOTTOM, 0.45f, "org.trapline.ui.left");
		runs.addView(RunsView.ID);
		runs.addPlaceholder(GuideView.ID);
		IFolderLayout right = layout.createFolder("org.trapline.ui.right", IPageLayout.RIGHT, 0.44f, layout.getEditorArea());
		right.addView(CompareView.ID);
		right.addView(TrapFlowView.ID);
		right.addView(StackView.ID);
		right.addView(CatalogView.ID);
		IFolderLayout bottom = layout.createFolder("org.trapline.ui.bottom", IPageLayout.BOTTOM, 0.72f, layout.getEditorArea());
		bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
		bottom.addView(ValidationView.ID);
		bottom.addView(IConsoleConstants.ID_CONSOLE_VIEW);
		bottom.addView(IProgressConstants.PROGRESS_VIEW_ID);
		bottom.addView(IPageLayout.ID_PROP_SHEET);
		bottom.addPlaceholder(NewSearchUI.SEARCH_VIEW_ID);
		for (String view : List.of(ProjectExplorer.VIEW_ID, RunsView.ID, CompareView.ID, TrapFlowView.ID, StackView.ID, CatalogView.ID,
				ValidationView.ID, IPageLayout.ID_PROBLEM_VIEW,
				IConsoleConstants.ID_CONSOLE_VIEW, IProgressConstants.PROGRESS_VIEW_ID, IPageLayout.ID_OUTLINE, IPageLayout.ID_PROP_SHEET)) {
			layout.addShowViewShortcut(view);
		}
		layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
		layout.addNewWizardShortcut("org.trapline.ui.newExampleProject");
		for (FileTemplate template : FileTemplate.values()) {
			layout.addNewWizardShortcut("org.trapline.ui.new." + template.name().toLowerCase(Locale.ROOT));
		}
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
	}
}
