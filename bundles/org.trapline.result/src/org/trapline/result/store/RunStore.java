// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with the folders of runs. Changes by other processes are visible when it is listed again.
 */
public final class RunStore {

	/**
	 * A folder in the store.
	 *
	 * @param folder  where it is
	 * @param info    what it is; empty where it cannot be read
	 * @param problem why it cannot be read; empty where it can
	 */
	public record Entry(Path folder, Optional<RunInfo> info, Optional<String> problem) {
		public Entry {
			Objects.requireNonNull(folder);
			Objects.requireNonNull(info);
			Objects.requireNonNull(problem);
		}

		/** The name for people; that of the folder where it cannot be read. */
		public String name() {
			return info.map(RunInfo::name).orElseGet(() -> folder.getFileName().toString());
		}
	}

	private final Path root;

	/** @param root the folder; created with the first run */
	public RunStore(Path root) {
		this.root = Objects.requireNonNull(root);
	}

	/** The folder. */
	public Path root() {
		return root;
	}

	/**
	 * All runs, the newest first, then folders that cannot be read.
	 *
	 * @throws IOException when the store itself cannot be read
	 */
	public List<Entry> list() throws IOException {
		if (!Files.isDirectory(root)) {
			return List.of();
		}
		List<Entry> entries = new ArrayList<>();
		try (Stream<Path> folders = Files.list(root)) {
			// Drafts of runs that are just written begin with a dot.
			for (Path folder : folders.filter(each -> Files.isDirectory(each) && !each.getFileName().toString().startsWith(".")).toList()) {
				entries.add(entry(folder));
			}
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
		entries.sort(Comparator.comparing((Entry entry) -> entry.info().isEmpty())
				.thenComparing(entry -> entry.info().map(RunInfo::began).orElse(null), Comparator.nullsLast(Comparator.reverseOrder()))
				.thenComparing(entry -> entry.folder().getFileName().toString()));
		return entries;
	}

	/** The entry of a folder. */
	public static Entry entry(Path folder) {
		try {
			return new Entry(folder, Optional.of(RunFolder.info(folder)), Optional.empty());
		} catch (IOException e) {
			return new Entry(folder, Optional.empty(), Optional.of(e.getMessage()));
		}
	}

	/** A run with an id that is unique in the store; its folder is {@link #folder}. */
	public Run admitted(Run run) {
		String id = run.info().id();
		for (int i = 2; Files.exists(root.resolve(id)); i++) {
			id = run.info().id() + "-" + i;
		}
		return id.equals(run.info().id()) ? run : new Run(run.info().withId(id), run.studies());
	}

	/** The folder of a run of this store. */
	public Path folder(Run run) {
		return root.resolve(run.info().id());
	}

	/** Renames a run. */
	public void rename(Path folder, String name) throws IOException {
		RunFolder.rewrite(folder, RunFolder.info(folder).named(name));
	}

	/** Pins or unpins a run. */
	public void pin(Path folder, boolean pinned) throws IOException {
		RunFolder.rewrite(folder, RunFolder.info(folder).pinned(pinned));
	}

	/**
	 * Removes a run's folder with all that is in it.
	 *
	 * @throws IOException when a file cannot be removed
	 */
	public void delete(Path folder) throws IOException {
		if (!root.equals(folder.getParent())) {
			throw new IllegalArgumentException(folder + " is not in the store " + root);
		}
		// The description first: a folder that is half removed is no run.
		Files.deleteIfExists(folder.resolve(RunFolder.INFO));
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(each);
			}
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
