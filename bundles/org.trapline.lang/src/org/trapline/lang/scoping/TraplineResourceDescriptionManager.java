// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionManager;

import jakarta.inject.Singleton;

/**
 * The files that have to be checked again when others changed: those that import them, directly or indirectly. Any change counts,
 * not only that of names, since checks look into imports. So does a new file at the location of a missing import.
 */
@Singleton
public class TraplineResourceDescriptionManager extends DefaultResourceDescriptionManager {

	@Override
	public boolean isAffected(Collection<IResourceDescription.Delta> deltas, IResourceDescription candidate, IResourceDescriptions context) {
		Set<URI> imported = imported(candidate, context);
		return deltas.stream().anyMatch(delta -> imported.contains(delta.getUri()));
	}

	private static Set<URI> imported(IResourceDescription file, IResourceDescriptions context) {
		Set<URI> found = new HashSet<>();
		Deque<IResourceDescription> open = new ArrayDeque<>();
		open.add(file);
		while (!open.isEmpty()) {
			for (URI uri : TraplineResourceDescriptionStrategy.imports(open.remove())) {
				IResourceDescription next = found.add(uri) ? context.getResourceDescription(uri) : null;
				if (next != null) {
					open.add(next);
				}
			}
		}
		return found;
	}
}
