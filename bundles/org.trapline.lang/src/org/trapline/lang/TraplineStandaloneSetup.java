// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import org.eclipse.emf.ecore.EPackage;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.trapline.catalog.Catalog;
import org.trapline.model.ModelPackage;

import com.google.inject.Guice;
import com.google.inject.Injector;

/** Sets the language up, outside or inside a workbench, for one catalog of installed plug-ins. */
public class TraplineStandaloneSetup extends TraplineStandaloneSetupGenerated {

	protected final Catalog catalog;

	public TraplineStandaloneSetup(Catalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public Injector createInjectorAndDoEMFRegistration() {
		EPackage.Registry.INSTANCE.put(ModelPackage.eNS_URI, ModelPackage.eINSTANCE);
		return super.createInjectorAndDoEMFRegistration();
	}

	/**
	 * Xtext knows one provider of services per file ending and JVM. An existing provider is kept: that of a language server includes all services of
	 * this one.
	 */
	@Override
	public void register(Injector injector) {
		if (!IResourceServiceProvider.Registry.INSTANCE.getExtensionToFactoryMap().containsKey("trapline")) {
			super.register(injector);
		}
	}

	@Override
	public Injector createInjector() {
		return Guice.createInjector(new TraplineRuntimeModule(catalog));
	}
}
