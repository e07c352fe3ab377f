// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.trapline.sim.SimulationException;
import org.trapline.sim.stack.Flag;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.VirtualMachineStack;

/**
 * The flags of all hypervisors of a stack, as the bits of a {@code long}: one for each flag and level, those of L0 lowest. The work
 * of software at a level depends only on the bits of the levels below it.
 */
final class GuestMemory {

	private final Map<Flag, Integer> flags = new LinkedHashMap<>();
	private final int levels;

	/**
	 * @throws SimulationException when there are too many flags
	 */
	GuestMemory(VirtualMachineStack stack) {
		this.levels = stack.guestLevel();
		for (Hypervisor hypervisor : stack.hypervisors()) {
			hypervisor.flags().forEach(flag -> flags.putIfAbsent(flag, flags.size()));
		}
		if (flags.size() * levels > Long.SIZE) {
			throw new SimulationException("stack " + stack.name() + ": " + levels + " hypervisors that remember " + flags.size()
					+ " things of their guests are too many: " + Long.SIZE + " in all fit");
		}
	}

	/** The bits of the hypervisors below a level. */
	long below(int level) {
		int bits = flags.size() * level;
		return bits == Long.SIZE ? -1 : (1L << bits) - 1;
	}

	private long bit(int level, Flag flag) {
		return 1L << level * flags.size() + flags.get(flag);
	}

	/** The flags with one flag of one level set or cleared. */
	long with(long remembered, int level, Flag flag, boolean value) {
		return value ? remembered | bit(level, flag) : remembered & ~bit(level, flag);
	}

	/** The flags after an operation that concerns only the levels below one. */
	long after(long remembered, int level, TrapNode node) {
		return remembered & ~below(level) | node.remembered;
	}

	/** The flags of the hypervisor at a level. */
	Predicate<Flag> at(int level, long remembered) {
		return flag -> flags.containsKey(flag) && (remembered & bit(level, flag)) != 0;
	}

	/** The state in which every hypervisor has set these flags, as far as it has them. */
	long of(Iterable<Flag> given) {
		long bits = 0;
		for (Flag flag : given) {
			for (int level = 0; level < levels && flags.containsKey(flag); level++) {
				bits |= bit(level, flag);
			}
		}
		return bits;
	}
}
