// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.serve;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.trapline.catalog.Catalog;
import org.trapline.run.Studies;

/** Serves studies over two streams, until the client says {@code exit} or its stream ends. */
public final class StudyServer {

	/** Clients get answers only: the server asks them nothing. */
	private interface Client {
	}

	private StudyServer() {
	}

	/**
	 * Serves.
	 *
	 * @throws InterruptedException when interrupted
	 */
	public static void serve(Catalog catalog, InputStream in, OutputStream out) throws InterruptedException {
		ExecutorService threads = Executors.newCachedThreadPool(task -> {
			Thread thread = new Thread(task, "serve");
			thread.setDaemon(true);
			return thread;
		});
		Connection connection = new Connection();
		StudyService service = new StudyService(new Studies(catalog), threads, connection::end);
		Launcher<Client> launcher = Launcher.createLauncher(service, Client.class, in, out, threads, it -> it);
		connection.listening = launcher.startListening();
		try {
			connection.listening.get();
		} catch (CancellationException e) {
			// The client said so.
		} catch (ExecutionException e) {
			// The stream broke: there is nobody to tell.
		} finally {
			threads.shutdownNow();
		}
	}

	/** What ends the server. */
	private static final class Connection {

		private volatile Future<Void> listening;

		/** Reading a stream cannot be interrupted: the thread that reads it is abandoned. */
		void end() {
			listening.cancel(true);
		}
	}
}
