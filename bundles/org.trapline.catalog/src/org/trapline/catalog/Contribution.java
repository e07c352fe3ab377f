// SPDX-License-Identifier: EPL-2.0
package org.trapline.catalog;

import java.util.List;
import java.util.Objects;

/**
 * Java code that a plug-in contributes: a class of CPUs, or a mechanism.
 *
 * @param id          unique id, which models name
 * @param name        shown to users
 * @param description one or two sentences
 * @param bundle      symbolic name of its bundle
 * @param parameters  cost parameters that it reads
 */
public record Contribution(String id, String name, String description, String bundle, List<Parameter> parameters) {

	public Contribution {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
		Objects.requireNonNull(description);
		Objects.requireNonNull(bundle);
		parameters = List.copyOf(parameters);
	}
}
