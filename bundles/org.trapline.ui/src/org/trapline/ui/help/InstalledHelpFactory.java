// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.trapline.ui.run.Runs;

/** Makes the workbench's one {@link InstalledHelp}. */
public final class InstalledHelpFactory extends AbstractServiceFactory {

	@Override
	public Object create(@SuppressWarnings("rawtypes") Class serviceInterface, IServiceLocator parentLocator,
			IServiceLocator locator) {
		// Windows and parts ask too: they share the workbench's.
		Object shared = parentLocator.getService(InstalledHelp.class);
		return shared != null ? shared : new InstalledHelp(() -> Runs.ofWorkbench().studies());
	}
}
