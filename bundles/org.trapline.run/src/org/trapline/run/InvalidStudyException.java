// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.List;
import java.util.stream.Collectors;

/** A study that cannot run, with its errors and their places. */
public final class InvalidStudyException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient List<Diagnostic> diagnostics;

	public InvalidStudyException(List<Diagnostic> diagnostics) {
		super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
		this.diagnostics = List.copyOf(diagnostics);
	}

	/** The errors, in the order of the file; never empty. */
	public List<Diagnostic> diagnostics() {
		return diagnostics;
	}
}
