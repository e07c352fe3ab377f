// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.Optional;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.model.Quantity;

/** Whether quantities measure what they are given for. */
final class Units {

	private Units() {
	}

	/** What is wrong with the unit of a quantity; empty where it is right, or where there is no quantity. */
	static Optional<String> problem(Quantity quantity, EStructuralFeature feature, Dimension dimension) {
		if (quantity == null || quantity.getUnit() == null || Quantities.dimension(quantity.getUnit()) == dimension) {
			return Optional.empty();
		}
		return Optional.of("'" + Quantities.text(quantity) + "' is a " + Quantities.name(Quantities.dimension(quantity.getUnit())) + ", and '"
				+ feature.getName() + "' is a " + Quantities.name(dimension) + ": give it in " + dimension.units());
	}
}
