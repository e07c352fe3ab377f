// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.IShellProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.PlatformUI;
import org.trapline.lang.ui.NameDialog;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunStore;
import org.trapline.ui.export.ExportRunsWizard;
import org.trapline.ui.help.TopicOf;
import org.trapline.ui.run.Runs;

/** What can be done to runs, with the questions that it takes. Files are changed off the UI thread. */
final class RunChanges {

	private final IShellProvider shell;

	/** @param shell above which dialogs open */
	RunChanges(IShellProvider shell) {
		this.shell = shell;
	}

	/** Asks for another name, and gives it to a run. */
	void askName(RunStore.Entry entry) {
		NameDialog dialog = new NameDialog(shell.getShell(), "Rename Run", "New name:", entry.name(),
				text -> text.isBlank() ? "Enter a name." : null, TopicOf.RENAME_RUN);
		if (dialog.open() == Window.OK) {
			rename(entry, dialog.name().strip());
		}
	}

	/** Gives a run another name. */
	void rename(RunStore.Entry entry, String name) {
		change("Rename", List.of(entry), each -> Runs.ofWorkbench().rename(each.folder(), name));
	}

	/** Keeps runs at the top, or lets them go. */
	void pin(List<RunStore.Entry> some, boolean pinned) {
		change("Pin", some, entry -> Runs.ofWorkbench().pin(entry.folder(), pinned));
	}

	/** Asks, then deletes runs with their folders. */
	void askToDelete(List<RunStore.Entry> some) {
		String what = some.size() == 1 ? "the run '%s'".formatted(some.get(0).name()) : "these %d runs".formatted(some.size());
		if (MessageDialog.openConfirm(shell.getShell(), "Delete Runs",
				"Delete %s with all results? This cannot be undone.".formatted(what))) {
			delete(some);
		}
	}

	/** Deletes runs without asking. */
	void delete(List<RunStore.Entry> some) {
		change("Delete", some, entry -> Runs.ofWorkbench().delete(entry.folder()));
	}

	private interface Change {
		void apply(RunStore.Entry entry) throws IOException;
	}

	/** Off the UI thread: a run may have many files. */
	private void change(String title, List<RunStore.Entry> some, Change change) {
		Job.create(title + " runs", (ICoreRunnable) monitor -> {
			for (RunStore.Entry entry : some) {
				try {
					change.apply(entry);
				} catch (IOException e) {
					throw new CoreException(Status.error("%s: %s".formatted(entry.name(), e.getMessage()), e));
				}
			}
		}).schedule();
	}

	/** Reads runs, and opens the wizard that exports them. */
	void export(List<RunStore.Entry> some) {
		Job.create("Reading results", (ICoreRunnable) monitor -> {
			List<Run> runs = new ArrayList<>();
			for (RunStore.Entry entry : some) {
				try {
					runs.add(Runs.ofWorkbench().run(entry.folder()));
				} catch (IOException e) {
					throw new CoreException(Status.error(e.getMessage(), e));
				}
			}
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> ExportRunsWizard.open(shell.getShell(), runs, Optional.empty()));
		}).schedule();
	}

	/** Asks for a result folder, and copies it into the history. */
	void askToTake(Consumer<Path> taken) {
		DirectoryDialog dialog = new DirectoryDialog(shell.getShell());
		dialog.setText("Import Result Folder");
		dialog.setMessage("A folder written by 'trapline run --out', or a run of another workspace:");
		String chosen = dialog.open();
		if (chosen != null) {
			take(Path.of(chosen), taken);
		}
	}

	/**
	 * Copies a folder that the command line wrote into the history; what is wrong with it is told in a dialog.
	 *
	 * @param taken is told of the copy, on the UI thread
	 */
	void take(Path folder, Consumer<Path> taken) {
		Job job = new Job("Importing " + folder) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				try {
					Path copy = Runs.ofWorkbench().take(folder);
					PlatformUI.getWorkbench().getDisplay().asyncExec(() -> taken.accept(copy));
				} catch (IOException e) {
					PlatformUI.getWorkbench().getDisplay().asyncExec(() -> ErrorDialog.openError(shell.getShell(), "Import Result Folder",
							"The folder was not imported.", Status.error(e.getMessage(), e)));
				}
				return Status.OK_STATUS;
			}
		};
		job.setUser(true);
		job.schedule();
	}

	/** Copies a text to the clipboard. */
	void copy(String text) {
		Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
