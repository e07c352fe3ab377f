// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.linking.impl.DefaultLinkingService;
import org.eclipse.xtext.nodemodel.INode;
import org.trapline.lang.scoping.AmbiguousNames;

import jakarta.inject.Inject;

/** Links names, except those that several imported files define: such a name has to be qualified. */
public class TraplineLinkingService extends DefaultLinkingService {

	@Inject
	private AmbiguousNames ambiguous;

	@Override
	public List<EObject> getLinkedObjects(EObject context, EReference reference, INode node) {
		List<EObject> found = super.getLinkedObjects(context, reference, node);
		if (found.isEmpty() || found.get(0).eResource() == context.eResource()) {
			return found;
		}
		String name = getCrossRefNodeAsString(node);
		return ambiguous.meanings(context.eResource(), reference.getEReferenceType(), name).size() > 1 ? List.of() : found;
	}
}
