// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Library;
import org.trapline.lang.LinkingMessages;
import org.trapline.lang.NearestName;
import org.trapline.lang.ide.text.Spot;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.scoping.TextHead;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.NamedElement;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;

/** Quick fixes for unknown names: a similar name, or an import that defines it; for unknown imports: similar ones; and imports of mechanisms for devices. */
final class NameFixes implements FixProvider {

	private static final int MOST = 3;

	@Inject
	private IScopeProvider scopes;

	@Inject
	private Imports imports;

	@Inject
	private Catalog catalog;

	@Override
	public List<Fix> fixes(Problem problem) {
		return switch (problem.code()) {
		case LinkingMessages.CODE -> unknownName(problem);
		case LinkingMessages.AMBIGUOUS -> problem.data().stream().filter(name -> !name.equals(problem.text()))
				.map(name -> Fix.replace("Change to '" + name + "'", problem.document(), problem.start(), problem.end(), name)).toList();
		case ProblemCodes.UNKNOWN_IMPORT -> unknownImport(problem);
		case ProblemCodes.DEVICE -> problem.data().stream().map(library -> importFix(library, problem)).toList();
		default -> List.of();
		};
	}

	// ------------------------------------------------------------------------------------------- names

	private List<Fix> unknownName(Problem problem) {
		Optional<Spot.Reference> reference = problem.word().flatMap(Spot::of).filter(Spot.Reference.class::isInstance).map(Spot.Reference.class::cast);
		if (reference.isEmpty()) {
			return List.of();
		}
		String name = problem.text();
		List<Fix> fixes = new ArrayList<>();
		List<String> visible = StreamSupport.stream(scopes.getScope(reference.get().source(), reference.get().feature()).getAllElements().spliterator(), false)
				.map(each -> each.getName().toString()).distinct().toList();
		// The message proposes the nearest one.
		NearestName.several(name, visible, MOST).stream().skip(1)
				.forEach(near -> fixes.add(Fix.replace("Change to '" + near + "'", problem.document(), problem.start(), problem.end(), near)));
		definers(name, reference.get().feature(), problem).forEach((text, where) -> fixes.add(importFix(text, problem)));
		return fixes;
	}

	/** The files and libraries that define an element of a kind, by the text of their import. */
	private Map<String, Resource> definers(String name, EReference feature, Problem problem) {
		Map<String, Resource> found = new LinkedHashMap<>();
		for (Resource resource : List.copyOf(problem.resource().getResourceSet().getResources())) {
			if (resource != problem.resource() && defines(resource, name, feature)) {
				importText(resource.getURI(), problem.resource().getURI()).ifPresent(text -> found.put(text, resource));
			}
		}
		return found;
	}

	private static boolean defines(Resource resource, String name, EReference feature) {
		String namespace = resource.getContents().isEmpty() ? null : ((TraplineModel) resource.getContents().get(0)).getNamespace();
		for (var all = EcoreUtil.getAllContents(resource, false); all.hasNext();) {
			if (all.next() instanceof NamedElement element && (name.equals(element.getName()) || name.equals(namespace + "." + element.getName())) && feature.getEReferenceType().isSuperTypeOf(element.eClass())) {
				return true;
			}
		}
		return false;
	}

	private Optional<String> importText(URI target, URI from) {
		Optional<Library> library = imports.library(target);
		if (library.isPresent()) {
			return library.map(Library::name);
		}
		return target.isFile() && from.isFile() ? Optional.of(URI.decode(target.deresolve(from).toString())) : Optional.empty();
	}

	private static Fix importFix(String name, Problem problem) {
		TextHead head = TextHead.of(problem.document().getContents());
		return Fix.replace("Add import \"" + name + "\"", problem.document(), head.end(), head.end(), head.oneMore(name));
	}

	// ------------------------------------------------------------------------------------------- imports

	private List<Fix> unknownImport(Problem problem) {
		String text = problem.text().replaceAll("^[\"']|[\"']$", "");
		List<String> candidates = new ArrayList<>(catalog.libraries().stream().map(Library::name).toList());
		for (Resource resource : List.copyOf(problem.resource().getResourceSet().getResources())) {
			if (resource != problem.resource() && imports.library(resource.getURI()).isEmpty()) {
				importText(resource.getURI(), problem.resource().getURI()).ifPresent(candidates::add);
			}
		}
		List<String> meant = new ArrayList<>();
		for (String candidate : candidates) {
			// A missing part (the bundle or the ending) is more likely than a typo.
			if (!text.isBlank() && (candidate.endsWith("/" + text) || candidate.equals(text + Imports.FILE_ENDING)
					|| candidate.substring(candidate.lastIndexOf('/') + 1).equals(text.substring(text.lastIndexOf('/') + 1)))) {
				meant.add(candidate);
			}
		}
		NearestName.several(text, candidates, MOST).stream().filter(near -> !meant.contains(near)).forEach(meant::add);
		return meant.stream().map(each -> Fix.replace("Change to '" + each + "'", problem.document(), problem.start(), problem.end(), "\"" + each + "\"")).toList();
	}
}
