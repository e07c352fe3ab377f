// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.List;

/** Provides quick fixes for some kinds of problems. */
public interface FixProvider {

	/** The quick fixes of a problem, the most likely first. */
	List<Fix> fixes(Problem problem);
}
