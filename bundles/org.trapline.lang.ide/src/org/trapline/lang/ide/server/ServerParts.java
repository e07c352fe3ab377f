// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.server;

import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.xtext.ide.server.BuildManager;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.trapline.catalog.Catalog;
import org.trapline.lang.ide.StudyCommands;
import org.trapline.lang.ide.TraplineIdeSetup;
import org.trapline.lang.ide.structure.Colours;
import org.trapline.lang.scoping.Imports;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;

/** Assembles a server: Xtext's parts, those of this package, and the language. */
public final class ServerParts extends AbstractModule {

	private final TraplineIdeSetup setup;
	private final Injector language;
	private final StudyCommands commands;
	private final Runnable exit;

	private ServerParts(Catalog catalog, StudyCommands commands, Runnable exit) {
		this.setup = new TraplineIdeSetup(catalog);
		this.language = setup.createInjectorAndDoEMFRegistration();
		this.commands = commands;
		this.exit = exit;
	}

	/**
	 * A server for one client.
	 *
	 * @param catalog  the installed plug-ins, with libraries in files that the client can open
	 * @param commands the commands of code lenses
	 * @param exit     called when the client asks the server's process to end
	 */
	public static LanguageServerImpl assemble(Catalog catalog, StudyCommands commands, Runnable exit) {
		return Guice.createInjector(Modules.override(new ServerModule()).with(new ServerParts(catalog, commands, exit))).getInstance(LanguageServerImpl.class);
	}

	@Override
	protected void configure() {
		bind(LanguageServer.class).to(TraplineServer.class);
		bind(LanguageServerImpl.class).to(TraplineServer.class);
		bind(WorkspaceManager.class).to(StudyWorkspace.class);
		bind(StudyWorkspace.class).asEagerSingleton();
		bind(BuildManager.class).to(StudyBuilds.class);
		bind(StudyCommands.class).toInstance(commands);
		bind(ILanguageServerShutdownAndExitHandler.class).toInstance(new ILanguageServerShutdownAndExitHandler() {
			@Override
			public void shutdown() {
				// The rest is done by exit.
			}

			@Override
			public void exit() {
				exit.run();
			}
		});
		// Xtext would look for languages by Java's service loader, which sees nothing between OSGi bundles.
		bind(IResourceServiceProvider.Registry.class).toInstance(setup.languages());
		bind(Catalog.class).toInstance(language.getInstance(Catalog.class));
		bind(Imports.class).toInstance(language.getInstance(Imports.class));
		bind(Colours.class).toInstance(language.getInstance(Colours.class));
		bind(XtextResourceSet.class).toProvider(() -> {
			XtextResourceSet resources = language.getInstance(XtextResourceSet.class);
			resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("trapline", language.getInstance(IResourceFactory.class));
			return resources;
		});
	}
}
