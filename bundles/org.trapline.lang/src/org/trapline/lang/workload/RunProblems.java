// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.workload;

/** Takes why a stack of an experiment cannot run a workload; it is reported where the experiment names the workload. */
@FunctionalInterface
public interface RunProblems {

	/**
	 * An error.
	 *
	 * @param message what is wrong, and the way out
	 * @param code    one of {@code ProblemCodes}
	 */
	void error(String message, String code);
}
