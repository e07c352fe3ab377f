// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide;

import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.impl.ResourceServiceProviderRegistryImpl;
import org.eclipse.xtext.util.Modules2;
import org.trapline.catalog.Catalog;
import org.trapline.lang.TraplineRuntimeModule;
import org.trapline.lang.TraplineStandaloneSetup;

import com.google.inject.Guice;
import com.google.inject.Injector;

/** Sets the language up for editors, in a registry of its own only. */
public class TraplineIdeSetup extends TraplineStandaloneSetup {

	private final IResourceServiceProvider.Registry languages = new ResourceServiceProviderRegistryImpl();

	public TraplineIdeSetup(Catalog catalog) {
		super(catalog);
	}

	@Override
	public void register(Injector injector) {
		languages.getExtensionToFactoryMap().put("trapline", injector.getInstance(IResourceServiceProvider.class));
	}

	/** The registry of the language. */
	public IResourceServiceProvider.Registry languages() {
		return languages;
	}

	@Override
	public Injector createInjector() {
		return Guice.createInjector(Modules2.mixin(new TraplineRuntimeModule(catalog), new TraplineIdeModule(languages)));
	}
}
