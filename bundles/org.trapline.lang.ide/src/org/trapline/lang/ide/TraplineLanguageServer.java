// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide;

import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.trapline.catalog.Catalog;

import com.google.inject.Guice;
import com.google.inject.util.Modules;

/** The language server of the Trapline language. */
public final class TraplineLanguageServer {

	private TraplineLanguageServer() {
	}

	/** A server for the plug-ins of the running OSGi framework; see {@link #create(Catalog)}. */
	public static LanguageServerImpl create() {
		return create(Catalog.installed());
	}

	/**
	 * A server that a client can connect to, in-process or over streams, and then initialize. It handles one client.
	 */
	public static LanguageServerImpl create(Catalog catalog) {
		new TraplineIdeSetup(catalog).createInjectorAndDoEMFRegistration();
		return Guice.createInjector(Modules.override(new ServerModule()).with(binder ->
		// Xtext would look for languages by Java's service loader, which sees nothing between OSGi bundles.
		binder.bind(IResourceServiceProvider.Registry.class).toInstance(IResourceServiceProvider.Registry.INSTANCE)))
				.getInstance(LanguageServerImpl.class);
	}
}
