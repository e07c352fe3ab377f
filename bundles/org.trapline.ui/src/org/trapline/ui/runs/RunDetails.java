// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.trapline.run.store.RunInfo;
import org.trapline.run.store.RunStore;
import org.trapline.ui.compare.RunCaption;

/** Where a run comes from, line by line; a line of a file opens it. */
final class RunDetails {

	/** A line; what happens when it is opened. */
	private record Line(String name, String value, Optional<Runnable> open) {
	}

	private final TableViewer table;
	private final IWorkbenchPartSite site;

	RunDetails(Composite parent, IWorkbenchPartSite site) {
		this.site = site;
		Composite frame = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		frame.setLayout(layout);
		table = new TableViewer(frame, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setContentProvider(ArrayContentProvider.getInstance());
		table.getTable().setHeaderVisible(true);
		table.getTable().setToolTipText("Where the selected run comes from; double-click on an input to read it");
		ColumnViewerToolTipSupport.enableFor(table);
		column(layout, "Provenance", 1, 90, true);
		column(layout, "", 4, 200, false);
		table.addOpenListener(event -> ((Line) ((IStructuredSelection) event.getSelection()).getFirstElement()).open().ifPresent(Runnable::run));
	}

	private void column(TableColumnLayout layout, String title, int weight, int width, boolean name) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, width, true));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return name ? ((Line) element).name() : ((Line) element).value();
			}

			@Override
			public String getToolTipText(Object element) {
				Line line = (Line) element;
				return line.name() + ": " + line.value() + (line.open().isPresent() ? "\nDouble-click opens it." : "");
			}
		});
	}

	/** @param all all runs that are listed, among which some may have the same results */
	void show(Optional<RunStore.Entry> entry, List<?> all) {
		table.setInput(entry.map(shown -> lines(shown, all)).orElse(List.of()));
	}

	private List<Line> lines(RunStore.Entry entry, List<?> all) {
		List<Line> lines = new ArrayList<>();
		if (entry.info().isEmpty()) {
			add(lines, "Problem", entry.problem().orElse(""));
			add(lines, "Folder", entry.folder().toString());
			return lines;
		}
		RunInfo info = entry.info().get();
		add(lines, "Asked for", info.settings().selection() + " of " + String.join(", ", info.settings().files()));
		for (RunInfo.Study study : info.studies()) {
			for (RunInfo.Experiment experiment : study.experiments()) {
				add(lines, "Experiment", experiment.name() + (experiment.title().isBlank() ? "" : ": " + experiment.title()));
			}
		}
		add(lines, "Fingerprint", info.fingerprint());
		String same = all.stream().map(RunStore.Entry.class::cast)
				.filter(other -> !other.folder().equals(entry.folder()) && other.info().filter(each -> each.fingerprint().equals(info.fingerprint())).isPresent())
				.map(other -> other.name() + " (" + RunCaption.time(other.info().orElseThrow().began()) + ")").collect(Collectors.joining(", "));
		if (!same.isEmpty()) {
			add(lines, "Same results", same);
		}
		add(lines, "Began", RunCaption.time(info.began()));
		add(lines, "Took", RunCaption.seconds(info.took()));
		add(lines, "Seed", info.settings().seed().isPresent() ? Long.toString(info.settings().seed().getAsLong()) : "the studies' own");
		add(lines, "Threads", Integer.toString(info.settings().jobs()));
		add(lines, "Trapline", info.environment().product());
		add(lines, "Java", info.environment().java());
		add(lines, "System", info.environment().system());
		info.plugins().forEach(plugin -> add(lines, "Plug-in", plugin.id() + " " + plugin.version()));
		for (RunInfo.Input input : info.inputs()) {
			lines.add(new Line(input.isLibrary() ? "Library" : "Input", input.name() + "   SHA-256 " + RunCaption.fingerprint(input.sha256()),
					Optional.of(() -> RunInputs.open(site.getPage(), entry, input))));
		}
		add(lines, "Folder", entry.folder().toString());
		return lines;
	}

	private static void add(List<Line> lines, String name, String value) {
		lines.add(new Line(name, value, Optional.empty()));
	}
}
