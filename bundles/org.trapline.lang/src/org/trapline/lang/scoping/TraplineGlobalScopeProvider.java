// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.LinkedHashSet;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.scoping.impl.ImportUriGlobalScopeProvider;
import org.eclipse.xtext.util.IResourceScopeCache;

import jakarta.inject.Inject;

/** Imports are transitive: a file sees its imports, and the imports of these. */
public class TraplineGlobalScopeProvider extends ImportUriGlobalScopeProvider {

	@Inject
	private Imports imports;

	@Inject
	private IResourceScopeCache cache;

	/** Computed once per resource, since each lookup of a name needs it. */
	@Override
	protected LinkedHashSet<URI> getImportedUris(Resource resource) {
		return cache.get(TraplineGlobalScopeProvider.class, resource, () -> new LinkedHashSet<>(imports.visible(resource).keySet()));
	}
}
