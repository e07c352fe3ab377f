// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Shows the bracket that belongs to the one at the caret; brackets in comments and strings are passed over. */
public final class TraplinePairMatcher extends DefaultCharacterPairMatcher {

	/** Called by the generic editor. */
	public TraplinePairMatcher() {
		super(new char[] { '{', '}', '(', ')', '[', ']' }, Partitions.PARTITIONING);
	}
}
