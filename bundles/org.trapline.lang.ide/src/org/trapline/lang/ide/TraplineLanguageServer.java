// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide;

import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.trapline.catalog.Catalog;
import org.trapline.lang.ide.server.LibraryFiles;
import org.trapline.lang.ide.server.ServerParts;

/** The language server of the Trapline language. */
public final class TraplineLanguageServer {

	private TraplineLanguageServer() {
	}

	/**
	 * A server that a client can connect to, in-process or over streams, and then initialize. It handles one client.
	 *
	 * @param catalog  the installed plug-ins; their libraries are unpacked to files that editors can open
	 * @param commands the commands of code lenses
	 * @param exit     called when the client asks the server's process to end
	 */
	public static LanguageServerImpl create(Catalog catalog, StudyCommands commands, Runnable exit) {
		return ServerParts.assemble(LibraryFiles.unpacked(catalog), commands, exit);
	}
}
