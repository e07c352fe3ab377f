// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

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

/** The page of a view that has nothing to show yet: what to do. */
public final class HintPage {

	private final Composite page;

	/**
	 * @param heading what is missing
	 * @param advice  what to do, with a link {@code run}; {@code %s} stands for the keys that do it
	 */
	public HintPage(Composite parent, IWorkbenchPartSite site, String heading, String advice) {
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(24, 24).spacing(0, 10).applyTo(page);
		Label title = new Label(page, SWT.WRAP);
		title.setText(heading);
		title.setFont(JFaceResources.getHeaderFont());
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(title);
		Link text = new Link(page, SWT.WRAP);
		text.setText(advice.formatted(""));
		// While the workbench starts the keys are not known yet.
		page.getDisplay().asyncExec(() -> {
			if (!text.isDisposed()) {
				text.setText(advice.formatted(keys()));
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

	private static String keys() {
		String keys = PlatformUI.getWorkbench().getService(IBindingService.class)
				.getBestActiveBindingFormattedFor(TraplineUi.RUN_LAST_COMMAND);
		return keys == null ? "" : " (" + keys + ")";
	}

	/** The page. */
	public Control control() {
		return page;
	}
}
