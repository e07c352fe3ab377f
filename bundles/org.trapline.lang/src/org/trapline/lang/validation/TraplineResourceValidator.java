// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EObjectValidator;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.AbstractInjectableValidator;
import org.eclipse.xtext.validation.CancelableDiagnostician;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.eclipse.xtext.validation.impl.ConcreteSyntaxEValidator;
import org.trapline.lang.LinkingMessages;
import org.trapline.lang.parser.SkippedWords;
import org.trapline.model.TraplineModel;

/**
 * Reports each problem once, at its cause. In a text with syntax errors, complete elements are still checked; incomplete ones are
 * not, since checks would only report their missing parts. A name that may be missing because of a syntax error or a failed import
 * is not reported as unknown.
 */
public class TraplineResourceValidator extends ResourceValidatorImpl {

	@Override
	public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancel) {
		List<Issue> issues = super.validate(resource, mode, cancel);
		boolean importFailed = issues.stream().anyMatch(issue -> ProblemCodes.UNKNOWN_IMPORT.equals(issue.getCode()));
		boolean broken = isBroken(resource);
		Set<String> swallowed = broken ? swallowed((XtextResource) resource) : Set.of();
		// A part that EMF finds missing where the text ends is the subject of the syntax error.
		return issues.stream().filter(issue -> !broken || issue.getCode() == null || !issue.getCode().startsWith(EObjectValidator.DIAGNOSTIC_SOURCE)).filter(issue -> !LinkingMessages.CODE.equals(issue.getCode())
				|| !importFailed && !swallowed.contains(issue.getData()[0])).toList();
	}

	@Override
	protected void validate(Resource resource, CheckMode mode, CancelIndicator cancel, IAcceptor<Issue> acceptor) {
		if (!isBroken(resource)) {
			super.validate(resource, mode, cancel, acceptor);
		} else if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof TraplineModel model) {
			Map<Object, Object> context = new HashMap<>(Map.of(CheckMode.KEY, mode, CancelableDiagnostician.CANCEL_INDICATOR, cancel,
					ConcreteSyntaxEValidator.DISABLE_CONCRETE_SYNTAX_EVALIDATOR, Boolean.TRUE, EValidator.class, getDiagnostician(),
					AbstractInjectableValidator.CURRENT_LANGUAGE_NAME, ((XtextResource) resource).getLanguageName()));
			model.getImports().forEach(each -> validateWhole(each, context, cancel, acceptor));
			model.getElements().forEach(each -> validateWhole(each, context, cancel, acceptor));
		}
	}

	private static boolean isBroken(Resource resource) {
		return resource instanceof XtextResource text && text.getParseResult() != null && text.getParseResult().hasSyntaxErrors();
	}

	private void validateWhole(EObject element, Map<Object, Object> context, CancelIndicator cancel, IAcceptor<Issue> acceptor) {
		getOperationCanceledManager().checkCanceled(cancel);
		if (!SkippedWords.spare(NodeModelUtils.findActualNodeFor(element))) {
			return;
		}
		Diagnostic found;
		try {
			found = getDiagnostician().validate(element, context);
		} catch (RuntimeException e) {
			getOperationCanceledManager().propagateAsErrorIfCancelException(e);
			// The check failed at missing parts of another element: its problems would be consequences of them.
			return;
		}
		found.getChildren().forEach(each -> issueFromEValidatorDiagnostic(each, acceptor));
	}

	/** The words that the parser skipped. */
	private static Set<String> swallowed(XtextResource resource) {
		Set<String> words = new HashSet<>();
		for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
			if (SkippedWords.contain(leaf)) {
				words.add(leaf.getText());
			}
		}
		return words;
	}
}
