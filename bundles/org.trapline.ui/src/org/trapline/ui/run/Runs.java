// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PlatformUI;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.chart.export.ResultFolder;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunFolder;
import org.trapline.result.store.RunStore;
import org.trapline.run.Studies;
import org.trapline.ui.TraplineUi;

/**
 * The runs of this workspace: those that are kept, and what the newest attempt came to. There is one per workbench; ask the workbench
 * for it ({@link #ofWorkbench()}). Any thread; listeners are called on the UI thread.
 */
public final class Runs {

	/** Runs lie in the workspace's folder, beside the projects, where a user finds them and the command line reads them. */
	private static final String FOLDER = ".trapline/runs";
	/** Runs that are read are kept in memory; the oldest goes. */
	private static final int IN_MEMORY = 32;

	private final RunStore store = new RunStore(ResourcesPlugin.getWorkspace().getRoot().getLocation().append(FOLDER).toPath());
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final List<Consumer<RunOutcome>> outcomeListeners = new CopyOnWriteArrayList<>();
	private final Map<Path, Run> known = new LinkedHashMap<>() {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Path, Run> eldest) {
			return size() > IN_MEMORY;
		}
	};
	private Catalog catalog;
	private Studies studies;
	private Optional<RunOutcome> latest = Optional.empty();

	Runs() {
		// made by RunsFactory
	}

	/** The workbench's. */
	public static Runs ofWorkbench() {
		return PlatformUI.getWorkbench().getService(Runs.class);
	}

	/**
	 * What is installed.
	 *
	 * @throws CatalogException when an installed plug-in's contribution is wrong
	 */
	public synchronized Catalog catalog() {
		if (catalog == null) {
			catalog = Catalog.installed();
		}
		return catalog;
	}

	/**
	 * What runs studies; made at the first call, which takes its time.
	 *
	 * @throws CatalogException when an installed plug-in's contribution is wrong
	 */
	public synchronized Studies studies() {
		if (studies == null) {
			studies = new Studies(catalog());
		}
		return studies;
	}

	/** Where runs are kept. */
	public RunStore store() {
		return store;
	}

	/** All runs that are kept, the newest first. */
	public List<RunStore.Entry> entries() {
		try {
			return store.list();
		} catch (IOException e) {
			TraplineUi.log(Status.error("The runs in " + store.root() + " cannot be read", e));
			return List.of();
		}
	}

	/**
	 * A run that is kept, with its results.
	 *
	 * @throws IOException when it cannot be read; the message names the file and the reason
	 */
	public Run run(Path folder) throws IOException {
		synchronized (known) {
			Run there = known.get(folder);
			if (there != null && RunFolder.isRun(folder)) {
				return there;
			}
		}
		Run read = RunFolder.read(folder);
		synchronized (known) {
			known.put(folder, read);
		}
		return read;
	}

	/**
	 * Keeps a run.
	 *
	 * @return its folder
	 * @throws IOException when it cannot be written
	 */
	public Path keep(Run run) throws IOException {
		Path folder;
		synchronized (store) {
			Run admitted = store.admitted(run);
			folder = store.folder(admitted);
			ResultFolder.write(admitted, folder);
			synchronized (known) {
				known.put(folder, admitted);
			}
		}
		changed();
		return folder;
	}

	/**
	 * Copies a run that is kept elsewhere, as by the command line, into the workspace.
	 *
	 * @throws IOException when it cannot be read or written
	 */
	public Path take(Path folder) throws IOException {
		return keep(RunFolder.read(folder));
	}

	/** Gives a run another name. */
	public void rename(Path folder, String name) throws IOException {
		store.rename(folder, name);
		forget(folder);
	}

	/** Pins a run, or no longer. */
	public void pin(Path folder, boolean pinned) throws IOException {
		store.pin(folder, pinned);
		forget(folder);
	}

	/** Deletes a run with its folder. */
	public void delete(Path folder) throws IOException {
		store.delete(folder);
		forget(folder);
	}

	private void forget(Path folder) {
		synchronized (known) {
			known.remove(folder);
		}
		changed();
	}

	/** Reads the folder of runs again: something else may have written there. */
	public void refresh() {
		synchronized (known) {
			known.clear();
		}
		changed();
	}

	/** What the newest attempt to run came to. */
	public Optional<RunOutcome> latest() {
		return latest;
	}

	/** Tells what an attempt to run came to. Call it on the UI thread. */
	void tell(RunOutcome outcome) {
		latest = Optional.of(outcome);
		outcomeListeners.forEach(listener -> listener.accept(outcome));
	}

	private void changed() {
		if (!PlatformUI.getWorkbench().isClosing()) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> listeners.forEach(Runnable::run));
		}
	}

	/** Tells when runs come, go or change. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** Ends what {@link #addListener(Runnable)} began. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** Tells what every attempt to run comes to. */
	public void addOutcomeListener(Consumer<RunOutcome> listener) {
		outcomeListeners.add(listener);
	}

	/** Ends what {@link #addOutcomeListener(Consumer)} began. */
	public void removeOutcomeListener(Consumer<RunOutcome> listener) {
		outcomeListeners.remove(listener);
	}
}
