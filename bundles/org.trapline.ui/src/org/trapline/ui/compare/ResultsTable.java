// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.trapline.chart.Sample;
import org.trapline.result.Comparison;

/** The numbers behind the chart: one line for each value, beside what was published. Sorted by a click on a heading. */
final class ResultsTable {

	/** The widths of so many lines are measured. */
	private static final int MEASURED = 200;
	private static final int PADDING = 13;

	private final Composite frame;
	private TableColumnLayout layout = new TableColumnLayout();
	private TableViewer viewer;
	private List<ResultColumn> columns = List.of();
	private List<Sample> samples = List.of();
	private Consumer<Optional<Sample>> onSelect = sample -> {
	};
	private Consumer<Sample> onOpen = sample -> {
	};

	ResultsTable(Composite parent) {
		frame = new Composite(parent, SWT.NONE);
		frame.setLayout(layout);
		viewer = new TableViewer(frame, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL | SWT.VIRTUAL);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.getTable().setHeaderVisible(true);
		viewer.getTable().setLinesVisible(true);
		ColumnViewerToolTipSupport.enableFor(viewer);
		viewer.addSelectionChangedListener(event -> onSelect.accept(first(event.getStructuredSelection())));
		viewer.addOpenListener(event -> first((IStructuredSelection) event.getSelection()).ifPresent(onOpen));
	}

	private static Optional<Sample> first(IStructuredSelection selection) {
		return Optional.ofNullable((Sample) selection.getFirstElement());
	}

	/** The table with its frame. */
	Composite frame() {
		return frame;
	}

	Control control() {
		return viewer.getControl();
	}

	TableViewer viewer() {
		return viewer;
	}

	void onSelect(Consumer<Optional<Sample>> listener) {
		onSelect = listener;
	}

	void onOpen(Consumer<Sample> listener) {
		onOpen = listener;
	}

	/** Shows other values; the order stays the one that the user has chosen, where it can. */
	void show(List<Sample> others) {
		Table table = viewer.getTable();
		table.setRedraw(false);
		try {
			List<ResultColumn> needed = ResultColumn.of(others);
			boolean same = needed.stream().map(ResultColumn::title).toList().equals(columns.stream().map(ResultColumn::title).toList());
			samples = others;
			columns = needed;
			if (!same) {
				table.setSortColumn(null);
				for (TableColumn column : table.getColumns()) {
					column.dispose();
				}
				layout = new TableColumnLayout();
				frame.setLayout(layout);
				columns.forEach(this::add);
			}
			viewer.setInput(sorted());
			fit();
		} finally {
			table.setRedraw(true);
		}
	}

	private void add(ResultColumn column) {
		int index = columns.indexOf(column);
		TableViewerColumn shown = new TableViewerColumn(viewer, column.number() ? SWT.RIGHT : SWT.LEFT);
		shown.getColumn().setText(column.title());
		shown.getColumn().setToolTipText(column.explanation() + "; click to sort");
		shown.getColumn().setMoveable(true);
		shown.getColumn().addListener(SWT.Selection, event -> sortBy(shown.getColumn()));
		layout.setColumnData(shown.getColumn(), new ColumnWeightData(1, true));
		shown.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return columns.get(index).text().apply((Sample) element);
			}

			@Override
			public String getToolTipText(Object element) {
				return ((Sample) element).row().comparison().map(Comparison::published)
						.map(published -> "Published: %s (%s)".formatted(published.source(), published.status())).orElse(null);
			}
		});
	}

	/** Up, down, and as the study has it. */
	private void sortBy(TableColumn column) {
		Table table = viewer.getTable();
		if (table.getSortColumn() != column) {
			table.setSortColumn(column);
			table.setSortDirection(SWT.UP);
		} else if (table.getSortDirection() == SWT.UP) {
			table.setSortDirection(SWT.DOWN);
		} else {
			table.setSortColumn(null);
			table.setSortDirection(SWT.NONE);
		}
		IStructuredSelection selection = viewer.getStructuredSelection();
		viewer.setInput(sorted());
		viewer.setSelection(selection, true);
	}

	private List<Sample> sorted() {
		Table table = viewer.getTable();
		if (table.getSortColumn() == null) {
			return samples;
		}
		ResultColumn column = columns.get(table.indexOf(table.getSortColumn()));
		List<Sample> sorted = new ArrayList<>(samples);
		sorted.sort(table.getSortDirection() == SWT.UP ? column.order() : column.order().reversed());
		return sorted;
	}

	/** No column narrower than its contents; what room is left they share. */
	private void fit() {
		GC gc = new GC(viewer.getTable());
		try {
			for (int i = 0; i < columns.size(); i++) {
				ResultColumn column = columns.get(i);
				// Headings may be bold.
				int width = (int) (gc.textExtent(column.title()).x * 1.15);
				for (Sample sample : samples.subList(0, Math.min(MEASURED, samples.size()))) {
					width = Math.max(width, gc.textExtent(column.text().apply(sample)).x);
				}
				layout.setColumnData(viewer.getTable().getColumn(i), samples.isEmpty() ? new ColumnPixelData(width + 2 * PADDING)
						: new ColumnWeightData(width, width + PADDING, true));
			}
		} finally {
			gc.dispose();
		}
		frame.layout(true, true);
	}

	/** Selects the line of a value, without telling. */
	void select(Optional<Sample> sample) {
		Consumer<Optional<Sample>> listener = onSelect;
		onSelect = none -> {
		};
		viewer.setSelection(sample.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
		onSelect = listener;
	}

	void selectAll() {
		viewer.getTable().selectAll();
	}

	/** The lines as they are seen, with a heading, as spreadsheets take them: the selected ones, or all when none is selected. */
	String text() {
		Table table = viewer.getTable();
		List<Sample> lines = table.getSelectionCount() > 0
				? viewer.getStructuredSelection().stream().map(Sample.class::cast).toList()
				: sorted();
		List<ResultColumn> ordered = Arrays.stream(table.getColumnOrder()).mapToObj(columns::get).toList();
		return line(ordered, ResultColumn::title) + lines.stream().map(sample -> line(ordered, column -> column.text().apply(sample))).collect(Collectors.joining());
	}

	private static String line(List<ResultColumn> columns, Function<ResultColumn, String> cell) {
		return columns.stream().map(cell).collect(Collectors.joining("\t")) + System.lineSeparator();
	}

	/** Copies what {@link #text()} says. */
	void copy() {
		Clipboard clipboard = new Clipboard(viewer.getTable().getDisplay());
		try {
			clipboard.setContents(new Object[] { text() }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
