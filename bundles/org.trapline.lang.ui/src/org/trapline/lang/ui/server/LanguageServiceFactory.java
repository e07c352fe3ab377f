// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.trapline.lang.ui.LanguageService;

/** Makes the one {@link LanguageService} when somebody asks the workbench for it first. */
public final class LanguageServiceFactory extends AbstractServiceFactory {

	@Override
	public Object create(@SuppressWarnings("rawtypes") Class serviceInterface, IServiceLocator parentLocator,
			IServiceLocator locator) {
		// Windows and parts ask too: they share the workbench's.
		Object shared = parentLocator.getService(LanguageService.class);
		return shared != null ? shared : new ServerConnection();
	}
}
