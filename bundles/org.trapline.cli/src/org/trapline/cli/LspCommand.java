// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.trapline.catalog.Catalog;
import org.trapline.lang.ide.TraplineLanguageServer;

import picocli.CommandLine.Command;

/**
 * {@code trapline lsp}: the language server for editors. Standard output is reserved for the protocol: all other output of this
 * process goes to standard error. Ends when the client asks for it, and when the connection is closed.
 */
@Command(name = "lsp", mixinStandardHelpOptions = true, description = "Serves editors by the Language Server Protocol, on standard input and output.")
final class LspCommand implements Callable<Integer> {

	private static final int CLIENT_GONE = 1;

	private final Supplier<Catalog> catalog;
	private final PrintWriter err;

	LspCommand(Supplier<Catalog> catalog, PrintWriter err) {
		this.catalog = catalog;
		this.err = err;
	}

	@Override
	public Integer call() throws InterruptedException, ExecutionException {
		FileInputStream in = new FileInputStream(FileDescriptor.in);
		FileOutputStream out = new FileOutputStream(FileDescriptor.out);
		System.setOut(System.err);
		ExecutorService threads = Executors.newCachedThreadPool(task -> {
			Thread thread = new Thread(task, "protocol");
			thread.setDaemon(true);
			return thread;
		});
		Exit exit = new Exit();
		Catalog installed = catalog.get();
		LanguageServerImpl server = TraplineLanguageServer.create(installed, new EditorCommands(installed), exit);
		Launcher<LanguageClient> launcher = Launcher.createLauncher(server, LanguageClient.class, in, out, threads, it -> it);
		server.connect(launcher.getRemoteProxy());
		Future<Void> connection = launcher.startListening();
		exit.whenWanted(connection);
		try {
			connection.get();
		} catch (CancellationException e) {
			return TraplineCommand.DONE;
		}
		if (!exit.wanted) {
			err.println("trapline: the editor closed the connection without the request 'exit'");
			return CLIENT_GONE;
		}
		return TraplineCommand.DONE;
	}

	/** Ends the connection when the client wants the process to end. */
	private static final class Exit implements Runnable {

		private volatile boolean wanted;
		private volatile Future<Void> connection;

		void whenWanted(Future<Void> connection) {
			this.connection = connection;
		}

		@Override
		public void run() {
			wanted = true;
			// Reading standard input cannot be interrupted: the thread that reads it is abandoned.
			connection.cancel(true);
		}
	}
}
