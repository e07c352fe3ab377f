// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;

/**
 * Checks what a text means only once it is a text of the language: of a model with holes, checks would report the holes,
 * which are consequences of the syntax error.
 */
public class TraplineResourceValidator extends ResourceValidatorImpl {

	@Override
	protected void validate(Resource resource, CheckMode mode, CancelIndicator cancel, IAcceptor<Issue> acceptor) {
		boolean broken = resource instanceof XtextResource text && text.getParseResult() != null && text.getParseResult().hasSyntaxErrors();
		if (!broken) {
			super.validate(resource, mode, cancel, acceptor);
		}
	}
}
