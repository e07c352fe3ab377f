// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Objects;

/**
 * What a model in the language says of a mechanism.
 *
 * @param name       its name
 * @param treatments what it makes of register accesses
 */
public record MechanismSpec(String name, Treatments treatments) {

	public MechanismSpec {
		Objects.requireNonNull(name);
		Objects.requireNonNull(treatments);
	}
}
