// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.codelens.ICodeLensService;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.lang.ide.StudyCommands;
import org.trapline.lang.ide.navigation.References;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.workload.WorkloadKind;
import org.trapline.lang.workload.WorkloadKinds;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.model.Workload;

import jakarta.inject.Inject;

/**
 * Commands above the lines of a study: experiments and stacks can be run and explained. A stack is run by the first experiment that
 * has it. What is explained is
 * the first workload of the experiment that can be traced; of a stack without one, the first that the file sees.
 */
public class Lenses implements ICodeLensService {

	@Inject
	private DocumentExtensions places;

	@Inject
	private UriExtensions uris;

	@Inject
	private IScopeProvider scopes;

	@Inject
	private Imports imports;

	@Inject
	private WorkloadKinds kinds;

	@Inject
	private OperationCanceledManager cancelled;

	@Override
	public List<? extends CodeLens> computeCodeLenses(Document document, XtextResource resource, CodeLensParams params, CancelIndicator cancel) {
		List<CodeLens> found = new ArrayList<>();
		// A library is read-only and cannot be run.
		if (document == null || resource == null || resource.getContents().isEmpty() || imports.library(resource.getURI()).isPresent()
				|| !(resource.getContents().get(0) instanceof TraplineModel model)) {
			return found;
		}
		String uri = uris.toUriString(resource.getURI());
		for (NamedElement element : model.getElements()) {
			cancelled.checkCanceled(cancel);
			References.declaration(element).map(References.Mention::node).ifPresent(name -> {
				Range place = places.newRange(resource, name.getTextRegion());
				switch (element) {
				case Experiment experiment -> experiment(experiment, place, uri, found);
				case Stack stack -> stack(stack, model, place, uri, found);
				default -> {
					// There is no command for it.
				}
				}
			});
		}
		return found;
	}

	private void experiment(Experiment experiment, Range place, String uri, List<CodeLens> found) {
		found.add(lens(place, "Run", StudyCommands.RUN, uri, experiment.getName()));
		Optional<Stack> stack = experiment.getStacks().stream().filter(each -> each.getName() != null).findFirst();
		Optional<String> workload = workload(experiment);
		if (stack.isPresent() && workload.isPresent()) {
			found.add(lens(place, "Explain " + workload.get() + " on " + stack.get().getName(), StudyCommands.EXPLAIN, uri, stack.get().getName(), workload.get()));
		}
	}

	private void stack(Stack stack, TraplineModel model, Range place, String uri, List<CodeLens> found) {
		Optional<Experiment> experiment = model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast)
				.filter(each -> each.getStacks().contains(stack) && each.getName() != null).findFirst();
		experiment.ifPresent(each -> found.add(lens(place, "Run " + each.getName(), StudyCommands.RUN, uri, each.getName())));
		experiment.flatMap(this::workload).or(() -> visibleWorkload(model))
				.ifPresent(workload -> found.add(lens(place, "Explain " + workload, StudyCommands.EXPLAIN, uri, stack.getName(), workload)));
	}

	private static CodeLens lens(Range place, String title, String command, Object... arguments) {
		return new CodeLens(place, new Command(title, command, List.of(arguments)), null);
	}

	private Optional<String> workload(Experiment experiment) {
		return experiment.getWorkloads().stream().filter(workload -> kinds.of(workload).filter(WorkloadKind::isTraced).isPresent()).map(Workload::getName)
				.filter(Objects::nonNull).findFirst();
	}

	private Optional<String> visibleWorkload(TraplineModel model) {
		for (IEObjectDescription workload : scopes.getScope(model, ModelPackage.Literals.EXPERIMENT__WORKLOADS).getAllElements()) {
			if (kinds.of(workload.getEClass()).filter(WorkloadKind::isTraced).isPresent()) {
				return Optional.of(workload.getName().toString());
			}
		}
		return Optional.empty();
	}
}
