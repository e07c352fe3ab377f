// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.trapline.catalog.Catalog;

/** Plug-ins that a test writes, on a plain class path behind those that ship: no OSGi framework has a part in it. */
final class Plugins {

	private final Path root;
	private final List<URL> urls = new ArrayList<>();

	Plugins(Path root) throws IOException {
		this.root = root;
		Bundle self = FrameworkUtil.getBundle(Plugins.class);
		// Inside OSGi the class loader of the tests sees the classes of other bundles, not their plugin.xml.
		if (self != null) {
			for (Bundle bundle : self.getBundleContext().getBundles()) {
				String name = bundle.getSymbolicName();
				if (name.equals("org.trapline.sim") || name.startsWith("org.trapline.cpu.") || name.startsWith("org.trapline.mechanism.")) {
					Path location = FileLocator.getBundleFileLocation(bundle).orElseThrow().toPath();
					urls.add(location.toUri().toURL());
				}
			}
		}
	}

	/** Adds a plug-in whose {@code plugin.xml} has these extensions. */
	Plugins plugin(String name, String extensions) throws IOException {
		Path folder = Files.createDirectories(root.resolve(name));
		Files.createDirectories(folder.resolve("META-INF"));
		Files.writeString(folder.resolve("META-INF/MANIFEST.MF"),
				"Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + name + ";singleton:=true\nBundle-Version: 1.0.0\n");
		Files.writeString(folder.resolve("plugin.xml"), "<?xml version=\"1.0\"?>\n<?eclipse version=\"3.4\"?>\n<plugin>" + extensions + "</plugin>\n");
		urls.add(folder.toUri().toURL());
		return this;
	}

	/** Adds a file to a plug-in. */
	Plugins file(String plugin, String path, String text) throws IOException {
		Path file = root.resolve(plugin).resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		return this;
	}

	ClassLoader loader() {
		return new URLClassLoader(urls.toArray(URL[]::new), Plugins.class.getClassLoader());
	}

	/** The catalog, or its complaint. */
	Catalog catalog() {
		return Catalog.onClassPath(loader());
	}
}
