// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescription;

import jakarta.inject.Inject;

/** Finds ambiguous names: those that more than one imported file defines. The file's own definitions take precedence. */
public class AmbiguousNames {

	@Inject
	private TraplineGlobalScopeProvider imported;

	@Inject
	private IResourceDescription.Manager descriptions;

	@Inject
	private IQualifiedNameConverter converter;

	/**
	 * The elements that a name could mean in a file: one if it is unambiguous, none if the file itself or no file defines it.
	 *
	 * @param file where the name is used
	 * @param type of what is named
	 * @param name as written
	 */
	public List<EObject> meanings(Resource file, EClass type, String name) {
		QualifiedName qualified = converter.toQualifiedName(name);
		if (descriptions.getResourceDescription(file).getExportedObjects(type, qualified, false).iterator().hasNext()) {
			return List.of();
		}
		Map<URI, EObject> found = new LinkedHashMap<>();
		for (URI uri : imported.getImportedUris(file)) {
			Resource resource = file.getResourceSet().getResource(uri, true);
			for (IEObjectDescription each : descriptions.getResourceDescription(resource).getExportedObjects(type, qualified, false)) {
				found.put(each.getEObjectURI(), each.getEObjectOrProxy());
			}
		}
		return List.copyOf(found.values());
	}

	/** The qualified name of an element: its namespace, if it has one, and its name. */
	public static String clear(EObject element, String name) {
		return TraplineResourceDescriptionStrategy.namespace(element).map(namespace -> namespace + "." + name).orElse(name);
	}
}
