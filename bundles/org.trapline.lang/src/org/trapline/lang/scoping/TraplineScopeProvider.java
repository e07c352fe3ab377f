// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.trapline.lang.Inheritance;
import org.trapline.model.CellReference;
import org.trapline.model.Device;
import org.trapline.model.ModelPackage;
import org.trapline.model.Reference;
import org.trapline.model.ReferenceConfiguration;
import org.trapline.model.ReferenceUse;
import org.trapline.model.Stack;

/** Configurations are visible for their reference, devices for their platform; all other names in the file and its imports. */
public class TraplineScopeProvider extends AbstractTraplineScopeProvider {

	@Override
	public IScope getScope(EObject context, EReference reference) {
		if (reference.getEReferenceType() == ModelPackage.Literals.REFERENCE_CONFIGURATION) {
			return Scopes.scopeFor(configurations(spokenOf(context)));
		}
		if (reference.getEReferenceType() == ModelPackage.Literals.DEVICE) {
			Stack stack = EcoreUtil2.getContainerOfType(context, Stack.class);
			return Scopes.scopeFor(stack == null ? List.of() : devices(stack));
		}
		return super.getScope(context, reference);
	}

	private static List<Device> devices(Stack stack) {
		return Inheritance.platform(stack).map(platform -> List.copyOf(platform.getDevices())).orElse(List.of());
	}

	/** Whether the reference whose configurations would be visible at this place is unknown itself. */
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
