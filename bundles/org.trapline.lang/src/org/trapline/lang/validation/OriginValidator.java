// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import org.eclipse.xtext.validation.Check;
import org.trapline.model.Hypervisor;
import org.trapline.model.ModelPackage;
import org.trapline.model.Reference;

/** Where programs come from: the published tables that hypervisors were written from. */
public class OriginValidator extends PartialValidator {

	@Check
	public void tablesAreNamedOnce(Hypervisor hypervisor) {
		eachOnce(hypervisor.getWrittenFrom(), hypervisor, ModelPackage.Literals.HYPERVISOR__WRITTEN_FROM, "reference", "list");
	}

	@Check
	public void hypervisorsAreNamedOnce(Reference reference) {
		eachOnce(reference.getDescribes(), reference, ModelPackage.Literals.REFERENCE__DESCRIBES, "hypervisor", "list");
	}
}
