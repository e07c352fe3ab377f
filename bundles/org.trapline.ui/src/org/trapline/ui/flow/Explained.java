// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.flow;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Status;
import org.trapline.catalog.CatalogException;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.StudyOutline;
import org.trapline.run.explain.TrapFlow;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.run.Runs;

/**
 * What the view found out of a subject.
 *
 * @param outline   what may be chosen; {@link StudyOutline#NOTHING} when the study cannot be read
 * @param stack     the stack that was taken: the wanted one, or else one that tells the most
 * @param operation the operation that was taken: the wanted one, or else the first
 * @param flow      its traps; empty when there is a problem
 * @param problem   why there is no flow
 */
record Explained(StudyOutline outline, String stack, String operation, Optional<TrapFlow> flow, Optional<String> problem) {

	/** Reads a subject and explains an operation of it. Takes its time: not for the UI thread. */
	static Explained of(FlowSubject subject, String wantedStack, String wantedOperation) {
		try {
			Studies studies = Runs.ofWorkbench().studies().withTexts(subject.texts());
			Optional<StudyOutline> outline = StudyOutline.read(studies, subject.path());
			if (outline.isEmpty()) {
				List<String> errors = studies.check(subject.path()).stream().map(each -> "line " + each.line() + ": " + each.message()).toList();
				return nothing(StudyOutline.NOTHING, wantedStack, wantedOperation,
						"The study has errors. The operation is shown again when they are fixed.\n\n" + errors.stream().findFirst().orElse(""));
			}
			String stack = outline.get().stacks().contains(wantedStack) ? wantedStack : outline.get().telling().orElse("");
			String operation = outline.get().workloads().contains(wantedOperation) ? wantedOperation
					: outline.get().workloads().stream().findFirst().orElse("");
			if (stack.isEmpty() || operation.isEmpty()) {
				return nothing(outline.get(), stack, operation,
						stack.isEmpty() ? "The file has no stack. Open a study." : "The file neither defines nor imports a workload.");
			}
			TrapFlow flow = new TrapFlow(studies.explain(subject.path(), stack, operation));
			return new Explained(outline.get(), stack, operation, Optional.of(flow), Optional.empty());
		} catch (InvalidStudyException e) {
			return nothing(StudyOutline.NOTHING, wantedStack, wantedOperation, e.diagnostics().get(0).message());
		} catch (IOException | CatalogException e) {
			return nothing(StudyOutline.NOTHING, wantedStack, wantedOperation, String.valueOf(e.getMessage()));
		} catch (RuntimeException e) {
			// A defect of Trapline: the log keeps where.
			TraplineUi.log(Status.error("Explaining " + wantedOperation + " on " + wantedStack + " failed", e));
			return nothing(StudyOutline.NOTHING, wantedStack, wantedOperation, "Trapline failed on this (%s). Details are in the error log.".formatted(e));
		}
	}

	private static Explained nothing(StudyOutline outline, String stack, String operation, String problem) {
		return new Explained(outline, stack, operation, Optional.empty(), Optional.of(problem));
	}
}
