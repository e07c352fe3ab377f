// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** What the server tells by itself; called on its threads. */
final class WorkbenchClient implements LanguageClient {

	private final ServerConnection connection;

	WorkbenchClient(ServerConnection connection) {
		this.connection = connection;
	}

	@Override
	public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
		connection.sentText(diagnostics.getUri(), text -> {
			for (IFile file : files(diagnostics.getUri())) {
				ProblemMarkers.show(file, text, diagnostics.getDiagnostics());
			}
		});
	}

	/** The files of the workspace at a place; none for libraries inside bundles. */
	private IFile[] files(String uri) {
		URI location = URI.create(uri);
		return "file".equals(location.getScheme())
				? ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(location)
				: new IFile[0];
	}

	@Override
	public void showMessage(MessageParams message) {
		logMessage(message);
	}

	@Override
	public void logMessage(MessageParams message) {
		if (message.getType() == MessageType.Error) {
			Platform.getLog(WorkbenchClient.class).error(message.getMessage());
		}
	}

	@Override
	public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void telemetryEvent(Object event) {
		// no telemetry
	}
}
