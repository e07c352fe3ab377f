// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.serializer.sequencer.TransientValueService;

/** What is not written when a model becomes text: what is not set and has no default that could be. A cost has some of its numbers only. */
public class UnsetValues extends TransientValueService {

	@Override
	public ValueTransient isValueTransient(EObject owner, EStructuralFeature feature) {
		return !feature.isMany() && !owner.eIsSet(feature) && feature.getDefaultValue() == null ? ValueTransient.YES : super.isValueTransient(owner, feature);
	}
}
