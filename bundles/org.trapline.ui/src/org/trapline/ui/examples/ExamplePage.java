// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.examples;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.trapline.run.Examples.Example;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.help.TopicOf;

/** Which study, and the name of its project. */
final class ExamplePage extends WizardPage {

	private final List<Example> examples;
	private final Optional<Example> preferred;
	private TableViewer list;
	private Label description;
	private Text name;
	/** What the page itself wrote into the name; once the user writes another it stays. */
	private String proposed = "";
	private Image icon;
	private Image empty;

	ExamplePage(List<Example> examples, Optional<Example> preferred) {
		super("example", "Trapline Project", TraplineUi.icon("wizard_banner.svg"));
		this.examples = examples;
		this.preferred = preferred;
		setDescription("Create an empty project, or one from a shipped study.");
	}

	@Override
	public void createControl(Composite parent) {
		initializeDialogUnits(parent);
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
		Label studies = new Label(page, SWT.NONE);
		studies.setText("&Start from:");
		GridDataFactory.fillDefaults().span(2, 1).applyTo(studies);
		list = new TableViewer(page, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(convertWidthInCharsToPixels(70), 120)
				.applyTo(list.getControl());
		icon = TraplineUi.icon("trapline.svg").createImage();
		empty = TraplineUi.icon("new_project.svg").createImage();
		page.addDisposeListener(event -> {
			icon.dispose();
			empty.dispose();
		});
		list.setContentProvider(ArrayContentProvider.getInstance());
		list.setLabelProvider(new LabelProvider() {
			@Override
			public String getText(Object element) {
				return ((Example) element).title();
			}

			@Override
			public Image getImage(Object element) {
				return ((Example) element).files().isEmpty() ? empty : icon;
			}
		});
		list.setInput(examples);
		list.addSelectionChangedListener(event -> selected());
		description = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1)
				.hint(convertWidthInCharsToPixels(70), convertHeightInCharsToPixels(4)).applyTo(description);
		Label label = new Label(page, SWT.NONE);
		label.setText("&Project name:");
		name = new Text(page, SWT.BORDER);
		name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		name.addModifyListener(event -> validate());
		setControl(page);
		TopicOf.set(page, TopicOf.wizard(NewExampleProjectWizard.ID));
		preferred.or(() -> examples.stream().findFirst())
				.ifPresent(example -> list.setSelection(new StructuredSelection(example), true));
		validate();
		// A page that has just opened does not scold.
		if (!examples.isEmpty()) {
			setErrorMessage(null);
		}
	}

	private void selected() {
		example().ifPresent(example -> {
			description.setText(example.description().replace("&", "&&"));
			if (name.getText().equals(proposed)) {
				proposed = ExampleProject.freeName(example);
				name.setText(proposed);
			}
		});
		validate();
	}

	private void validate() {
		String problem = null;
		if (examples.isEmpty()) {
			problem = "This installation has no example studies.";
		} else if (example().isEmpty()) {
			problem = "Choose an example or the empty project.";
		} else {
			IStatus valid = ExampleProject.check(projectName());
			problem = valid.isOK() ? null : valid.getMessage();
		}
		setErrorMessage(problem);
		setPageComplete(problem == null);
	}

	Optional<Example> example() {
		return Optional.ofNullable((Example) list.getStructuredSelection().getFirstElement());
	}

	String projectName() {
		return name.getText().strip();
	}

	/** For tests and callers that know better: as if the user had typed it. */
	void setProjectName(String text) {
		name.setText(text);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			list.getControl().setFocus();
		}
	}
}
