// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** What there is to know of something, line by line; a line may lead somewhere. */
public final class DetailTable {

	/**
	 * A line.
	 *
	 * @param name  what it says
	 * @param value in words
	 * @param place where it leads, in words; empty where it leads nowhere
	 * @param open  goes there
	 */
	public record Line(String name, String value, String place, Optional<Runnable> open) {
		public Line {
			Objects.requireNonNull(name);
			Objects.requireNonNull(value);
			Objects.requireNonNull(place);
			Objects.requireNonNull(open);
		}

		/** A line that leads nowhere. */
		public Line(String name, String value) {
			this(name, value, "", Optional.empty());
		}
	}

	private static final int PLACE = 2;
	private static final int LEAST_PLACE = 74;

	private final ColumnWidths columns;
	private final TableViewer table;

	/** @param heading of the first column: what the lines are about */
	public DetailTable(Composite parent, String heading) {
		table = new TableViewer(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setContentProvider(ArrayContentProvider.getInstance());
		table.getTable().setHeaderVisible(true);
		ColumnViewerToolTipSupport.enableFor(table);
		columns = new ColumnWidths(table.getTable());
		column(heading, 1, 120, 0);
		column("Value", 6, 120, 1);
		column("Where", 2, LEAST_PLACE, PLACE);
		table.addOpenListener(event -> ((Line) ((IStructuredSelection) event.getSelection()).getFirstElement()).open().ifPresent(Runnable::run));
		menu();
	}

	private void column(String title, int weight, int width, int index) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
		column.getColumn().setText(title);
		columns.set(column.getColumn(), weight, width);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				Line line = (Line) element;
				return index == 0 ? line.name() : index == 1 ? line.value() : line.place();
			}

			@Override
			public Color getForeground(Object element) {
				// JFace's colour of links fits the theme.
				return index == PLACE ? JFaceColors.getHyperlinkText(table.getControl().getDisplay()) : null;
			}

			@Override
			public String getToolTipText(Object element) {
				Line line = (Line) element;
				return line.name() + ": " + line.value() + (line.open().isPresent() ? "\nDouble-click opens " + line.place() + "." : "");
			}
		});
	}

	private void menu() {
		Action open = new Action("Open Source") {
			@Override
			public void run() {
				selected().flatMap(Line::open).ifPresent(Runnable::run);
			}
		};
		Action copy = new Action("Copy") {
			@Override
			public void run() {
				Clipboard clipboard = new Clipboard(table.getControl().getDisplay());
				try {
					clipboard.setContents(new Object[] { text() }, new Transfer[] { TextTransfer.getInstance() });
				} finally {
					clipboard.dispose();
				}
			}
		};
		copy.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
		MenuManager menu = new MenuManager();
		menu.add(open);
		menu.add(copy);
		menu.addMenuListener(manager -> open.setEnabled(selected().flatMap(Line::open).isPresent()));
		table.getControl().setMenu(menu.createContextMenu(table.getControl()));
	}

	private Optional<Line> selected() {
		return Optional.ofNullable((Line) table.getStructuredSelection().getFirstElement());
	}

	/** The selected line, or all, as text. */
	private String text() {
		List<?> lines = selected().isPresent() ? List.of(selected().get()) : lines();
		return lines.stream().map(Line.class::cast).map(line -> line.name() + "\t" + line.value()).collect(Collectors.joining(System.lineSeparator()));
	}

	/** Shows other lines. */
	public void show(List<Line> lines) {
		table.setInput(lines);
		// Where nothing leads anywhere the column would only take room.
		boolean leads = lines.stream().anyMatch(line -> !line.place().isEmpty());
		TableColumn place = table.getTable().getColumn(PLACE);
		if (leads) {
			columns.set(place, 2, LEAST_PLACE);
		} else {
			columns.hide(place);
		}
		columns.share();
	}

	/** The lines that are shown. */
	@SuppressWarnings("unchecked") // only show(…) sets them
	public List<Line> lines() {
		return table.getInput() == null ? List.of() : (List<Line>) table.getInput();
	}

	/** The widget. */
	public Control control() {
		return table.getControl();
	}
}
