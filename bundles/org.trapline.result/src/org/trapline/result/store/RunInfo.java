// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.catalog.Plugin;
import org.trapline.result.ChartSpec;

/**
 * The provenance of a run: all of it except its results.
 *
 * @param id          unique among the runs of a store, and the name of its folder there
 * @param name        shown to users, who may change it
 * @param pinned      whether the user has pinned it
 * @param began       when it began
 * @param took        how long it took
 * @param environment what it ran on
 * @param plugins     the plug-ins that were installed
 * @param settings    the settings of the run
 * @param inputs      the texts that it was run from
 * @param fingerprint of all results: equal for equal results on every machine
 * @param studies     the studies with results
 */
public record RunInfo(String id, String name, boolean pinned, Instant began, Duration took, Environment environment,
		List<Plugin> plugins, RunSettings settings, List<Input> inputs, String fingerprint, List<Study> studies) {

	/**
	 * What a run ran on.
	 *
	 * @param product version of Trapline
	 * @param java    version of Java
	 * @param system  name and architecture of the operating system
	 */
	public record Environment(String product, String java, String system) {

		public Environment {
			Objects.requireNonNull(product);
			Objects.requireNonNull(java);
			Objects.requireNonNull(system);
		}

		/** This machine and Java. */
		public static Environment here(String product) {
			return new Environment(product, System.getProperty("java.version"),
					System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		}
	}

	/**
	 * An input of a run.
	 *
	 * @param study  the study that it belongs to; empty for a library
	 * @param name   a file's path from the study's folder, or a library's name as studies import it
	 * @param file   its place in the run's folder, with slashes
	 * @param sha256 of its bytes, in hexadecimal
	 */
	public record Input(String study, String name, String file, String sha256) {

		public Input {
			Objects.requireNonNull(study);
			Objects.requireNonNull(name);
			Objects.requireNonNull(file);
			Objects.requireNonNull(sha256);
		}

		/** Whether it is a library of a plug-in. */
		public boolean isLibrary() {
			return study.isEmpty();
		}
	}

	/**
	 * A study.
	 *
	 * @param name        its name
	 * @param fingerprint of its results
	 * @param experiments the experiments that ran, in order
	 */
	public record Study(String name, String fingerprint, List<Experiment> experiments) {

		public Study {
			Objects.requireNonNull(name);
			Objects.requireNonNull(fingerprint);
			experiments = List.copyOf(experiments);
		}
	}

	/**
	 * An experiment.
	 *
	 * @param name   its name
	 * @param title  a heading for people
	 * @param extrapolation why nobody has measured the like; empty where that is not said
	 * @param charts the pictures it asks for
	 * @param rows   how many values it has; 0 where nobody has counted them
	 */
	public record Experiment(String name, String title, Optional<String> extrapolation, List<ChartSpec> charts, long rows) {

		public Experiment {
			Objects.requireNonNull(name);
			Objects.requireNonNull(title);
			Objects.requireNonNull(extrapolation);
			charts = List.copyOf(charts);
		}
	}

	public RunInfo {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
		Objects.requireNonNull(began);
		Objects.requireNonNull(took);
		Objects.requireNonNull(environment);
		plugins = List.copyOf(plugins);
		Objects.requireNonNull(settings);
		inputs = List.copyOf(inputs);
		Objects.requireNonNull(fingerprint);
		studies = List.copyOf(studies);
	}

	/** The same run under another name. */
	public RunInfo named(String other) {
		return new RunInfo(id, other, pinned, began, took, environment, plugins, settings, inputs, fingerprint, studies);
	}

	/** The same run, pinned or not. */
	public RunInfo pinned(boolean whether) {
		return new RunInfo(id, name, whether, began, took, environment, plugins, settings, inputs, fingerprint, studies);
	}

	/** The same run under another id. */
	RunInfo withId(String other) {
		return new RunInfo(other, name, pinned, began, took, environment, plugins, settings, inputs, fingerprint, studies);
	}
}
