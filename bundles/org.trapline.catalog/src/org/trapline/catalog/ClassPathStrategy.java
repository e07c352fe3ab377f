// SPDX-License-Identifier: EPL-2.0
package org.trapline.catalog;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;

/** A registry that lives in memory and loads classes from a class path. */
final class ClassPathStrategy extends RegistryStrategy {

	private final ClassLoader loader;
	private final List<String> problems = new ArrayList<>();

	ClassPathStrategy(ClassLoader loader) {
		super(null, null);
		this.loader = loader;
	}

	/** Keeps the registry's complaints, which it would print otherwise. */
	@Override
	public void log(IStatus status) {
		problems.add(status.getException() == null ? status.getMessage() : status.getException().toString());
		for (IStatus child : status.getChildren()) {
			log(child);
		}
	}

	String problems() {
		return String.join(" ", problems);
	}

	@Override
	public Object createExecutableExtension(RegistryContributor contributor, String className,
			String overridden) throws CoreException {
		try {
			return Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
		} catch (ReflectiveOperationException e) {
			throw new CoreException(new Status(IStatus.ERROR,
					contributor.getName(), e.toString(), e));
		}
	}
}
