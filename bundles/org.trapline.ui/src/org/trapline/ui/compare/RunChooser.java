// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunStore;
import org.trapline.ui.run.Runs;

/** Asks which runs to compare. */
final class RunChooser {

	private RunChooser() {
	}

	/**
	 * Asks.
	 *
	 * @param chosen ids of the runs that are chosen now
	 * @return the folders; empty when the user cancels
	 */
	static Optional<List<Path>> ask(Shell shell, List<String> chosen) {
		List<RunStore.Entry> entries = Runs.ofWorkbench().entries().stream().filter(entry -> entry.info().isPresent()).toList();
		if (entries.isEmpty()) {
			MessageDialog.openInformation(shell, "Choose Runs", "There are no runs yet: run a study first.");
			return Optional.empty();
		}
		LabelProvider labels = new LabelProvider() {
			@Override
			public String getText(Object element) {
				RunInfo info = ((RunStore.Entry) element).info().orElseThrow();
				return "%s   (%s, %s)".formatted(info.name(), RunCaption.time(info.began()), RunCaption.fingerprint(info.fingerprint()));
			}
		};
		ListSelectionDialog dialog = ListSelectionDialog.of(entries).contentProvider(ArrayContentProvider.getInstance()).labelProvider(labels)
				.title("Choose Runs").message("Runs to compare in one chart:")
				.preselect(entries.stream().filter(entry -> chosen.contains(entry.info().orElseThrow().id())).toArray()).create(shell);
		if (dialog.open() != Window.OK) {
			return Optional.empty();
		}
		return Optional.of(Arrays.stream(dialog.getResult()).map(entry -> ((RunStore.Entry) entry).folder()).toList());
	}
}
