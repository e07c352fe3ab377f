// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.examples;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.trapline.run.Examples;
import org.trapline.run.Examples.Example;

/** The command that opens the wizard for example projects; its parameter may name the study. */
public final class NewExampleHandler extends AbstractHandler {

	/** Parameter: the id of the study that is selected at first. */
	public static final String EXAMPLE = "org.trapline.ui.newExample.id";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		Optional<Example> preferred = Optional.ofNullable(event.getParameter(EXAMPLE))
				.flatMap(id -> Examples.shipped().stream().filter(example -> example.id().equals(id)).findFirst());
		NewExampleProjectWizard wizard = new NewExampleProjectWizard(preferred);
		wizard.init(window.getWorkbench(), StructuredSelection.EMPTY);
		return new WizardDialog(window.getShell(), wizard).open();
	}
}
