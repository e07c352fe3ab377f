// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.trapline.catalog.Catalog;
import org.trapline.lang.NearestName;
import org.trapline.model.Element;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.run.UnknownNameException;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.workload.WorkloadRunners;
import org.trapline.sim.trap.Workload;

/** Finds the workload or operation of a name in a model and its imports, and lets the engine explain it. */
public final class Explainer {

	private final Catalog catalog;
	private final TraplineModel model;
	private final Function<URI, Optional<String>> libraries;

	/**
	 * @param catalog   makes CPU models and mechanisms
	 * @param model     without errors
	 * @param libraries the name of the library that a resource is
	 */
	public Explainer(Catalog catalog, TraplineModel model, Function<URI, Optional<String>> libraries) {
		this.catalog = catalog;
		this.model = model;
		this.libraries = libraries;
	}

	/** Explains the workload of that name, or the operation of the guest. */
	public Explanation explain(String stackName, String operationName) throws UnknownNameException {
		Stack stack = find(Stack.class, stackName).orElseThrow(() -> unknown(stackName, "stack", "stacks " + list(names(Stack.class)),
				names(Stack.class)));
		CompiledStack compiled = new CompiledStack(catalog, stack);
		Optional<OperationWorkload> workload = rounds().filter(each -> operationName.equals(each.getName())).findFirst();
		Workload chosen = workload.isPresent() ? compiled.workload(workload.get())
				: compiled.workload(find(org.trapline.model.Operation.class, operationName).orElseThrow(() -> unknownOperation(operationName)));
		return Explanation.of(stackName, operationName, compiled, chosen, catalog, libraries);
	}

	private UnknownNameException unknownOperation(String name) {
		Optional<String> why = find(org.trapline.model.Workload.class, name).flatMap(workload -> WorkloadRunners.of(workload).whyNoRound(workload));
		if (why.isPresent()) {
			return new UnknownNameException(why.get());
		}
		List<String> workloads = rounds().map(Element::getName).distinct().toList();
		List<String> operations = names(org.trapline.model.Operation.class);
		return unknown(name, "workload or operation", "workloads " + list(workloads) + " and operations " + list(operations),
				Stream.concat(workloads.stream(), operations.stream()).toList());
	}

	private static UnknownNameException unknown(String name, String kind, String available, List<String> candidates) {
		String wayOut = NearestName.of(name, candidates).map(near -> "; did you mean '" + near + "'?")
				.orElse("; there are the " + available);
		return new UnknownNameException("there is no " + kind + " '" + name + "' in the file or its imports"
				+ (candidates.isEmpty() ? "" : wayOut));
	}

	private static String list(List<String> names) {
		return names.isEmpty() ? "(none)" : String.join(", ", names);
	}

	private <T extends Element> Optional<T> find(Class<T> type, String name) {
		return elements(type).filter(element -> name.equals(element.getName())).findFirst();
	}

	private List<String> names(Class<? extends Element> type) {
		return elements(type).map(Element::getName).distinct().toList();
	}

	/** What can be explained of all workloads. */
	private Stream<OperationWorkload> rounds() {
		return elements(org.trapline.model.Workload.class).flatMap(workload -> WorkloadRunners.round(workload).stream());
	}

	/** All of a kind, those of the file first. */
	private <T extends Element> Stream<T> elements(Class<T> type) {
		return model.eResource().getResourceSet().getResources().stream().map(Resource::getContents).flatMap(List<EObject>::stream)
				.filter(TraplineModel.class::isInstance).flatMap(root -> ((TraplineModel) root).getElements().stream())
				.filter(type::isInstance).map(type::cast);
	}
}
