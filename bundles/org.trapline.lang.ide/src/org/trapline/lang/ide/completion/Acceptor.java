// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalAcceptor;

/** Takes all proposals: a library has more registers than Xtext would take. */
public class Acceptor extends IdeContentProposalAcceptor {

	private static final int MOST = 2000;

	@Override
	public boolean canAcceptMoreProposals() {
		return entries.size() < MOST;
	}
}
