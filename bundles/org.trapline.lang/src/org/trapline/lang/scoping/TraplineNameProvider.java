// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.trapline.model.Element;
import org.trapline.model.NamedElement;
import org.trapline.model.Register;

import jakarta.inject.Inject;

/**
 * Elements and registers go by the name as written. Levels and configurations have meaning inside their element only
 * and so no name of their own.
 */
public class TraplineNameProvider extends IQualifiedNameProvider.AbstractImpl {

	@Inject
	private IQualifiedNameConverter converter;

	@Override
	public QualifiedName getFullyQualifiedName(EObject object) {
		if (object instanceof Element || object instanceof Register) {
			String name = ((NamedElement) object).getName();
			return name == null || name.isEmpty() ? null : converter.toQualifiedName(name);
		}
		return null;
	}
}
