// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A hypervisor: what it configures, and what it does for an exit. One definition serves every level.
 *
 * <p>
 * For an exit that it handles it runs {@code exit}, the handler of the reason, and {@code enter}. For an exit that its
 * guest hypervisor wants it runs {@code exit}, {@code forward} and {@code enter}, and the guest hypervisor goes on.
 *
 * @param name           its name
 * @param runsWith       controls that it sets for itself
 * @param configurations controls that it sets for its guests
 * @param exit           steps after every exit
 * @param enter          steps before every entry, the entry itself included
 * @param forward        steps that hand an exit to a guest hypervisor
 * @param handlers       steps by exit reason
 */
public record Hypervisor(String name, Set<Control> runsWith, List<TrapConfiguration> configurations, List<Step> exit,
		List<Step> enter, List<Step> forward, Map<ExitReason, List<Step>> handlers) {

	public Hypervisor {
		Objects.requireNonNull(name);
		runsWith = Set.copyOf(runsWith);
		configurations = List.copyOf(configurations);
		exit = List.copyOf(exit);
		enter = List.copyOf(enter);
		forward = List.copyOf(forward);
		handlers = Map.copyOf(handlers);
	}

	/** The controls it sets while a guest that is no hypervisor runs. */
	public Set<Control> controlsForGuest() {
		return configuration(false, Set.of());
	}

	/** The controls it sets while a guest hypervisor runs that runs with the given controls. */
	public Set<Control> controlsForHypervisor(Set<Control> guestRunsWith) {
		return configuration(true, guestRunsWith);
	}

	/** The steps that handle an exit, if it knows the reason. */
	public Optional<List<Step>> handler(ExitReason reason) {
		return Optional.ofNullable(handlers.get(reason));
	}

	/** What its steps remember of a guest. */
	public Set<Flag> flags() {
		Set<Flag> flags = new LinkedHashSet<>();
		Stream.concat(Stream.of(exit, enter, forward), handlers.values().stream()).flatMap(List::stream)
				.flatMap(step -> step.actions().stream()).forEach(action -> {
					if (action instanceof Action.Remember(Flag flag, boolean value)) {
						flags.add(flag);
					}
				});
		return flags;
	}

	private Set<Control> configuration(boolean hypervisor, Set<Control> guestRunsWith) {
		Set<Control> plain = Set.of();
		for (TrapConfiguration configuration : configurations) {
			if (configuration.hypervisor() != hypervisor) {
				continue;
			}
			if (configuration.guestRunsWith().isEmpty()) {
				plain = configuration.controls();
			} else if (guestRunsWith.contains(configuration.guestRunsWith().get())) {
				return configuration.controls();
			}
		}
		return plain;
	}
}
