// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.xmi;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;

/** A model that cannot be converted, with the reasons. */
public final class ConversionException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	/**
	 * A reason.
	 *
	 * @param file   where
	 * @param line   1-based; 0 where the whole file is meant
	 * @param column 1-based; 0 where the whole file is meant
	 * @param code   the code of the problem's kind
	 */
	public record Problem(URI file, int line, int column, String code, String message) {
	}

	ConversionException(List<Problem> problems) {
		super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
		this.problems = List.copyOf(problems);
	}

	ConversionException(URI file, String message) {
		this(List.of(new Problem(file, 0, 0, "xmi", message)));
	}

	/** The reasons, at least one. */
	public List<Problem> problems() {
		return problems;
	}
}
