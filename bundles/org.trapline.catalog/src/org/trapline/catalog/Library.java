// SPDX-License-Identifier: EPL-2.0
package org.trapline.catalog;

import java.net.URL;
import java.util.Objects;

/**
 * A library model inside a plug-in.
 *
 * @param name        the name that studies import: BUNDLE/NAME
 * @param description one sentence
 * @param location    URL of its text
 */
public record Library(String name, String description, URL location) {

	public Library {
		Objects.requireNonNull(name);
		Objects.requireNonNull(description);
		Objects.requireNonNull(location);
	}
}
