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
 * Elements and registers have their names as in the text. Levels and configurations are known only inside their element, and so have no global name.
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
