// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

import java.util.Objects;
import java.util.Optional;

/**
 * What was read.
 *
 * @param name   of the file
 * @param sha256 of its bytes as they are stored, in hexadecimal; where it was asked for
 * @param bytes  as stored
 * @param lines  all of them
 * @param events of any kind
 * @param kvm    events of KVM
 */
public record TraceSource(String name, Optional<String> sha256, long bytes, long lines, long events, long kvm) {

	public TraceSource {
		Objects.requireNonNull(name);
		Objects.requireNonNull(sha256);
	}
}
