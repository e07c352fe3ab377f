// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.util.Objects;

/**
 * A part of a machine-readable format: a column, a field, a file of a folder.
 *
 * @param name    as it is written
 * @param meaning what it holds, for people
 */
public record FormatField(String name, String meaning) {

	public FormatField {
		Objects.requireNonNull(name);
		Objects.requireNonNull(meaning);
	}
}
