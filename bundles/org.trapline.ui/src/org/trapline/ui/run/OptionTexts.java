// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.trapline.run.RunOptions;
import org.trapline.ui.preferences.TraplinePreferences;

/**
 * How a run configuration wants its study to run, as the user typed it.
 *
 * @param seed of the random numbers, a whole number; empty for the experiments' own
 * @param jobs number of threads, at least 1; empty for that of the preferences
 */
record OptionTexts(String seed, String jobs) {

	/** All is left to the experiments and the preferences. */
	static final OptionTexts NONE = new OptionTexts("", "");

	private static final String SEED = "org.trapline.ui.study.seed";
	private static final String JOBS = "org.trapline.ui.study.jobs";

	OptionTexts {
		Objects.requireNonNull(seed);
		Objects.requireNonNull(jobs);
	}

	/** Those of a seed. */
	static OptionTexts of(OptionalLong seed) {
		return new OptionTexts(seed.isPresent() ? Long.toString(seed.getAsLong()) : "", "");
	}

	/** Those of a configuration. */
	static OptionTexts of(ILaunchConfiguration configuration) throws CoreException {
		return new OptionTexts(configuration.getAttribute(SEED, ""), configuration.getAttribute(JOBS, ""));
	}

	/** Puts them into a configuration; what is empty is no attribute. */
	void set(ILaunchConfigurationWorkingCopy configuration) {
		configuration.setAttribute(SEED, seed.isEmpty() ? null : seed);
		configuration.setAttribute(JOBS, jobs.isEmpty() ? null : jobs);
	}

	/** What is wrong, for people; empty when nothing is. */
	Optional<String> problem() {
		if (!seed.isEmpty() && seedNumber().isEmpty()) {
			return Optional.of("The seed '%s' is not an integer from %d to %d. Leave it empty to use the seed of each experiment.".formatted(seed, Long.MIN_VALUE,
					Long.MAX_VALUE));
		}
		if (!jobs.isEmpty() && jobsNumber().isEmpty()) {
			return Optional.of("The number of threads '%s' is not an integer of 1 or more. Leave it empty to use that of the preferences.".formatted(jobs));
		}
		return Optional.empty();
	}

	/**
	 * What they mean now.
	 *
	 * @throws IllegalArgumentException when there is a {@link #problem()}, with that as its message
	 */
	RunOptions options() {
		problem().ifPresent(problem -> {
			throw new IllegalArgumentException(problem);
		});
		return new RunOptions(seedNumber(), jobsNumber().orElseGet(TraplinePreferences::threads));
	}

	private OptionalLong seedNumber() {
		try {
			return OptionalLong.of(Long.parseLong(seed));
		} catch (NumberFormatException e) {
			return OptionalLong.empty();
		}
	}

	private OptionalInt jobsNumber() {
		try {
			int number = Integer.parseInt(jobs);
			return number < 1 ? OptionalInt.empty() : OptionalInt.of(number);
		} catch (NumberFormatException e) {
			return OptionalInt.empty();
		}
	}
}
