// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.stack;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.trapline.chart.stack.StackPicture;
import org.trapline.run.picture.StackDiagram.Route;
import org.trapline.ui.preferences.TraplinePreferences;

/** The ways that can be drawn: those that are checked are. */
final class WaysTable {

	private final CheckboxTableViewer table;
	private boolean silent;
	private Function<String, String> mark = name -> "";

	WaysTable(Composite parent) {
		Composite frame = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		frame.setLayout(layout);
		table = new CheckboxTableViewer(new Table(frame, SWT.CHECK | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL));
		table.setContentProvider(ArrayContentProvider.getInstance());
		table.getTable().setHeaderVisible(true);
		ColumnViewerToolTipSupport.enableFor(table);
		column(layout, "", SWT.CENTER, 0, 48, route -> mark.apply(route.workload()));
		column(layout, "Operation", SWT.LEFT, 3, 140, Route::workload);
		column(layout, "Traps", SWT.RIGHT, 1, 70, route -> TraplinePreferences.number(BigDecimal.valueOf(route.traps())));
		column(layout, "Cycles", SWT.RIGHT, 1, 90, route -> TraplinePreferences.number(BigDecimal.valueOf(route.cycles())));
		column(layout, "Path", SWT.LEFT, 6, 160, StackPicture::way);
	}

	private void column(TableColumnLayout layout, String title, int style, int weight, int width, Function<Route, String> text) {
		TableViewerColumn column = new TableViewerColumn(table, style);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, width, true));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.apply((Route) element);
			}

			@Override
			public String getToolTipText(Object element) {
				return StackPicture.way((Route) element) + "\nDouble-click opens the Trap Flow view.";
			}
		});
	}

	/** Shows ways, these of them checked. */
	void show(List<Route> routes, Set<String> checked) {
		silent = true;
		table.setInput(routes);
		check(checked);
		silent = false;
	}

	/** Shows what ways are marked with in the picture. */
	void mark(Function<String, String> marks) {
		mark = marks;
		table.refresh(true);
	}

	/** Checks these ways and no others, without telling. */
	void check(Set<String> names) {
		table.setCheckedElements(routes().stream().filter(route -> names.contains(route.workload())).toArray());
	}

	private List<Route> routes() {
		return Arrays.stream(table.getTable().getItems()).map(item -> (Route) item.getData()).toList();
	}

	/** Selects a way, or none, without telling. */
	void select(Optional<String> workload) {
		if (selected().equals(workload)) {
			return;
		}
		silent = true;
		table.setSelection(workload.flatMap(name -> routes().stream().filter(route -> route.workload().equals(name)).findFirst())
				.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
		silent = false;
	}

	/** The way that is selected. */
	Optional<String> selected() {
		return Optional.ofNullable((Route) table.getStructuredSelection().getFirstElement()).map(Route::workload);
	}

	/** All ways that there are. */
	Set<String> names() {
		return routes().stream().map(Route::workload).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	void setMenu(MenuManager menu) {
		table.getTable().setMenu(menu.createContextMenu(table.getTable()));
	}

	/** Tells of the way that the user selects. */
	void onSelect(Consumer<Optional<String>> listener) {
		table.addSelectionChangedListener(event -> {
			if (!silent) {
				listener.accept(selected());
			}
		});
	}

	/** Tells what is checked when the user changes it. */
	void onCheck(Consumer<Set<String>> listener) {
		table.addCheckStateListener(event -> listener.accept(Arrays.stream(table.getCheckedElements()).map(each -> ((Route) each).workload())
				.collect(Collectors.toCollection(LinkedHashSet::new))));
	}

	/** Tells of a way that the user opens. */
	void onOpen(Consumer<String> listener) {
		table.addOpenListener(event -> listener.accept(((Route) ((IStructuredSelection) event.getSelection()).getFirstElement()).workload()));
	}
}
