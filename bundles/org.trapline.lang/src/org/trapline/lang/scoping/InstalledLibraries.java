// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Library;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/**
 * The models of all installed libraries, for messages that propose imports. They are read once, on first use, into a resource set
 * of their own: their elements are not the objects that a study refers to, and correspond to them by {@code EcoreUtil.getURI} only.
 */
@Singleton
public class InstalledLibraries {

	private static final String ENDING = Imports.FILE_ENDING.substring(1);

	@Inject
	private Catalog catalog;

	@Inject
	private Imports imports;

	@Inject
	private IResourceFactory factory;

	@Inject
	private Provider<XtextResourceSet> resourceSets;

	private Map<Library, TraplineModel> models;

	/** The names of the libraries that satisfy a condition, in order. One thread at a time: references between libraries are resolved meanwhile. */
	public synchronized List<String> names(Predicate<TraplineModel> wanted) {
		return models().entrySet().stream().filter(each -> wanted.test(each.getValue())).map(each -> each.getKey().name()).toList();
	}

	private Map<Library, TraplineModel> models() {
		if (models == null) {
			XtextResourceSet resources = resourceSets.get();
			// Xtext knows one factory per file ending and JVM, which may be that of another catalog.
			resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(ENDING, factory);
			Map<Library, TraplineModel> read = new LinkedHashMap<>();
			for (Library library : catalog.libraries()) {
				Resource resource = resources.getResource(imports.uri(library), true);
				if (!resource.getContents().isEmpty()) {
					read.put(library, (TraplineModel) resource.getContents().get(0));
				}
			}
			models = read;
		}
		return models;
	}
}
