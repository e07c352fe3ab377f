// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trapline.run.Studies;
import org.trapline.run.compile.SourcePlace;

/**
 * An installed element that a study can use.
 *
 * @param kind          its kind
 * @param name          its name in texts; a study's id
 * @param library       the library that defines it, as texts import it; empty for a study
 * @param importedBy    the libraries whose import makes it visible, its own first; empty for a study
 * @param documentation its author's comment; empty where there is none
 * @param parameters    its properties
 * @param costs         its cost parameters, which studies may set
 * @param place         where it is defined; empty for a study
 */
public record CatalogEntry(Kind kind, String name, String library, Set<String> importedBy, String documentation, List<Property> parameters,
		List<CostParameter> costs, Optional<SourcePlace> place) {

	/** Kinds of entries, in the order of listings. */
	public enum Kind {
		/** A model of a CPU. */
		CPU("cpu", "CPU models"),
		/** A mechanism. */
		MECHANISM("mechanism", "Mechanisms"),
		/** A hypervisor. */
		HYPERVISOR("hypervisor", "Hypervisors"),
		/** A machine with its costs. */
		PLATFORM("platform", "Platforms"),
		/** A workload of guests. */
		WORKLOAD("workload", "Workloads"),
		/** A shipped study. */
		STUDY("study", "Studies");

		private final String id;
		private final String title;

		Kind(String id, String title) {
			this.id = id;
			this.title = title;
		}

		/** The word used in files and on the command line. */
		public String id() {
			return id;
		}

		/** Its title. */
		public String title() {
			return title;
		}

		@Override
		public String toString() {
			return id;
		}
	}

	/**
	 * A property or a parameter.
	 *
	 * @param name        its name
	 * @param value       with its unit; empty where models set it
	 * @param explanation in words; empty where the name suffices
	 */
	public record Property(String name, String value, String explanation) {
		public Property {
			Objects.requireNonNull(name);
			Objects.requireNonNull(value);
			Objects.requireNonNull(explanation);
		}
	}

	/**
	 * A cost that a study may set or vary.
	 *
	 * @param name  its name in texts
	 * @param value its default, or its smallest valid value
	 * @param unit  of its values
	 * @param least its lower bound; empty where there is none
	 * @param most  its upper bound; empty where there is none
	 */
	public record CostParameter(String name, String value, String unit, Optional<String> least, Optional<String> most) {
		public CostParameter {
			Objects.requireNonNull(name);
			Objects.requireNonNull(value);
			Objects.requireNonNull(unit);
			Objects.requireNonNull(least);
			Objects.requireNonNull(most);
		}
	}

	public CatalogEntry {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(name);
		Objects.requireNonNull(library);
		importedBy = Set.copyOf(importedBy);
		Objects.requireNonNull(documentation);
		parameters = List.copyOf(parameters);
		costs = List.copyOf(costs);
		Objects.requireNonNull(place);
	}

	/** The value of a property; empty where there is none of that name. */
	public Optional<String> property(String name) {
		return parameters.stream().filter(each -> each.name().equals(name)).map(Property::value).findFirst();
	}

	/** The first sentence of the documentation. */
	public String summary() {
		String line = documentation.replaceAll("\\s+", " ").strip();
		int end = line.indexOf(". ");
		return end < 0 ? line : line.substring(0, end + 1);
	}
}
