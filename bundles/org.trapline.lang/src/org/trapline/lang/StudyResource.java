// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/** A text of the language, and its model. */
public class StudyResource extends LazyLinkingResource {

	/**
	 * A resolved name has no message. Xtext would create the message first, to look for an equal one; since the message proposes
	 * the nearest names, that would be half of all the work.
	 */
	@Override
	protected void removeDiagnostic(Triple<EObject, EReference, INode> link) {
		if (!getErrors().isEmpty()) {
			INode node = link.getThird();
			getErrors().removeIf(error -> error instanceof AbstractDiagnostic diagnostic && diagnostic.getOffset() == node.getOffset()
					&& (LinkingMessages.CODE.equals(diagnostic.getCode()) || LinkingMessages.AMBIGUOUS.equals(diagnostic.getCode())));
		}
	}
}
