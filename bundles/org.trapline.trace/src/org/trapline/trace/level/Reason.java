// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.level;

import org.trapline.trace.summary.Direction;
import org.trapline.trace.summary.Isa;

/**
 * An exit reason, once per reading.
 *
 * @param number    small, from 1
 * @param name      the kernel's
 * @param isa       whose reason it is
 * @param kind      what more it says
 * @param register  that the name itself says, as CR0 of {@code write_cr0}; empty otherwise
 * @param direction that the name itself says
 * @param known     whether it is one of the kernel's names
 */
public record Reason(int number, String name, Isa isa, ReasonKind kind, String register, Direction direction, boolean known) {
}
