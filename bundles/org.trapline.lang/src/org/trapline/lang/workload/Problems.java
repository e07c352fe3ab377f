// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.workload;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Takes what is wrong with a workload. */
@FunctionalInterface
public interface Problems {

	/**
	 * An error.
	 *
	 * @param message what is wrong, and the way out
	 * @param element the workload, or a part of it
	 * @param feature where in the element
	 * @param code    one of {@code ProblemCodes}
	 */
	void error(String message, EObject element, EStructuralFeature feature, String code);
}
