// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something installed that a study can use.
 *
 * @param kind          what it is
 * @param name          as texts name it; a study's id
 * @param library       the library that has it, as texts import it; empty for a study
 * @param importedBy    the libraries that make it visible where they are imported, its own first; empty for a study
 * @param documentation what its author says of it; empty where that is nothing
 * @param parameters    what there is to know of it besides
 * @param place         where it is written; empty for a study
 */
public record CatalogueEntry(Kind kind, String name, String library, Set<String> importedBy, String documentation, List<Property> parameters,
		Optional<Place> place) {

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

	public CatalogueEntry {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(name);
		Objects.requireNonNull(library);
		importedBy = Set.copyOf(importedBy);
		Objects.requireNonNull(documentation);
		parameters = List.copyOf(parameters);
		Objects.requireNonNull(place);
	}

	/** The first sentence of the documentation. */
	public String summary() {
		String line = documentation.replaceAll("\\s+", " ").strip();
		int end = line.indexOf(". ");
		return end < 0 ? line : line.substring(0, end + 1);
	}
}
