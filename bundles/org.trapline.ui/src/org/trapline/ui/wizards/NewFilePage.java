// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.trapline.catalog.CatalogException;
import org.trapline.run.catalog.CatalogListing;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.help.TopicOf;
import org.trapline.ui.run.Runs;
import org.trapline.ui.study.Latest;

/** Asks where a file goes and which machine it is about, and fills it. */
final class NewFilePage extends WizardNewFileCreationPage {

	private static final String ENDING = "trapline";

	private final FileTemplate template;
	private Combo machine;
	/** Empty until the catalog is read. */
	private Optional<List<FileDraft>> drafts = Optional.empty();

	NewFilePage(IStructuredSelection selection, FileTemplate template) {
		super("file", selection);
		this.template = template;
		setTitle(template.title());
		setDescription(template.explanation());
		setImageDescriptor(TraplineUi.icon("wizard_banner.svg"));
		setFileExtension(ENDING);
		setFileName(template.fileName());
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		createMachine((Composite) getControl());
		TopicOf.set(getControl(), TopicOf.wizard(template));
		// A name that is free: a page that has just opened does not scold.
		IPath folder = getContainerFullPath();
		if (folder != null) {
			String free = template.fileName();
			for (int i = 2; ResourcesPlugin.getWorkspace().getRoot().exists(folder.append(free)); i++) {
				free = template.fileName().replace("." + ENDING, "-" + i + "." + ENDING);
			}
			setFileName(free);
		}
	}

	private void createMachine(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Label label = new Label(row, SWT.NONE);
		label.setText("Mac&hine:");
		machine = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
		machine.setToolTipText("Installed machine that the file is about");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(machine);
		new Latest(page).ask("Reading the catalog", NewFilePage::possible, this::take);
	}

	private static List<FileDraft> possible() {
		try {
			return FileDraft.possible(new CatalogListing(Runs.ofWorkbench().studies()).entries());
		} catch (CatalogException e) {
			TraplineUi.log(Status.error("The machines that are installed are not known: " + e.getMessage(), e));
			return List.of();
		}
	}

	private void take(List<FileDraft> found) {
		drafts = Optional.of(found);
		machine.setItems(found.stream().map(FileDraft::title).toArray(String[]::new));
		machine.select(0);
		machine.setEnabled(!found.isEmpty());
		setPageComplete(validatePage());
	}

	@Override
	protected boolean validatePage() {
		return super.validatePage() && drafts.isPresent();
	}

	@Override
	protected InputStream getInitialContents() {
		String text = drafts.filter(found -> !found.isEmpty()).map(found -> found.get(Math.max(0, machine.getSelectionIndex())).text(template))
				.orElse("// " + template.explanation() + "\n// No plug-in with a machine, a hypervisor and a workload is installed.\n");
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	protected void createLinkTarget() {
		// A text of one's own is no link to elsewhere.
	}

	@Override
	protected void createAdvancedControls(Composite parent) {
		// Nothing more to ask.
	}

	@Override
	protected IStatus validateLinkedResource() {
		return Status.OK_STATUS;
	}

	@Override
	protected String getNewFileLabel() {
		return "File na&me:";
	}
}
