// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.examples;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.trapline.lang.ui.StudyNature;
import org.trapline.run.Examples.Example;
import org.trapline.run.Examples.ExampleFile;

/** Makes projects from the shipped studies. */
public final class ExampleProject {

	private ExampleProject() {
	}

	/** A name for a new project of an example that no project has yet. */
	public static String freeName(Example example) {
		String name = example.id().replaceAll("[^A-Za-z0-9._-]", "-");
		String free = name;
		for (int i = 2; !check(free).isOK(); i++) {
			free = name + "-" + i;
		}
		return free;
	}

	/** Whether a new project may have this name: OK, or an error whose message says why not. */
	public static IStatus check(String name) {
		if (name.isBlank()) {
			return Status.error("Enter a name for the project.");
		}
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		IStatus valid = workspace.validateName(name, IResource.PROJECT);
		if (!valid.isOK()) {
			return valid;
		}
		for (IProject project : workspace.getRoot().getProjects()) {
			// Names that differ only in case would be one folder on some machines.
			if (project.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
				return Status.error("A project %s exists already.".formatted(project.getName()));
			}
		}
		URI root = workspace.getRoot().getLocationURI();
		if (root != null && Files.exists(java.nio.file.Path.of(root).resolve(name))) {
			return Status.error("A folder %s exists in the workspace already.".formatted(name));
		}
		return Status.OK_STATUS;
	}

	/**
	 * Makes a project with the files of an example. When that fails, no half of it stays.
	 *
	 * @return the example's study, if it has one
	 * @throws CoreException when there is such a project, or the disk refuses
	 */
	public static Optional<IFile> create(Example example, String name, IProgressMonitor monitor) throws CoreException {
		IStatus valid = check(name);
		if (!valid.isOK()) {
			throw new CoreException(valid);
		}
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		IWorkspaceRunnable create = progress -> {
			SubMonitor steps = SubMonitor.convert(progress, "Creating " + name, example.files().size() + 2);
			try {
				project.create(steps.split(1));
				project.open(steps.split(1));
				// Only to a project that is open a nature can add its builder.
				IProjectDescription description = project.getDescription();
				description.setNatureIds(new String[] { StudyNature.ID });
				project.setDescription(description, null);
				project.setDefaultCharset("UTF-8", null);
				for (ExampleFile file : example.files()) {
					write(project, file, steps.split(1));
				}
			} catch (CoreException | RuntimeException e) {
				project.delete(true, true, null);
				throw e;
			}
		};
		ResourcesPlugin.getWorkspace().run(create, ResourcesPlugin.getWorkspace().getRoot(), 0, monitor);
		return example.files().stream().map(ExampleFile::path).filter(path -> path.endsWith(".trapline")).findFirst()
				.map(project::getFile);
	}

	private static void write(IProject project, ExampleFile source, IProgressMonitor monitor) throws CoreException {
		IFile file = project.getFile(new Path(source.path()));
		folders(file.getParent());
		try (InputStream in = source.open()) {
			file.create(in, true, monitor);
		} catch (IOException e) {
			throw new CoreException(Status.error("The example's file %s could not be read".formatted(source.path()), e));
		}
	}

	private static void folders(IContainer container) throws CoreException {
		if (container instanceof IFolder folder && !folder.exists()) {
			folders(folder.getParent());
			folder.create(true, true, null);
		}
	}
}
