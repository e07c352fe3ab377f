// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** A list of proposals or of quick fixes that the editor shows beside the caret. */
record ProposalList(Table table) {

	/** Waits for a list in which one has a text. */
	static ProposalList await(String text) {
		Ui.await("the proposal " + text, () -> find(text).isPresent());
		return Ui.get(() -> find(text).orElseThrow());
	}

	private static Optional<ProposalList> find(String text) {
		for (Shell shell : Ui.display().getShells()) {
			if (shell != Ui.window().getShell() && shell.isVisible()) {
				for (Table table : Ui.find(shell, Table.class, each -> true)) {
					ProposalList list = new ProposalList(table);
					if (list.index(text) >= 0) {
						return Optional.of(list);
					}
				}
			}
		}
		return Optional.empty();
	}

	private int index(String text) {
		for (int i = 0; i < table.getItemCount(); i++) {
			TableItem item = table.getItem(i);
			if (item.getText().startsWith(text) || item.getText().contains("'" + text + "'")) {
				return i;
			}
		}
		return -1;
	}

	/** Takes the first proposal with a text. */
	void choose(String text) {
		Ui.start(() -> {
			table.setSelection(index(text));
			Event select = new Event();
			select.item = table.getItem(index(text));
			table.notifyListeners(SWT.Selection, select);
			Event event = new Event();
			event.item = table.getItem(index(text));
			table.notifyListeners(SWT.DefaultSelection, event);
		});
	}
}
