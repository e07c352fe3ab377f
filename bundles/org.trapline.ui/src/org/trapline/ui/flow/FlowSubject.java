// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.trapline.chart.Sample;
import org.trapline.result.Source;
import org.trapline.result.store.RunFolder;
import org.trapline.result.store.RunInfo;
import org.trapline.ui.run.RunRequest;
import org.trapline.ui.run.Runs;
import org.trapline.ui.study.OpenStudy;

/**
 * The study that a flow is of.
 *
 * @param path  on the disk
 * @param name  for people
 * @param texts in place of what is on the disk
 * @param fixed whether it stays what it is, as the inputs of a run do
 */
record FlowSubject(Path path, String name, Map<Path, String> texts, boolean fixed) {

	FlowSubject {
		Objects.requireNonNull(path);
		Objects.requireNonNull(name);
		texts = Map.copyOf(texts);
	}

	/** The study in an editor. */
	static FlowSubject of(OpenStudy study) {
		return new FlowSubject(study.path(), study.file().getName(), study.texts(), false);
	}

	/**
	 * What a value was simulated from: the file of the workspace, if it still is what the run read, else what the run keeps of it.
	 *
	 * @throws IOException when neither is there
	 */
	static FlowSubject of(Sample sample) throws IOException {
		Path folder = Runs.ofWorkbench().store().root().resolve(sample.source().run());
		RunInfo info = RunFolder.info(folder);
		RunInfo.Input input = info.inputs().stream().filter(each -> each.study().equals(sample.row().study())).findFirst()
				.orElseThrow(() -> new IOException("The run %s does not have the study %s any more.".formatted(info.name(), sample.row().study())));
		Optional<IFile> file = info.settings().files().stream().filter(name -> name.endsWith("/" + input.name())).flatMap(name -> RunRequest.named(name).stream())
				.filter(each -> each.getLocation() != null && isSame(each.getLocation().toPath(), input)).findFirst();
		if (file.isPresent()) {
			return new FlowSubject(file.get().getLocation().toPath(), file.get().getName(), Map.of(), false);
		}
		return new FlowSubject(folder.resolve(input.file()), "%s, as saved with run %s".formatted(input.name(), info.name()), Map.of(), true);
	}

	private static boolean isSame(Path file, RunInfo.Input input) {
		try {
			String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
			return new Source(Source.Kind.FILE, input.name(), text).sha256().equals(input.sha256());
		} catch (IOException e) {
			return false;
		}
	}
}
