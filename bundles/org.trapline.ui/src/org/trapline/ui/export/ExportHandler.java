// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.export;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** The command that opens the wizard for results, for the runs that are selected; what it returns tells whether the user finished it. */
public final class ExportHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		ExportRunsWizard wizard = new ExportRunsWizard();
		wizard.init(window.getWorkbench(), window.getSelectionService().getSelection() instanceof IStructuredSelection selection ? selection : StructuredSelection.EMPTY);
		return new WizardDialog(window.getShell(), wizard).open();
	}
}
