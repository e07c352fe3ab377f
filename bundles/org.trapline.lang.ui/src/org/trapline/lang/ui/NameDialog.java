// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** Asks for another name. It is the platform's input dialog with room for the help beside it, which that has not. */
public final class NameDialog extends TrayDialog {

	private final String title;
	private final String question;
	private final IInputValidator validator;
	private final String topic;
	private String name;
	private Text text;
	private Label problem;

	/**
	 * @param name      is what there is to change
	 * @param validator says what is wrong with a name; the empty text when that needs no words
	 * @param topic     of the help
	 */
	public NameDialog(Shell parent, String title, String question, String name, IInputValidator validator, String topic) {
		super(parent);
		this.title = title;
		this.question = question;
		this.name = name;
		this.validator = validator;
		this.topic = topic;
	}

	/** What was entered. */
	public String name() {
		return name;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(title);
		// F1 and the question mark, whatever in the dialog has the focus.
		shell.addHelpListener(event -> PlatformUI.getWorkbench().getHelpSystem().displayHelpResource(topic));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Label label = new Label(area, SWT.WRAP);
		label.setText(question);
		GridDataFactory.fillDefaults().grab(true, false).hint(convertHorizontalDLUsToPixels(IDialogConstants.MINIMUM_MESSAGE_AREA_WIDTH), SWT.DEFAULT).applyTo(label);
		text = new Text(area, SWT.SINGLE | SWT.BORDER);
		text.setText(name);
		text.selectAll();
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		problem = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(problem);
		text.addListener(SWT.Modify, event -> check());
		return area;
	}

	@Override
	protected Control createButtonBar(Composite parent) {
		Control bar = super.createButtonBar(parent);
		text.setFocus();
		check();
		return bar;
	}

	private void check() {
		String wrong = validator.isValid(text.getText());
		problem.setText(wrong == null ? "" : wrong);
		getButton(IDialogConstants.OK_ID).setEnabled(wrong == null);
	}

	@Override
	protected void okPressed() {
		name = text.getText();
		super.okPressed();
	}
}
