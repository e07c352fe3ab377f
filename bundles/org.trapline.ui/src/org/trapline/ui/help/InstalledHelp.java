// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.trapline.run.Studies;

/**
 * The help of what is installed. The workbench has one: what is installed stays as long as it runs, and so do the topics, which take seconds to make. Any thread.
 */
public final class InstalledHelp {

	private final HelpPages pages;
	/** The topics of the highest level that could be made, by their ids. */
	private final Map<String, HelpTopic> made = new HashMap<>();

	/** @param studies what is installed; may fail at one time and not at another */
	public InstalledHelp(Supplier<Studies> studies) {
		pages = new HelpPages(studies);
	}

	/**
	 * All topics. What could not be made before is tried again. Not on the UI thread: it may take a while.
	 *
	 * @param workbench what users can change, as the keys: {@link HelpPages#ofWorkbench}
	 */
	public synchronized HelpContents contents(List<HelpTopic> workbench) {
		return pages.contents(made, workbench);
	}
}
