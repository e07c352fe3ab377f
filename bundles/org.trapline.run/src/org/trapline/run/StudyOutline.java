// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.lang.Inheritance;
import org.trapline.model.Element;
import org.trapline.model.Experiment;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.model.Workload;
import org.trapline.run.workload.WorkloadRunners;

/**
 * The parts of a study that one can choose to run or to look at.
 *
 * @param experiments names of the experiments, in the order of the file
 * @param variants    names of the stacks that any of them runs, without repetition
 * @param stacks      names of all stacks: those of the file, and those that experiments run
 * @param workloads   names of the operations' workloads that the file defines or imports: those that experiments run come first
 * @param telling     the stack to show first: the first one with a nested VM, or the first one
 * @param parts       where stacks and experiments stand in the text
 */
public record StudyOutline(List<String> experiments, List<String> variants, List<String> stacks, List<String> workloads,
		Optional<String> telling, List<Part> parts) {

	/**
	 * A stack or an experiment in the text.
	 *
	 * @param name       its name
	 * @param experiment whether it is an experiment, not a stack
	 * @param offset     where it begins, in characters
	 * @param length     in characters
	 */
	public record Part(String name, boolean experiment, int offset, int length) {

		/** Whether a place in the text is in it. */
		public boolean contains(int place) {
			return place >= offset && place <= offset + length;
		}
	}

	/** Nothing to choose from. */
	public static final StudyOutline NOTHING = new StudyOutline(List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of());

	public StudyOutline {
		experiments = List.copyOf(experiments);
		variants = List.copyOf(variants);
		stacks = List.copyOf(stacks);
		workloads = List.copyOf(workloads);
		parts = List.copyOf(parts);
	}

	/** The part that a place in the text is in. */
	public Optional<Part> at(int offset) {
		return parts.stream().filter(part -> part.contains(offset)).findFirst();
	}

	/** The outline of a file; empty where it has errors or cannot be read. */
	public static Optional<StudyOutline> read(Studies studies, Path file) {
		try {
			return Optional.of(of(studies.valid(file)));
		} catch (InvalidStudyException | IOException e) {
			return Optional.empty();
		}
	}

	private static StudyOutline of(TraplineModel model) {
		List<Experiment> experiments = elements(model, Experiment.class).toList();
		Set<Stack> variants = new LinkedHashSet<>();
		Set<String> workloads = new LinkedHashSet<>();
		experiments.forEach(each -> {
			variants.addAll(each.getStacks());
			each.getWorkloads().stream().filter(workload -> WorkloadRunners.round(workload).isPresent()).map(Element::getName).forEach(workloads::add);
		});
		Set<Stack> stacks = new LinkedHashSet<>(variants);
		elements(model, Stack.class).forEach(stacks::add);
		model.eResource().getResourceSet().getResources().stream().flatMap(resource -> resource.getContents().stream())
				.filter(TraplineModel.class::isInstance).flatMap(each -> elements((TraplineModel) each, Workload.class))
				.filter(workload -> WorkloadRunners.round(workload).isPresent())
				.map(Element::getName).forEach(workloads::add);
		Optional<Stack> telling = stacks.stream().filter(stack -> Inheritance.hypervisors(stack).size() > 1).findFirst()
				.or(() -> stacks.stream().findFirst());
		return new StudyOutline(experiments.stream().map(Element::getName).toList(), variants.stream().map(Element::getName).distinct().toList(),
				stacks.stream().map(Element::getName).distinct().toList(), List.copyOf(workloads), telling.map(Element::getName), parts(model));
	}

	private static List<Part> parts(TraplineModel model) {
		List<Part> parts = new ArrayList<>();
		for (Element element : model.getElements()) {
			ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
			if (node != null && (element instanceof Stack || element instanceof Experiment)) {
				parts.add(new Part(element.getName(), element instanceof Experiment, node.getOffset(), node.getLength()));
			}
		}
		return parts;
	}

	private static <T extends Element> Stream<T> elements(TraplineModel model, Class<T> type) {
		return model.getElements().stream().filter(type::isInstance).map(type::cast);
	}
}
