// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.trapline.lang.ui.LanguageService;

/** Tells the server which projects are open, and which Trapline files in them change on disk. */
final class WorkspaceWatch implements IResourceChangeListener {

	private static final int EVENTS = IResourceChangeEvent.POST_CHANGE | IResourceChangeEvent.PRE_CLOSE
			| IResourceChangeEvent.PRE_DELETE;

	private final ServerConnection connection;

	WorkspaceWatch(ServerConnection connection) {
		this.connection = connection;
	}

	void connect() {
		ResourcesPlugin.getWorkspace().addResourceChangeListener(this, EVENTS);
		Set<IProject> open = new HashSet<>();
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			if (project.isOpen()) {
				open.add(project);
			}
		}
		connection.projectsChanged(open, Set.of());
	}

	void disconnect() {
		ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		if (event.getType() != IResourceChangeEvent.POST_CHANGE) {
			// Afterwards a project's place can no longer be asked for.
			if (event.getResource().getLocationURI() != null) {
				connection.projectsChanged(Set.of(), Set.of(ServerConnection.uri(event.getResource())));
			}
			return;
		}
		Set<IProject> opened = new HashSet<>();
		List<FileEvent> files = new ArrayList<>();
		try {
			event.getDelta().accept(delta -> visit(delta, opened, files));
		} catch (CoreException e) {
			Platform.getLog(WorkspaceWatch.class).log(e.getStatus());
		}
		if (!opened.isEmpty()) {
			connection.projectsChanged(opened, Set.of());
		}
		if (!files.isEmpty()) {
			connection.filesChanged(files);
		}
	}

	private static boolean visit(IResourceDelta delta, Set<IProject> opened, List<FileEvent> files) {
		IResource resource = delta.getResource();
		if (resource instanceof IProject project) {
			boolean appeared = delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & IResourceDelta.OPEN) != 0;
			if (appeared && project.isOpen()) {
				opened.add(project);
				// The server reads the files of a new folder by itself.
				return false;
			}
			return project.isOpen();
		}
		if (resource instanceof IFile file && LanguageService.isTrapline(file.getName()) && file.getLocationURI() != null) {
			change(delta).ifPresent(change -> files.add(new FileEvent(ServerConnection.uri(file), change)));
		}
		return true;
	}

	private static Optional<FileChangeType> change(IResourceDelta delta) {
		return switch (delta.getKind()) {
		case IResourceDelta.ADDED -> Optional.of(FileChangeType.Created);
		case IResourceDelta.REMOVED -> Optional.of(FileChangeType.Deleted);
		// Markers change a file too, and come from the server: only what was written counts.
		case IResourceDelta.CHANGED -> (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0
				? Optional.of(FileChangeType.Changed)
				: Optional.empty();
		default -> Optional.empty();
		};
	}
}
