// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.trapline.result.RunSelection;
import org.trapline.run.RunOptions;

/**
 * What the user wants to run.
 *
 * @param path      the study on the disk
 * @param name      its name for people: its path in the workspace
 * @param file      the file of the workspace; empty where the study is kept elsewhere, as with a run
 * @param selection which part of it
 * @param options   how it runs
 */
public record RunRequest(Path path, String name, Optional<IFile> file, RunSelection selection, RunOptions options) {

	public RunRequest {
		Objects.requireNonNull(path);
		Objects.requireNonNull(name);
		Objects.requireNonNull(file);
		Objects.requireNonNull(selection);
		Objects.requireNonNull(options);
	}

	/**
	 * A file of the workspace.
	 *
	 * @throws CoreException when it is not on this machine's disk
	 */
	public static RunRequest of(IFile file, RunSelection selection, RunOptions options) throws CoreException {
		IPath location = file.getLocation();
		if (location == null) {
			throw new CoreException(Status.error(
					"The file %s is not on a local disk. Copy it into a local project.".formatted(file.getFullPath())));
		}
		return new RunRequest(location.toPath(), file.getFullPath().makeRelative().toString(), Optional.of(file), selection, options);
	}

	/** The file of the workspace that a run names, if it still is there. */
	public static Optional<IFile> named(String name) {
		IPath path = IPath.fromPortableString(name);
		if (path.segmentCount() < 2) {
			return Optional.empty();
		}
		IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(path);
		return file.isAccessible() ? Optional.of(file) : Optional.empty();
	}

	/** The last part of the name. */
	public String shortName() {
		return name.substring(name.lastIndexOf('/') + 1);
	}

	/** The study's part that is meant, for titles: {@code hypercall: Hypercall on Nested, seed 7}. */
	public String title() {
		String study = shortName().replaceFirst("\\.trapline$", "");
		String experiments = String.join(", ", selection.experiments());
		String stacks = String.join(", ", selection.stacks());
		return study + (experiments.isEmpty() ? "" : ": " + experiments) + (stacks.isEmpty() ? "" : " on " + stacks) + seed();
	}

	/** What is to be said of the seed; nothing where it is the experiments' own. */
	String seed() {
		return options.seed().isPresent() ? ", seed " + options.seed().getAsLong() : "";
	}
}
