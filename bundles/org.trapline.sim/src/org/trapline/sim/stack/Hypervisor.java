// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.ExitReason;

/**
 * A hypervisor: its configuration of guests and its program for exits. One definition serves every level.
 *
 * <p>
 * For an exit that it handles it runs {@code exit}, the handler of the reason, and {@code enter}; a fast handler runs alone. For an
 * exit that its guest hypervisor has asked for it runs {@code exit}, {@code forward} and {@code enter}, and then the guest
 * hypervisor runs.
 *
 * @param name           its name
 * @param hides          controls of its own CPU that it hides from its guests
 * @param offers         controls that it offers its guests in addition to those of its own CPU
 * @param runsWith       controls that it sets for itself
 * @param configurations controls that it sets for its guests
 * @param exit           steps after every exit
 * @param enter          steps before every entry, the entry itself included
 * @param forward        steps that forward an exit to a guest hypervisor
 * @param handlers       its handlers by exit reason
 * @since 0.2.0
 */
public record Hypervisor(String name, Set<Control> hides, Set<Control> offers, Set<Control> runsWith, List<TrapConfiguration> configurations, List<Step> exit,
		List<Step> enter, List<Step> forward, Map<ExitReason, Handler> handlers) {

	public Hypervisor {
		Objects.requireNonNull(name);
		hides = Set.copyOf(hides);
		offers = Set.copyOf(offers);
		runsWith = Set.copyOf(runsWith);
		configurations = List.copyOf(configurations);
		exit = List.copyOf(exit);
		enter = List.copyOf(enter);
		forward = List.copyOf(forward);
		handlers = Map.copyOf(handlers);
	}

	/**
	 * The controls it sets while a guest runs.
	 *
	 * @param hypervisor whether the guest is a hypervisor
	 * @param situation  of this hypervisor; how the guest runs decides among configurations
	 */
	Set<Control> configures(boolean hypervisor, Situation situation) {
		Set<Control> plain = Set.of();
		for (TrapConfiguration configuration : configurations) {
			if (configuration.hypervisor() != hypervisor) {
				continue;
			}
			if (configuration.guestRunsWith().isEmpty()) {
				plain = configuration.set(situation);
			} else if (situation.guestRunsWith().contains(configuration.guestRunsWith().get())) {
				return configuration.set(situation);
			}
		}
		return plain;
	}

	/** The same, running with other controls. */
	public Hypervisor runningWith(Set<Control> controls) {
		return new Hypervisor(name, hides, offers, controls, configurations, exit, enter, forward, handlers);
	}

	/** Its handler of an exit reason, if it has one. */
	public Optional<Handler> handler(ExitReason reason) {
		return Optional.ofNullable(handlers.get(reason));
	}

	/** The flags that its program sets, clears or tests. */
	public Set<Flag> flags() {
		Set<Flag> flags = new LinkedHashSet<>();
		Stream.concat(Stream.of(exit, enter, forward), handlers.values().stream().map(Handler::steps)).flatMap(List::stream).forEach(step -> {
			step.conditions().forEach(condition -> addFlags(condition, flags));
			for (Action action : step.actions()) {
				if (action instanceof Action.Remember(Flag flag, boolean value)) {
					flags.add(flag);
				}
			}
		});
		configurations.forEach(configuration -> configuration.controls().forEach(
				control -> control.conditions().forEach(condition -> addFlags(condition, flags))));
		return flags;
	}

	private static void addFlags(Condition condition, Set<Flag> flags) {
		if (condition instanceof Condition.Remembers(Flag flag)) {
			flags.add(flag);
		} else if (condition instanceof Condition.Not(Condition negated)) {
			addFlags(negated, flags);
		}
	}

	/**
	 * How its work for an exit depends on the level that exited.
	 *
	 * @param middle the steps between its exit and entry paths
	 */
	public Dependence dependence(List<Step> middle) {
		Dependence dependence = Dependence.NONE;
		for (List<Step> steps : List.of(exit, middle, enter)) {
			for (Step step : steps) {
				if (step.actions().stream().anyMatch(action -> action instanceof Action.Work(CostTerm cost, boolean perLevel) && perLevel)) {
					return Dependence.DISTANCE;
				}
				if (step.conditions().stream().anyMatch(Hypervisor::asksForNested)) {
					dependence = Dependence.NESTED;
				}
			}
		}
		return dependence;
	}

	private static boolean asksForNested(Condition condition) {
		return condition instanceof Condition.Nested || condition instanceof Condition.Not(Condition negated) && asksForNested(negated);
	}

	/** How a hypervisor's work depends on the level that exited. */
	public enum Dependence {
		/** Not at all. */
		NONE,
		/** On whether its own guest exited, or software above it. */
		NESTED,
		/** On the number of levels between it and the software that exited. */
		DISTANCE
	}
}
