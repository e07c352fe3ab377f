// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Objects;

/**
 * What of one kind is missing.
 *
 * @param kind      of loss
 * @param count     of events, exits or lines, as the kind says
 * @param firstLine where it first shows, from 1
 */
public record Loss(LossKind kind, long count, long firstLine) {

	public Loss {
		Objects.requireNonNull(kind);
	}
}
