// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunStore;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.compare.RunCaption;
import org.trapline.ui.picture.ColumnWidths;

/** The table of runs: columns, what they say, and what a search finds. */
final class RunTable {

	/** So much of a fingerprint tells neighbours apart. */
	private static final int SHORT = 8;

	/** Beside the text of a cell, in points. */
	private static final int MARGIN = 4;

	/** The icon before a name, in points. */
	private static final int ICON = 20;

	/**
	 * A column.
	 *
	 * @param sample takes as much room as most of its texts
	 * @param weight its part of the room that is left
	 */
	private record Column(String title, String sample, int weight, Function<RunStore.Entry, String> text) {
	}

	private static final List<Column> COLUMNS = List.of(
			new Column("Run", "study: Experiment", 5, RunStore.Entry::name),
			new Column("When", "00-00 00:00", 1, entry -> entry.info().map(info -> RunCaption.shortTime(info.began())).orElse("")),
			new Column("Took", "00.0 s", 1, entry -> entry.info().map(info -> RunCaption.seconds(info.took())).orElse("")),
			new Column("Fingerprint", "0".repeat(SHORT), 1,
					entry -> entry.info().map(info -> RunCaption.fingerprint(info.fingerprint()).substring(0, SHORT)).orElse("cannot be read")));

	private final TableViewer table;
	private final LocalResourceManager images;

	RunTable(Composite parent) {
		images = new LocalResourceManager(JFaceResources.getResources(), parent);
		table = new TableViewer(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setContentProvider(ArrayContentProvider.getInstance());
		table.getTable().setHeaderVisible(true);
		// A scroll bar that lies over the rows, and only while the mouse is there, does not say that there is more.
		table.getTable().setScrollbarsMode(SWT.NONE);
		ColumnViewerToolTipSupport.enableFor(table);
		COLUMNS.forEach(this::column);
		int[] least = widths();
		int last = least.length - 1;
		ColumnWidths widths = new ColumnWidths(table.getTable());
		for (int i = 0; i < last; i++) {
			widths.set(table.getTable().getColumn(i), COLUMNS.get(i).weight(), least[i]);
		}
		TableColumn fingerprint = table.getTable().getColumn(last);
		table.getTable().addListener(SWT.Resize, event -> {
			// The details below say the fingerprint too: where there is no room for all, the names need it more.
			if (table.getTable().getClientArea().width < IntStream.of(least).sum()) {
				widths.hide(fingerprint);
			} else {
				widths.set(fingerprint, COLUMNS.get(last).weight(), least[last]);
			}
			widths.share();
		});
	}

	/** The least width of each column, in points: its title and most of its texts can be read. */
	private int[] widths() {
		GC gc = new GC(table.getTable());
		try {
			int[] samples = COLUMNS.stream().mapToInt(column -> gc.textExtent(column.sample()).x).toArray();
			// Titles may be bold.
			gc.setFont(images.create(FontDescriptor.createFrom(table.getTable().getFont()).withStyle(SWT.BOLD)));
			int[] widths = new int[samples.length];
			for (int i = 0; i < widths.length; i++) {
				widths[i] = Math.max(samples[i], gc.textExtent(COLUMNS.get(i).title()).x) + 2 * MARGIN + (i == 0 ? ICON : 0);
			}
			return widths;
		} finally {
			gc.dispose();
		}
	}

	private void column(Column shown) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
		column.getColumn().setText(shown.title());
		column.getColumn().setMoveable(true);
		boolean first = shown == COLUMNS.getFirst();
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return shown.text().apply((RunStore.Entry) element);
			}

			@Override
			public Image getImage(Object element) {
				if (!first) {
					return null;
				}
				RunStore.Entry entry = (RunStore.Entry) element;
				if (entry.problem().isPresent()) {
					return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK);
				}
				return images.create(TraplineUi.icon(entry.info().filter(RunInfo::pinned).isPresent() ? "pinned.svg" : "run_kept.svg"));
			}

			@Override
			public String getToolTipText(Object element) {
				RunStore.Entry entry = (RunStore.Entry) element;
				return entry.problem().or(() -> entry.info().map(RunTable::summary)).orElse(null);
			}
		});
	}

	private static String summary(RunInfo info) {
		return "%s in %s\nTrapline %s, %s\nFingerprint %s".formatted(info.settings().selection(), String.join(", ", info.settings().files()),
				info.environment().product(), info.environment().system(), info.fingerprint());
	}

	/** Shows the runs that have all of the words: pinned ones first, then the newest. */
	void show(List<RunStore.Entry> all, String search) {
		List<String> words = List.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+"));
		table.setInput(all.stream().filter(entry -> words.stream().allMatch(texts(entry)::contains))
				.sorted(Comparator.comparing(entry -> !entry.info().filter(RunInfo::pinned).isPresent())).toList());
	}

	/** All that a search looks through. */
	private static String texts(RunStore.Entry entry) {
		Stream<String> texts = entry.info().map(info -> Stream.of(Stream.of(info.name(), info.id(), info.fingerprint(), info.environment().product()),
				info.settings().files().stream(), info.settings().selection().stacks().stream(), info.inputs().stream().map(RunInfo.Input::name),
				info.plugins().stream().map(plugin -> plugin.id()), info.studies().stream().flatMap(study -> Stream.concat(Stream.of(study.name()),
						study.experiments().stream().flatMap(each -> Stream.of(each.name(), each.title())))))
				.flatMap(parts -> parts)).orElseGet(() -> Stream.of(entry.folder().toString()));
		return texts.collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
	}

	/** The runs that are shown, from top to bottom. */
	List<RunStore.Entry> shown() {
		return table.getInput() == null ? List.of() : ((List<?>) table.getInput()).stream().map(RunStore.Entry.class::cast).toList();
	}

	/** The runs that are selected. */
	List<RunStore.Entry> selection() {
		return table.getStructuredSelection().stream().map(RunStore.Entry.class::cast).toList();
	}

	/** Selects runs, and brings them into sight. */
	void select(List<RunStore.Entry> entries) {
		table.setSelection(new StructuredSelection(entries), true);
	}

	/** The widget. */
	TableViewer viewer() {
		return table;
	}
}
