// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunStore;
import org.trapline.ui.compare.RunCaption;
import org.trapline.ui.picture.DetailTable;
import org.trapline.ui.picture.DetailTable.Line;

/** Where a run comes from, line by line; a line of a file opens it. */
final class RunDetails {

	private final DetailTable table;
	private final IWorkbenchPartSite site;

	RunDetails(Composite parent, IWorkbenchPartSite site) {
		this.site = site;
		this.table = new DetailTable(parent, "Provenance");
	}

	/** @param all all runs that are listed, among which some may have the same results */
	void show(Optional<RunStore.Entry> entry, List<RunStore.Entry> all) {
		table.show(entry.map(shown -> lines(shown, all)).orElse(List.of()));
	}

	private List<Line> lines(RunStore.Entry entry, List<RunStore.Entry> all) {
		List<Line> lines = new ArrayList<>();
		if (entry.info().isEmpty()) {
			add(lines, "Problem", entry.problem().orElse(""));
			add(lines, "Folder", entry.folder().toString());
			return lines;
		}
		RunInfo info = entry.info().get();
		add(lines, "Requested", info.settings().selection() + " in " + String.join(", ", info.settings().files()));
		for (RunInfo.Study study : info.studies()) {
			for (RunInfo.Experiment experiment : study.experiments()) {
				add(lines, "Experiment", experiment.name() + (experiment.title().isBlank() ? "" : ": " + experiment.title()));
			}
		}
		add(lines, "Fingerprint", info.fingerprint());
		String same = all.stream()
				.filter(other -> !other.folder().equals(entry.folder()) && other.info().filter(each -> each.fingerprint().equals(info.fingerprint())).isPresent())
				.map(other -> other.name() + " (" + RunCaption.time(other.info().orElseThrow().began()) + ")").collect(Collectors.joining(", "));
		if (!same.isEmpty()) {
			add(lines, "Same results", same);
		}
		add(lines, "Began", RunCaption.time(info.began()));
		add(lines, "Took", RunCaption.seconds(info.took()));
		add(lines, "Seed", info.settings().seed().isPresent() ? Long.toString(info.settings().seed().getAsLong()) : "as in the studies");
		add(lines, "Threads", Integer.toString(info.settings().jobs()));
		add(lines, "Trapline", info.environment().product());
		add(lines, "Java", info.environment().java());
		add(lines, "System", info.environment().system());
		info.plugins().forEach(plugin -> add(lines, "Plug-in", plugin.id() + " " + plugin.version()));
		for (RunInfo.Input input : info.inputs()) {
			lines.add(new Line(input.isLibrary() ? "Library" : "Input", "SHA-256 " + RunCaption.fingerprint(input.sha256()), input.name(),
					Optional.of(() -> RunInputs.open(site.getPage(), entry, input))));
		}
		add(lines, "Folder", entry.folder().toString());
		return lines;
	}

	private static void add(List<Line> lines, String name, String value) {
		lines.add(new Line(name, value));
	}
}
