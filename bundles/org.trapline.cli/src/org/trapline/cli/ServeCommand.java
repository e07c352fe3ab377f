// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.cli.serve.StudyServer;

import picocli.CommandLine.Command;

/**
 * {@code trapline serve}: studies for notebooks and other tools. Standard output is reserved for the protocol: all other output of this process goes to
 * standard error.
 */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves studies to notebooks and other tools by JSON-RPC 2.0, on standard input and output; no network.",
		footer = { "", "Requests: load, evaluate, bills, slopes, explain, fit, sensitivity; $/cancelRequest cancels one, exit ends the server. See docs/serve.md." })
final class ServeCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;

	ServeCommand(Supplier<Catalog> catalog) {
		this.catalog = catalog;
	}

	@Override
	public Integer call() throws InterruptedException {
		FileInputStream in = new FileInputStream(FileDescriptor.in);
		FileOutputStream out = new FileOutputStream(FileDescriptor.out);
		System.setOut(System.err);
		StudyServer.serve(catalog.get(), in, out);
		return TraplineCommand.DONE;
	}
}
