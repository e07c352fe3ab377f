// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.List;
import java.util.Optional;

import org.trapline.ui.run.Runs;

/**
 * The help of what is installed. The workbench has one: what is installed stays as long as it runs, and so do the topics, which take seconds to make. Any thread.
 */
public final class InstalledHelp {

	private Optional<List<HelpTopic>> installed = Optional.empty();

	/**
	 * All topics. Not on the UI thread: it may take a while.
	 *
	 * @param workbench what users can change, as the keys: {@link HelpPages#ofWorkbench}
	 */
	synchronized HelpContents contents(List<HelpTopic> workbench) {
		List<HelpTopic> made = installed.orElseGet(() -> new HelpPages(Runs.ofWorkbench().studies()).make());
		installed = Optional.of(made);
		return HelpPages.contents(made, workbench);
	}
}
