// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.ui.PlatformUI;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.run.Studies;

/**
 * The outcomes of this session's runs. There is one per workbench; ask the workbench for it
 * ({@code PlatformUI.getWorkbench().getService(Runs.class)}). Call it on the UI thread, except where stated.
 */
public final class Runs {

	/** Older outcomes are forgotten: nothing shows them yet. */
	private static final int KEPT = 50;

	private final List<RunOutcome> outcomes = new ArrayList<>();
	private final List<Consumer<Optional<RunOutcome>>> listeners = new CopyOnWriteArrayList<>();
	private Studies studies;

	Runs() {
		// made by RunsFactory
	}

	/** The workbench's. */
	public static Runs ofWorkbench() {
		return PlatformUI.getWorkbench().getService(Runs.class);
	}

	/**
	 * What runs studies; made at the first call, which takes its time. Any thread.
	 *
	 * @throws CatalogException when an installed plug-in's contribution is wrong
	 */
	synchronized Studies studies() {
		if (studies == null) {
			studies = new Studies(Catalog.installed());
		}
		return studies;
	}

	/** The newest outcome. */
	public Optional<RunOutcome> latest() {
		return outcomes.isEmpty() ? Optional.empty() : Optional.of(outcomes.getLast());
	}

	void add(RunOutcome outcome) {
		if (outcomes.size() == KEPT) {
			outcomes.removeFirst();
		}
		outcomes.add(outcome);
		tell();
	}

	/** Forgets all outcomes. */
	public void clear() {
		outcomes.clear();
		tell();
	}

	private void tell() {
		listeners.forEach(listener -> listener.accept(latest()));
	}

	/** Tells of the newest outcome whenever there is another, or none any more. */
	public void addListener(Consumer<Optional<RunOutcome>> listener) {
		listeners.add(listener);
	}

	/** Ends what {@link #addListener(Consumer)} began. */
	public void removeListener(Consumer<Optional<RunOutcome>> listener) {
		listeners.remove(listener);
	}
}
