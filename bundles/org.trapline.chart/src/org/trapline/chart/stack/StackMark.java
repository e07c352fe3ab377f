// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.stack;

import java.util.Objects;
import java.util.Optional;

import org.trapline.run.compile.SourcePlace;

/**
 * A part of the picture of a stack.
 *
 * @param kind  what it is
 * @param name  of the machine, the hypervisor, the device, the cores, or the workload that takes a way
 * @param level of a level, or of the hypervisor whose own device it is; of a step its number, from 1; of cores the first one; 0 for anything else
 * @param place where it stands in the text; empty for a way
 */
public record StackMark(Kind kind, String name, int level, Optional<SourcePlace> place) {

	/** What a part is. */
	public enum Kind {
		/** The machine, with its cores. */
		MACHINE,
		/** A device of the machine, or of a hypervisor. */
		DEVICE,
		/** Software at a level. */
		LEVEL,
		/** Cores of the machine that are folded into one box. */
		CORES,
		/** The way of a workload. */
		ROUTE,
		/** A step of a way, by its number. */
		STEP
	}

	public StackMark {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(name);
		Objects.requireNonNull(place);
	}
}
