// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.lang.ide.StudyCommands;
import org.trapline.result.RunSelection;
import org.trapline.result.format.ResultFormat;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.RunMonitor;
import org.trapline.run.Studies;
import org.trapline.run.explain.Explanation;

import com.google.common.base.Suppliers;

/** Runs and explains studies for editors, with the output of {@code trapline run} and {@code trapline explain}. */
final class EditorCommands implements StudyCommands {

	private final Supplier<Studies> studies;

	/** Studies are set up on the first run. */
	EditorCommands(Catalog catalog) {
		this.studies = Suppliers.memoize(() -> new Studies(catalog));
	}

	/** Writes an answer. */
	private interface Answer {
		void write(Studies studies, Appendable out) throws InvalidStudyException, IOException;
	}

	@Override
	public String run(Study study, Optional<String> experiment, BooleanSupplier cancelled) throws Refused {
		return answer(study, (own, out) -> ResultFormat.TABLE.write(List.of(own.run(study.file(), experiment.map(RunSelection::experiment).orElse(RunSelection.ALL), until(cancelled))), out));
	}

	private static RunMonitor until(BooleanSupplier cancelled) {
		return new RunMonitor() {
			@Override
			public boolean isCancelled() {
				return cancelled.getAsBoolean();
			}
		};
	}

	@Override
	public String explain(Study study, String stack, String workload) throws Refused {
		return answer(study, (own, out) -> own.explain(study.file(), stack, workload).write(Explanation.WHOLE_DEPTH, false, out));
	}

	private String answer(Study study, Answer answer) throws Refused {
		StringBuilder text = new StringBuilder();
		try {
			answer.write(studies.get().withTexts(study.texts()), text);
			return text.toString();
		} catch (InvalidStudyException e) {
			throw new Refused(e.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
		} catch (IOException | CatalogException e) {
			throw new Refused(e.getMessage());
		} catch (CancellationException e) {
			throw new Refused("cancelled");
		}
	}
}
