// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/** A text of the language, and its model. */
public class StudyResource extends LazyLinkingResource {

	/** Bytes that are no UTF-8 are an error at their place: they would be replaced, and the study would not be what was read. */
	@Override
	protected void doLoad(InputStream in, Map<?, ?> options) throws IOException {
		byte[] bytes = in.readAllBytes();
		super.doLoad(new ByteArrayInputStream(bytes), options);
		NotUtf8.in(bytes).ifPresent(wrong -> {
			// What else is wrong is a consequence.
			getErrors().clear();
			getErrors().add(wrong);
		});
	}

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
