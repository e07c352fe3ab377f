// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.trapline.model.CellReference;
import org.trapline.model.ModelPackage;
import org.trapline.model.Reference;
import org.trapline.model.ReferenceConfiguration;
import org.trapline.model.ReferenceUse;

/** Configurations are known inside the reference that is spoken of; all other names in the file and its imports. */
public class TraplineScopeProvider extends AbstractTraplineScopeProvider {

	@Override
	public IScope getScope(EObject context, EReference reference) {
		if (reference.getEReferenceType() == ModelPackage.Literals.REFERENCE_CONFIGURATION) {
			return Scopes.scopeFor(configurations(spokenOf(context)));
		}
		return super.getScope(context, reference);
	}

	/** Whether the reference, whose configurations would be known at this place, is unknown itself. */
	public static boolean referenceIsUnknown(EObject context) {
		Reference reference = spokenOf(context);
		return reference == null || reference.eIsProxy();
	}

	private static Reference spokenOf(EObject context) {
		if (context instanceof CellReference cell) {
			return cell.getReference();
		}
		ReferenceUse use = EcoreUtil2.getContainerOfType(context, ReferenceUse.class);
		return use != null ? use.getReference() : EcoreUtil2.getContainerOfType(context, Reference.class);
	}

	private static List<ReferenceConfiguration> configurations(Reference reference) {
		return reference == null ? List.of() : reference.getConfigurations();
	}
}
