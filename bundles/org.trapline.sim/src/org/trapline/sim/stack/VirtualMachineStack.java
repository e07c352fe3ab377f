// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.spi.CpuModel;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.WorldSwitch;

/**
 * A stack: a CPU, hypervisors that run on each other from L0 up, and a guest on top. Immutable.
 *
 * <p>
 * Each hypervisor sees a CPU of its own: L0 the machine's, with the controls that mechanisms add; every other one the CPU of the
 * hypervisor below, with the controls that that one hides or offers. A hypervisor can only set controls that its CPU has. So a
 * mechanism works at a level exactly when every level below passes it on.
 *
 * @since 0.2.0
 */
public final class VirtualMachineStack {

	/** The maximum number of hypervisors. If operations trap at all, counts exceed a {@code long} at much fewer levels. */
	public static final int MOST_LEVELS = 16;

	private final String name;
	private final CpuModel cpu;
	private final List<Hypervisor> hypervisors;
	private final List<MechanismUse> mechanisms;
	private final List<Set<Control>> cpus;
	private final boolean replacesCosts;

	/**
	 * @param name        for messages
	 * @param cpu         decides what traps
	 * @param hypervisors L0 first; at least one
	 * @param mechanisms  refine what the CPU decides, in this order
	 * @throws SimulationException when there are more hypervisors than {@link #MOST_LEVELS}
	 */
	public VirtualMachineStack(String name, CpuModel cpu, List<Hypervisor> hypervisors, List<MechanismUse> mechanisms) {
		this.name = Objects.requireNonNull(name);
		this.cpu = Objects.requireNonNull(cpu);
		this.hypervisors = List.copyOf(hypervisors);
		this.mechanisms = List.copyOf(mechanisms);
		if (hypervisors.isEmpty()) {
			throw new IllegalArgumentException("stack " + name + " has no hypervisor");
		}
		if (hypervisors.size() > MOST_LEVELS) {
			throw new SimulationException("stack " + name + " has " + hypervisors.size() + " hypervisors; the maximum is " + MOST_LEVELS);
		}
		this.cpus = cpusByLevel();
		this.replacesCosts = mechanisms.stream().anyMatch(use -> use.mechanism().replacesCosts());
	}

	private List<Set<Control>> cpusByLevel() {
		return CpuViews.of(cpu.controls(),
				mechanisms.stream().map(use -> new CpuViews.Mechanism<>(use.mechanism().hardware(), use.mechanism().offers(), use.without())).toList(),
				hypervisors.stream().map(hypervisor -> new CpuViews.Level<>(hypervisor.hides(), hypervisor.offers())).toList());
	}

	public String name() {
		return name;
	}

	/** Decides what traps. */
	public CpuModel cpu() {
		return cpu;
	}

	/** L0 first. */
	public List<Hypervisor> hypervisors() {
		return hypervisors;
	}

	/** What refines the CPU's decisions, in this order. */
	public List<MechanismUse> mechanisms() {
		return mechanisms;
	}

	/** The level of the guest on top: 1 in a VM, 2 in a nested VM. */
	public int guestLevel() {
		return hypervisors.size();
	}

	/** The controls of the CPU that the hypervisor at a level sees. */
	public Set<Control> cpuAt(int level) {
		return cpus.get(level);
	}

	/** The controls with which the software at a level runs: a hypervisor's own, none for the guest on top. */
	public Set<Control> runsWith(int level) {
		return level < hypervisors.size() ? hypervisors.get(level).runsWith() : Set.of();
	}

	/**
	 * The controls that a hypervisor sets while the software at a level above it runs, which is its own guest or a part of it.
	 *
	 * @param remembers what that hypervisor remembers of its guest
	 */
	public Set<Control> controls(int by, int level, Predicate<Flag> remembers) {
		boolean guestHypervisor = by == level - 1 && level < hypervisors.size();
		Situation situation = new Situation(Optional.empty(), false, runsWith(by), guestHypervisor ? runsWith(level) : Set.of(), cpuAt(by), remembers);
		return hypervisors.get(by).configures(guestHypervisor, situation).stream().filter(cpuAt(by)::contains)
				.collect(Collectors.toUnmodifiableSet());
	}

	/** The disposition of an operation above L0, after all mechanisms. */
	public Disposition disposition(Operation operation, GuestContext context) {
		Disposition decided = cpu.disposition(operation, context);
		for (MechanismUse use : mechanisms) {
			if (use.reaches(context.level() - 1)) {
				decided = use.mechanism().refine(operation, context, decided);
			}
		}
		return decided;
	}

	/**
	 * The level of the hypervisor that handles a trap, after all mechanisms.
	 *
	 * @throws SimulationException when a mechanism routes it to a level that is not below the guest: it would never be handled
	 */
	public int route(Operation operation, GuestContext context, int asked) {
		int handler = asked;
		for (MechanismUse use : mechanisms) {
			if (use.reaches(context.level() - 1)) {
				handler = use.mechanism().route(operation, context, handler);
				if (handler < 0 || handler >= context.level()) {
					throw new SimulationException("stack " + name + ": mechanism " + use.mechanism().name() + " routes " + operation.label()
							+ " of L" + context.level() + " to L" + handler + ", which is not below it, so that it would never be handled: correct its route");
				}
			}
		}
		return handler;
	}

	/** Whether costs depend on the levels between which a world switch happens. */
	public boolean replacesCosts() {
		return replacesCosts;
	}

	/**
	 * A cost with the replacements of all mechanisms.
	 *
	 * @param where the world switch
	 */
	public CostTerm cost(CostTerm cost, WorldSwitch where) {
		if (!replacesCosts) {
			return cost;
		}
		CostTerm now = cost;
		for (MechanismUse use : mechanisms) {
			Optional<CostTerm> other = use.reaches(where.level()) ? use.mechanism().replaced(now, where) : Optional.empty();
			now = other.orElse(now);
		}
		return now;
	}

	@Override
	public String toString() {
		return name;
	}
}
