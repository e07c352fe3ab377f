// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;
import org.trapline.result.RunSelection;
import org.trapline.run.StudyOutline;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.help.TopicOf;
import org.trapline.ui.preferences.TraplinePreferences;

/** Which study runs, which part of it (experiments, and variants of them, the stacks), and how: seed and threads. */
final class StudyTab extends AbstractLaunchConfigurationTab {

	static final String FILE = "Path of a .trapline file in the workspace";
	static final String NONE_TICKED = "None checked: all run.";
	static final String SEED = "Seed of the random numbers, an integer; empty: the seed of each experiment";
	static final String THREADS = "Number of threads that simulate points of the experiments; empty: as in the preferences. Results do not depend on it.";

	private Text file;
	private CheckboxTableViewer experiments;
	private CheckboxTableViewer stacks;
	private Text seed;
	private Text jobs;
	private Label hint;
	private Image image;
	/** What is read of the study; a later file makes an earlier answer void. */
	private int asked;
	private RunSelection wanted = RunSelection.ALL;

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
		Label label = new Label(page, SWT.NONE);
		label.setText("&Study:");
		file = new Text(page, SWT.BORDER);
		file.setToolTipText(FILE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(file);
		file.addListener(SWT.Modify, event -> {
			read();
			updateLaunchConfigurationDialog();
		});
		Button browse = createPushButton(page, "&Browse…", null);
		browse.addListener(SWT.Selection, event -> browse());
		// Side by side: the dialog is low, and what stands below them has to be in sight.
		Composite lists = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(lists);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(lists);
		experiments = list(lists, "&Experiments", NONE_TICKED);
		stacks = list(lists, "S&tacks (variants)", NONE_TICKED);
		createOptions(page);
		hint = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(300, SWT.DEFAULT).applyTo(hint);
		setControl(page);
		TopicOf.set(page, TopicOf.RUN_CONFIGURATION);
	}

	private void createOptions(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(row);
		GridLayoutFactory.fillDefaults().numColumns(4).applyTo(row);
		seed = field(row, "See&d:", "as in the experiments", SEED);
		jobs = field(row, "T&hreads:", TraplinePreferences.threads() + " (preferences)",
				THREADS);
	}

	private Text field(Composite row, String name, String message, String explanation) {
		Label label = new Label(row, SWT.NONE);
		label.setText(name);
		Text text = new Text(row, SWT.BORDER);
		text.setMessage(message);
		text.setToolTipText(explanation);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
		text.addListener(SWT.Modify, event -> updateLaunchConfigurationDialog());
		return text;
	}

	private OptionTexts options() {
		return new OptionTexts(seed.getText().strip(), jobs.getText().strip());
	}

	private CheckboxTableViewer list(Composite lists, String title, String explanation) {
		Group group = new Group(lists, SWT.NONE);
		group.setText(title);
		group.setToolTipText(explanation);
		GridLayoutFactory.swtDefaults().applyTo(group);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(group);
		CheckboxTableViewer list = CheckboxTableViewer.newCheckList(group, SWT.BORDER | SWT.V_SCROLL);
		list.setContentProvider(ArrayContentProvider.getInstance());
		list.setLabelProvider(new LabelProvider());
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 80).applyTo(list.getControl());
		Label text = new Label(group, SWT.NONE);
		text.setText(explanation);
		list.addCheckStateListener(event -> {
			wanted = new RunSelection(checked(experiments), checked(stacks));
			updateLaunchConfigurationDialog();
		});
		return list;
	}

	private static List<String> checked(CheckboxTableViewer list) {
		return Arrays.stream(list.getCheckedElements()).map(String.class::cast).toList();
	}

	private void browse() {
		FilteredResourcesSelectionDialog dialog = new FilteredResourcesSelectionDialog(getShell(), false, ResourcesPlugin.getWorkspace().getRoot(),
				IResource.FILE);
		dialog.setTitle("Choose a Study");
		dialog.setInitialPattern("*.trapline");
		if (dialog.open() == Window.OK) {
			file.setText(((IFile) dialog.getFirstResult()).getFullPath().makeRelative().toString());
		}
	}

	/** Reads what the study has, off the UI thread. */
	private void read() {
		int number = ++asked;
		Optional<IFile> study = RunRequest.named(file.getText().strip());
		if (study.isEmpty() || study.get().getLocation() == null) {
			show(StudyOutline.NOTHING, "");
			return;
		}
		Path path = study.get().getLocation().toPath();
		Job job = Job.createSystem("Reading a study", (ICoreRunnable) monitor -> {
			Optional<StudyOutline> outline = StudyOutline.read(Runs.ofWorkbench().studies(), path);
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
				if (number == asked && !file.isDisposed()) {
					show(outline.orElse(StudyOutline.NOTHING), outline.isPresent() ? "" : "The study has errors: its experiments cannot be read.");
				}
			});
		});
		job.schedule();
	}

	private void show(StudyOutline outline, String text) {
		experiments.setInput(outline.experiments());
		stacks.setInput(outline.variants());
		experiments.setCheckedElements(wanted.experiments().toArray());
		stacks.setCheckedElements(wanted.stacks().toArray());
		hint.setText(text);
		hint.getParent().layout();
	}

	@Override
	public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
		configuration.setAttribute(StudyLaunch.FILE, "");
	}

	@Override
	public void initializeFrom(ILaunchConfiguration configuration) {
		try {
			wanted = StudyLaunch.selection(configuration);
			OptionTexts options = OptionTexts.of(configuration);
			seed.setText(options.seed());
			jobs.setText(options.jobs());
			file.setText(configuration.getAttribute(StudyLaunch.FILE, ""));
		} catch (CoreException e) {
			setErrorMessage(e.getStatus().getMessage());
		}
	}

	@Override
	public void performApply(ILaunchConfigurationWorkingCopy configuration) {
		configuration.setAttribute(StudyLaunch.FILE, file.getText().strip());
		configuration.setAttribute(StudyLaunch.EXPERIMENTS, wanted.experiments());
		configuration.setAttribute(StudyLaunch.STACKS, wanted.stacks());
		options().set(configuration);
		RunRequest.named(file.getText().strip()).ifPresent(study -> configuration.setMappedResources(new IFile[] { study }));
	}

	@Override
	public boolean isValid(ILaunchConfiguration configuration) {
		String name = file.getText().strip();
		setErrorMessage(null);
		if (name.isEmpty()) {
			setErrorMessage("Choose a study.");
		} else if (!name.endsWith(".trapline")) {
			setErrorMessage("The name of a study must end in .trapline.");
		} else if (IPath.fromPortableString(name).segmentCount() < 2 || RunRequest.named(name).isEmpty()) {
			setErrorMessage("There is no file %s in the workspace.".formatted(name));
		} else {
			options().problem().ifPresent(this::setErrorMessage);
		}
		return getErrorMessage() == null;
	}

	@Override
	public String getName() {
		return "Study";
	}

	@Override
	public Image getImage() {
		if (image == null) {
			image = TraplineUi.icon("trapline.svg").createImage();
		}
		return image;
	}

	@Override
	public void dispose() {
		if (image != null) {
			image.dispose();
			image = null;
		}
		super.dispose();
	}
}
