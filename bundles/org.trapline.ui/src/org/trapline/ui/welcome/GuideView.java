// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.SerializationException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.Runs;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A guide that leads through a first study, step by step, with a button for each that does it. The platform's cheat sheets would need its help
 * system, which needs a web server.
 */
public final class GuideView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.guide";

	private static final String TEXT = "/guides/first-study.xml";
	private static final int INDENT = 22;

	private final List<Button> buttons = new ArrayList<>();
	private LocalResourceManager resources;
	private ScrolledComposite scroll;
	private Composite page;
	private int done;

	@Override
	public void createPartControl(Composite parent) {
		resources = new LocalResourceManager(JFaceResources.getResources(), parent);
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		page = new Composite(scroll, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(14, 10).spacing(6, 4).numColumns(2).applyTo(page);
		try (InputStream in = GuideView.class.getResourceAsStream(TEXT)) {
			fill(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement());
		} catch (IOException | SAXException | ParserConfigurationException e) {
			TraplineUi.log(Status.error("The guide cannot be read", e));
		}
		scroll.setContent(page);
		scroll.addListener(SWT.Resize, event -> fit());
	}

	private void fill(Element guide) {
		Label title = text(guide.getAttribute("title"), 2, 0);
		title.setFont(JFaceResources.getHeaderFont());
		text(words(guide.getElementsByTagName("intro").item(0).getTextContent()), 2, 0);
		NodeList steps = guide.getElementsByTagName("step");
		for (int i = 0; i < steps.getLength(); i++) {
			step(i + 1, (Element) steps.item(i));
		}
	}

	private void step(int number, Element step) {
		Label mark = new Label(page, SWT.NONE);
		mark.setImage(resources.create(TraplineUi.icon("step_next.svg")));
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, 10).applyTo(mark);
		Label title = text(number + ". " + step.getAttribute("title"), 1, 0);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 10).applyTo(title);
		text(words(step.getTextContent()), 2, INDENT);
		Button button = new Button(page, SWT.PUSH);
		button.setText(step.getAttribute("button"));
		GridDataFactory.swtDefaults().span(2, 1).indent(INDENT, 2).applyTo(button);
		String command = step.getAttribute("command");
		Runnable happened = () -> {
			if (button.getData() == null) {
				button.setData(Boolean.TRUE);
				done++;
				mark.setImage(resources.create(TraplineUi.icon("ok.svg")));
			}
		};
		button.addListener(SWT.Selection, event -> {
			// A run only begins here.
			if (execute(command) && !command.equals(TraplineUi.RUN_COMMAND)) {
				happened.run();
			}
		});
		if (command.equals(TraplineUi.RUN_COMMAND)) {
			Consumer<RunOutcome> outcomes = outcome -> {
				if (outcome instanceof RunOutcome.Finished) {
					happened.run();
				}
			};
			Runs.ofWorkbench().addOutcomeListener(outcomes);
			button.addListener(SWT.Dispose, event -> Runs.ofWorkbench().removeOutcomeListener(outcomes));
		}
		buttons.add(button);
	}

	private static String words(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

	private Label text(String text, int span, int indent) {
		Label label = new Label(page, SWT.WRAP);
		label.setText(text.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).span(span, 1).indent(indent, 0).hint(150, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private void fit() {
		scroll.setMinSize(scroll.getClientArea().width, page.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
	}

	/** Does what a step says; tells whether that was possible, and the user did not cancel it. */
	private boolean execute(String command) {
		try {
			Object result = getSite().getService(IHandlerService.class).executeCommand(getSite().getService(ICommandService.class).deserialize(command), null);
			// Commands that open a dialog return how it was closed.
			return !Integer.valueOf(Window.CANCEL).equals(result);
		} catch (NotEnabledException | NotHandledException e) {
			MessageDialog.openInformation(getSite().getShell(), "Guide", "That is not possible yet. Complete the earlier steps first.");
		} catch (ExecutionException | NotDefinedException | SerializationException e) {
			TraplineUi.log(Status.error("The step " + command + " failed", e));
		}
		return false;
	}

	/** The buttons of the steps. */
	public List<Button> buttons() {
		return buttons;
	}

	/** How many steps are done. */
	public int done() {
		return done;
	}

	@Override
	public void setFocus() {
		page.setFocus();
	}
}
