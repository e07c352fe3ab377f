// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.scoping.impl.ImportUriGlobalScopeProvider;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.trapline.model.Import;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;

/** A file sees what it imports, and what that imports. */
public class TraplineGlobalScopeProvider extends ImportUriGlobalScopeProvider {

	@Inject
	private Imports imports;

	@Inject
	private IResourceScopeCache cache;

	/** Found once per resource: each name that is looked up asks for it. */
	@Override
	protected LinkedHashSet<URI> getImportedUris(Resource resource) {
		return cache.get(TraplineGlobalScopeProvider.class, resource, () -> findImportedUris(resource));
	}

	private LinkedHashSet<URI> findImportedUris(Resource resource) {
		LinkedHashSet<URI> found = new LinkedHashSet<>();
		Deque<Resource> open = new ArrayDeque<>();
		open.add(resource);
		while (!open.isEmpty()) {
			Resource next = open.remove();
			if (next.getContents().isEmpty() || !(next.getContents().get(0) instanceof TraplineModel model)) {
				continue;
			}
			for (Import imported : model.getImports()) {
				Optional<URI> uri = imports.resolve(imported.getImportURI(), next);
				// The file itself may be imported by what it imports: it is not its own import.
				if (uri.isPresent() && !uri.get().equals(resource.getURI()) && !found.contains(uri.get())
						&& EcoreUtil2.isValidUri(resource, uri.get())) {
					found.add(uri.get());
					open.add(resource.getResourceSet().getResource(uri.get(), true));
				}
			}
		}
		return found;
	}
}
