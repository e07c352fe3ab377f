// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.results;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.trapline.run.Comparison;
import org.trapline.run.ResultRow;

/** The numbers behind the chart: one line for each value, beside what was published. */
final class ResultsTable {

	private final TableColumnLayout layout = new TableColumnLayout();
	private final TableViewer viewer;

	ResultsTable(Composite parent) {
		Composite frame = new Composite(parent, SWT.NONE);
		frame.setLayout(layout);
		viewer = new TableViewer(frame, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.getTable().setHeaderVisible(true);
		viewer.getTable().setLinesVisible(true);
		ColumnViewerToolTipSupport.enableFor(viewer);
		for (ResultColumn column : ResultColumn.values()) {
			add(column);
		}
	}

	private void add(ResultColumn column) {
		TableViewerColumn shown = new TableViewerColumn(viewer, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
		shown.getColumn().setText(column.title());
		shown.getColumn().setToolTipText(column.explanation());
		shown.getColumn().setMoveable(true);
		layout.setColumnData(shown.getColumn(), new ColumnWeightData(column.weight(), true));
		shown.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return column.text((ResultRow) element);
			}

			@Override
			public String getToolTipText(Object element) {
				return ((ResultRow) element).comparison().map(Comparison::published)
						.map(published -> "Published: %s (%s)".formatted(published.source(), published.status()))
						.orElse(null);
			}
		});
	}

	Control control() {
		return viewer.getControl();
	}

	TableViewer viewer() {
		return viewer;
	}

	void show(List<ResultRow> rows) {
		viewer.setInput(rows);
		// "traps" in traps, "cycles" in cycles: then the unit only takes room.
		boolean unitIsPlain = rows.stream().allMatch(row -> row.metric().unit().equals(row.metric().id()));
		fit(unitIsPlain ? Set.of(ResultColumn.UNIT) : Set.of());
	}

	/** No column narrower than its contents; what room is left they share. */
	private void fit(Set<ResultColumn> hidden) {
		Table table = viewer.getTable();
		table.setRedraw(false);
		for (ResultColumn column : ResultColumn.values()) {
			TableColumn shown = table.getColumn(column.ordinal());
			shown.setResizable(!hidden.contains(column));
			if (hidden.contains(column)) {
				layout.setColumnData(shown, new ColumnPixelData(0, false));
			} else {
				shown.pack();
				layout.setColumnData(shown, new ColumnWeightData(column.weight(), shown.getWidth(), true));
			}
		}
		table.getParent().layout(true, true);
		table.setRedraw(true);
	}

	void selectAll() {
		viewer.getTable().selectAll();
	}

	/** Copies the selected lines, or all when none is selected, with a heading, as spreadsheets take them. */
	void copy() {
		Table table = viewer.getTable();
		Stream<ResultRow> rows = Stream.of(table.getSelectionCount() > 0 ? table.getSelection() : table.getItems())
				.map(item -> (ResultRow) item.getData());
		String heading = line(ResultColumn::title);
		String text = Stream.concat(Stream.of(heading), rows.map(row -> line(column -> column.text(row))))
				.collect(Collectors.joining(System.lineSeparator()));
		Clipboard clipboard = new Clipboard(table.getDisplay());
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	private static String line(Function<ResultColumn, String> cell) {
		return Stream.of(ResultColumn.values()).map(cell).collect(Collectors.joining("\t"));
	}

	/** {@code +3.4 %}; nothing to compare with is an empty text. */
	static String error(ResultRow row) {
		return row.comparison().map(comparison -> comparison.errorPercent(row.value()))
				.map(error -> error == 0 ? "0 %" : String.format(Locale.ROOT, "%+.1f %%", error)).orElse("");
	}
}
