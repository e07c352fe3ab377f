// SPDX-License-Identifier: EPL-2.0
package org.trapline.catalog;

import java.util.Objects;

/**
 * A plug-in that contributes CPUs, mechanisms, metrics or libraries.
 *
 * @param id      its symbolic name
 * @param version as in its manifest
 */
public record Plugin(String id, String version) {

	public Plugin {
		Objects.requireNonNull(id);
		Objects.requireNonNull(version);
	}
}
