// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

/**
 * A part of a mechanism's model that a factory cannot do without.
 *
 * @since 0.2.0
 */
public enum MechanismNeed {
	/** The CPU that it prototypes: {@code emulates CPU}. */
	EMULATED_CPU,
	/** Something that it does: {@code hardware CONTROL}, {@code offers CONTROL}, or treatments of registers. */
	CONTROLS
}
