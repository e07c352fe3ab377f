// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trapline.run.Studies;
import org.trapline.run.compile.SourcePlace;

/**
 * Something installed that a study can use.
 *
 * @param kind          what it is
 * @param name          as texts name it; a study's id
 * @param library       the library that has it, as texts import it; empty for a study
 * @param importedBy    the libraries that make it visible where they are imported, its own first; empty for a study
 * @param documentation what its author says of it; empty where that is nothing
 * @param parameters    what there is to know of it besides
 * @param costs         its cost parameters, which studies may set
 * @param place         where it is written; empty for a study
 */
public record CatalogEntry(Kind kind, String name, String library, Set<String> importedBy, String documentation, List<Property> parameters,
		List<CostParameter> costs, Optional<SourcePlace> place) {

	/** Kinds of entries, in the order in which people see them. */
	public enum Kind {
		/** A model of a CPU. */
		CPU("cpu", "CPU models"),
		/** A mechanism. */
		MECHANISM("mechanism", "Mechanisms"),
		/** A hypervisor. */
		HYPERVISOR("hypervisor", "Hypervisors"),
		/** A machine with its costs. */
		PLATFORM("platform", "Platforms"),
		/** Something that guests do. */
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

		/** For people. */
		public String title() {
			return title;
		}

		@Override
		public String toString() {
			return id;
		}
	}

	/**
	 * A property, or a parameter.
	 *
	 * @param name        its name
	 * @param value       with its unit; empty where models give it
	 * @param explanation in words; empty where the name says it
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
	 * @param name  of the cost, as texts name it
	 * @param value that it has where nobody sets it, or the least that it may have
	 * @param unit  of its values
	 * @param least the least that it may be; empty where nobody says
	 * @param most  the most that it may be; empty where nobody says
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

	/** The value of a property; empty where it has none of that name. */
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
