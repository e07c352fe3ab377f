// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.pages;

import java.util.function.Consumer;

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
	private final Label title;
	private final Link text;

	/**
	 * A hint that views say later.
	 *
	 * @param links are told which of the text's links is meant
	 */
	public HintPage(Composite parent, Consumer<String> links) {
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(24, 24).spacing(0, 10).applyTo(page);
		title = new Label(page, SWT.WRAP);
		title.setFont(JFaceResources.getHeaderFont());
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(title);
		text = link(links);
	}

	/**
	 * A hint with a way to get a study.
	 *
	 * @param heading what is missing
	 * @param advice  what to do, with a link {@code run}; {@code %s} stands for the keys that do it
	 */
	public HintPage(Composite parent, IWorkbenchPartSite site, String heading, String advice) {
		this(parent, target -> UiCommands.execute(site, TraplineUi.RUN_COMMAND));
		say(heading, advice.formatted(""));
		// While the workbench starts the keys are not known yet.
		page.getDisplay().asyncExec(() -> {
			if (!page.isDisposed()) {
				say(heading, advice.formatted(keys()));
			}
		});
		link(target -> UiCommands.execute(site, TraplineUi.NEW_EXAMPLE_COMMAND)).setText("No study yet? <a href=\"example\">Create an example project</a>.");
	}

	private Link link(Consumer<String> links) {
		Link link = new Link(page, SWT.WRAP);
		link.addListener(SWT.Selection, event -> links.accept(event.text));
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(link);
		return link;
	}

	/** Says what is missing, and what to do. */
	public void say(String heading, String advice) {
		title.setText(heading);
		text.setText(advice);
		page.layout(true, true);
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
