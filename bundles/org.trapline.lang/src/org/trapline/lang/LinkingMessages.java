// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.trapline.lang.scoping.TraplineScopeProvider;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.ModelPackage;

import com.google.common.collect.Iterables;

import jakarta.inject.Inject;

/** Says which name is unknown, and what it should have been the name of. */
public class LinkingMessages extends LinkingDiagnosticMessageProvider {

	/** Code of every unknown name. */
	public static final String CODE = ProblemCodes.UNKNOWN_NAME;

	@Inject
	private IScopeProvider scopes;

	@Override
	public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
		if (context.getReference().getEReferenceType() == ModelPackage.Literals.REFERENCE_CONFIGURATION
				&& TraplineScopeProvider.referenceIsUnknown(context.getContext())) {
			// A consequence of the unknown reference, which has a message of its own.
			return null;
		}
		String kind = kind(context.getReference().getEReferenceType());
		String name = context.getLinkText();
		String wayOut = nearest(context, name).map(near -> "did you mean '" + near + "'?")
				.orElse("nothing in this file or its imports defines it");
		return new DiagnosticMessage("unknown " + kind + " '" + name + "': " + wayOut, Severity.ERROR, CODE, name);
	}

	/** The visible name of the right kind that takes the fewest changes of a letter, if that is a likely slip. */
	private Optional<String> nearest(ILinkingDiagnosticContext context, String name) {
		Iterable<IEObjectDescription> candidates = scopes.getScope(context.getContext(), context.getReference()).getAllElements();
		return NearestName.of(name, Iterables.transform(candidates, candidate -> candidate.getName().toString()));
	}

	/** The class's name in words: {@code ReferenceConfiguration} is a reference configuration. */
	private static String kind(EClass type) {
		return switch (type.getName()) {
		case "RegisterTarget" -> "register or set";
		case "CostTable" -> "cost table";
		case "ReferenceConfiguration" -> "configuration";
		default -> type.getName().toLowerCase(Locale.ROOT);
		};
	}
}
