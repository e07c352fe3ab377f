// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A choice among values, by a combo with a label. */
final class Choice<T> {

	private final Composite parent;
	private final Combo combo;
	private List<T> values = List.of();

	Choice(Composite row, String name, String explanation, Consumer<T> chosen) {
		parent = new Composite(row, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(parent);
		Label label = new Label(parent, SWT.NONE);
		label.setText(name + ":");
		label.setToolTipText(explanation);
		combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setToolTipText(explanation);
		combo.setData("choice", name);
		combo.addListener(SWT.Selection, event -> {
			if (combo.getSelectionIndex() >= 0) {
				chosen.accept(values.get(combo.getSelectionIndex()));
			}
		});
		parent.setLayoutData(new RowData());
	}

	/** Shows these values by these names; a choice of at most one is none, and not shown. */
	void show(List<T> others, List<String> names, Optional<T> chosen, int fewest) {
		if (!values.equals(others) || !List.of(combo.getItems()).equals(names)) {
			values = List.copyOf(others);
			combo.setItems(names.toArray(String[]::new));
		}
		combo.select(chosen.map(values::indexOf).orElse(-1));
		boolean shown = others.size() >= fewest;
		parent.setVisible(shown);
		((RowData) parent.getLayoutData()).exclude = !shown;
	}
}
