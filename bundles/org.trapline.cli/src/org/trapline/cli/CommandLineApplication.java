// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.FileDescriptor;
import java.io.PrintWriter;

import org.apache.log4j.LogManager;
import org.apache.log4j.varia.NullAppender;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.trapline.catalog.Catalog;

/** Runs the command line in the product; its exit value is the process's exit status. */
public final class CommandLineApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		context.applicationRunning();
		// Charts are drawn without a display, also where there is one.
		System.setProperty("java.awt.headless", "true");
		// Xtext logs through log4j; the commands themselves print all messages for users.
		LogManager.getRootLogger().addAppender(new NullAppender());
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		PrintWriter out = new StandardOutput(FileDescriptor.out);
		PrintWriter err = new StandardOutput(FileDescriptor.err);
		int status = new TraplineCommand(Catalog::installed, out, err).execute(arguments);
		out.flush();
		err.flush();
		return status;
	}

	@Override
	public void stop() {
		// There is no event loop to end.
	}
}
