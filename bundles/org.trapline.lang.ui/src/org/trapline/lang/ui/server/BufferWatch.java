// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import java.util.Optional;
import java.util.Set;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.trapline.lang.ui.LanguageService;

/** Opens and closes documents as editors come and go. */
final class BufferWatch implements IFileBufferListener {

	private final ServerConnection connection;

	BufferWatch(ServerConnection connection) {
		this.connection = connection;
	}

	void connect() {
		FileBuffers.getTextFileBufferManager().addFileBufferListener(this);
		for (IFileBuffer buffer : FileBuffers.getTextFileBufferManager().getFileBuffers()) {
			bufferCreated(buffer);
		}
	}

	void disconnect() {
		FileBuffers.getTextFileBufferManager().removeFileBufferListener(this);
	}

	@Override
	public void bufferCreated(IFileBuffer buffer) {
		if (!(buffer instanceof ITextFileBuffer text)) {
			return;
		}
		file(buffer).ifPresentOrElse(file -> {
			connection.projectsChanged(Set.of(file.getProject()), Set.of());
			connection.open(text, ServerConnection.uri(file));
		}, () -> outside(buffer).ifPresent(uri -> connection.open(text, uri)));
	}

	@Override
	public void bufferDisposed(IFileBuffer buffer) {
		if (buffer instanceof ITextFileBuffer text) {
			connection.close(text.getDocument());
		}
	}

	@Override
	public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
		// The buffer is replaced by one for the new place, which is told by bufferCreated.
	}

	/** The Trapline file of the workspace behind a buffer. */
	private Optional<IFile> file(IFileBuffer buffer) {
		IPath location = buffer.getLocation();
		if (location == null || location.segmentCount() < 2) {
			return Optional.empty();
		}
		return Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(location)).filter(file -> file.exists() && LanguageService.isTrapline(file.getName()));
	}

	/** The place of a Trapline file that is in no project, as a library's is. */
	private Optional<String> outside(IFileBuffer buffer) {
		if (buffer.getFileStore() == null || !LanguageService.isTrapline(buffer.getFileStore().getName())) {
			return Optional.empty();
		}
		return Optional.of(buffer.getFileStore().toURI()).filter(uri -> "file".equals(uri.getScheme())).map(ServerConnection::uri);
	}

	@Override
	public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
		// no interest
	}

	@Override
	public void bufferContentReplaced(IFileBuffer buffer) {
		// no interest: the document tells of the change
	}

	@Override
	public void stateChanging(IFileBuffer buffer) {
		// no interest
	}

	@Override
	public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
		// no interest
	}

	@Override
	public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
		// no interest
	}

	@Override
	public void underlyingFileDeleted(IFileBuffer buffer) {
		// no interest: the resource change tells
	}

	@Override
	public void stateChangeFailed(IFileBuffer buffer) {
		// no interest
	}
}
