// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.List;

/** Knows ways to mend some kinds of problems. */
public interface FixProvider {

	/** The ways to mend a problem, the likeliest first; none where this provider knows none. */
	List<Fix> fixes(Problem problem);
}
