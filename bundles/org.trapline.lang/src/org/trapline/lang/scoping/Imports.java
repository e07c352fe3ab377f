// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.Optional;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.util.UriExtensions;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Library;

import jakarta.inject.Inject;

/** What an import means: a library of a plug-in, or a file beside the importing one. */
public class Imports {

	/** How files of the language end, and how an import of a file is told from one of a library. */
	public static final String FILE_ENDING = ".trapline";

	private final Catalog catalog;
	private final UriExtensions uris = new UriExtensions();

	@Inject
	public Imports(Catalog catalog) {
		this.catalog = catalog;
	}

	/** Whether the text of an import names a file, not a library. */
	public boolean isFile(String importURI) {
		return importURI.endsWith(FILE_ENDING);
	}

	/**
	 * Where the imported text is, whether or not it exists.
	 *
	 * @param importURI the text of the import
	 * @param from      the importing file
	 * @return empty for a library that is not installed, and for what is no URI at all
	 */
	public Optional<URI> resolve(String importURI, Resource from) {
		if (importURI == null || importURI.isBlank()) {
			return Optional.empty();
		}
		if (!isFile(importURI)) {
			return catalog.library(importURI).map(this::uri);
		}
		try {
			// The text names a file as people write it: what a URI has to escape is escaped here.
			URI uri = URI.createURI(importURI, false);
			return Optional.of(uri.isRelative() && from.getURI().isHierarchical() ? uri.resolve(from.getURI()) : uri);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** Where the text of a library is: the same place in the same words, however often it is asked for. */
	public URI uri(Library library) {
		return uris.toUri(library.location().toString());
	}

	/** The library whose text a resource is. */
	public Optional<Library> library(URI uri) {
		return catalog.libraries().stream().filter(library -> uri(library).equals(uri)).findFirst();
	}
}
