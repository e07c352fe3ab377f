// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.trapline.lang.scoping.AmbiguousNames;
import org.trapline.lang.scoping.TraplineScopeProvider;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.ModelPackage;
import com.google.common.collect.Iterables;

import jakarta.inject.Inject;

/** Messages for unknown and ambiguous names. */
public class LinkingMessages extends LinkingDiagnosticMessageProvider {

	/** Code of every unknown name. */
	public static final String CODE = ProblemCodes.UNKNOWN_NAME;

	/** Code of every ambiguous name. */
	public static final String AMBIGUOUS = ProblemCodes.AMBIGUOUS_NAME;

	@Inject
	private AmbiguousNames ambiguous;

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
		List<EObject> meanings = ambiguous.meanings(context.getContext().eResource(), context.getReference().getEReferenceType(), name);
		if (meanings.size() > 1) {
			List<String> clear = meanings.stream().map(meaning -> AmbiguousNames.clear(meaning, name)).distinct().toList();
			String wayOut = clear.size() == meanings.size() ? "write " + String.join(" or ", clear)
					: "give one of them another name, or its file a namespace";
			return new DiagnosticMessage("'" + name + "' is more than one " + kind + " here: " + wayOut, Severity.ERROR, AMBIGUOUS,
					clear.toArray(String[]::new));
		}
		String wayOut = nearest(context, name).map(near -> "did you mean '" + near + "'?")
				.orElse("neither this file nor its imports define it");
		return new DiagnosticMessage("unknown " + kind + " '" + name + "': " + wayOut, Severity.ERROR, CODE, name);
	}

	/** The visible name of the right kind with the smallest edit distance, if it is probably a typo. */
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
