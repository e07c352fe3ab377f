// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.util.Locale;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;

/** Says which name is unknown, and what it should have been the name of. */
public class LinkingMessages extends LinkingDiagnosticMessageProvider {

	/** Code of every unknown name. */
	public static final String CODE = "unknown-name";

	@Override
	public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
		String kind = kind(context.getReference().getEReferenceType());
		String name = context.getLinkText();
		return new DiagnosticMessage("unknown " + kind + " '" + name + "': nothing in this file or its imports defines it", Severity.ERROR,
				CODE, name);
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
