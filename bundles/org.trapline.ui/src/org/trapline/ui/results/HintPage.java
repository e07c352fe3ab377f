// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.results;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.UiCommands;

/** The page of the Results view before the first run: what to do. */
final class HintPage {

	private final Composite page;

	HintPage(Composite parent, IWorkbenchPartSite site) {
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(24, 24).spacing(0, 10).applyTo(page);
		Label title = new Label(page, SWT.NONE);
		title.setText("No results yet");
		title.setFont(JFaceResources.getHeaderFont());
		Link text = new Link(page, SWT.WRAP);
		text.setText(runText(""));
		// While the workbench starts the keys are not known yet.
		page.getDisplay().asyncExec(() -> {
			if (!text.isDisposed()) {
				text.setText(runText(keys()));
				page.layout();
			}
		});
		Link example = new Link(page, SWT.WRAP);
		example.setText("No study at hand? <a href=\"example\">Create an example project</a>.");
		for (Link link : new Link[] { text, example }) {
			link.addListener(SWT.Selection, event -> UiCommands.execute(site,
					event.text.equals("run") ? TraplineUi.RUN_COMMAND : TraplineUi.NEW_EXAMPLE_COMMAND));
			GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(link);
		}
	}

	private static String runText(String keys) {
		return "Open a study (a .trapline file) and <a href=\"run\">run it</a>%s: its chart and its numbers appear here."
				.formatted(keys);
	}

	private static String keys() {
		String keys = PlatformUI.getWorkbench().getService(IBindingService.class)
				.getBestActiveBindingFormattedFor(TraplineUi.RUN_COMMAND);
		return keys == null ? "" : " (" + keys + ")";
	}

	Control control() {
		return page;
	}
}
