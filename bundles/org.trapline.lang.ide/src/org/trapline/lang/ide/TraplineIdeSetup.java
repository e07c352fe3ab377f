// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.util.Modules2;
import org.trapline.catalog.Catalog;
import org.trapline.lang.TraplineRuntimeModule;
import org.trapline.lang.TraplineStandaloneSetup;

import com.google.inject.Guice;
import com.google.inject.Injector;

/** Makes the language ready for editors. */
public class TraplineIdeSetup extends TraplineStandaloneSetup {

	public TraplineIdeSetup(Catalog catalog) {
		super(catalog);
	}

	@Override
	public void register(Injector injector) {
		// In place of what is there: an editor's services contain those of a run.
		Resource.Factory.Registry.INSTANCE.getExtensionToFactoryMap().put("trapline", injector.getInstance(IResourceFactory.class));
		IResourceServiceProvider.Registry.INSTANCE.getExtensionToFactoryMap().put("trapline",
				injector.getInstance(IResourceServiceProvider.class));
	}

	@Override
	public Injector createInjector() {
		return Guice.createInjector(Modules2.mixin(new TraplineRuntimeModule(catalog), new TraplineIdeModule()));
	}
}
