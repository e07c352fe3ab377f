// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.util.UriExtensions;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Library;
import org.trapline.model.Import;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;

/** The target of an import: a library of a plug-in, or a file by its relative path. */
public class Imports {

	/** The ending of files of the language, which distinguishes an import of a file from one of a library. */
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
	 * The location of the imported text, whether or not it exists.
	 *
	 * @param importURI the text of the import
	 * @param from      the importing file
	 * @return empty for a library that is not installed, and for an invalid URI
	 */
	public Optional<URI> resolve(String importURI, Resource from) {
		if (importURI == null || importURI.isBlank() || Locations.hasScheme(importURI)) {
			return Optional.empty();
		}
		if (!isFile(importURI)) {
			return catalog.library(importURI).map(this::uri);
		}
		try {
			if (importURI.startsWith("/") || Path.of(importURI).isAbsolute()) {
				return Optional.of(URI.createFileURI(importURI));
			}
			// The text is a path: characters that mean something in a URI are escaped.
			URI uri = URI.createHierarchicalURI(Arrays.stream(importURI.split("/")).map(segment -> URI.encodeSegment(segment, false)).toArray(String[]::new), null, null);
			return Optional.of(from.getURI().isHierarchical() ? uri.resolve(from.getURI()) : uri);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** What may be loaded: the first handler of each resource set. */
	public Locations locations() {
		return new Locations(this);
	}

	/** The location of a library's text: always the same URI. */
	public URI uri(Library library) {
		return uris.toUri(library.location().toString());
	}

	/** The library whose text a resource is. */
	public Optional<Library> library(URI uri) {
		return catalog.libraries().stream().filter(library -> uri(library).equals(uri)).findFirst();
	}

	/**
	 * The transitive imports of a file, without the file itself, as far as they exist; all of them are in the file's resource set
	 * afterwards. Thread-safe if they are in it before.
	 */
	public LinkedHashMap<URI, Resource> visible(Resource resource) {
		LinkedHashMap<URI, Resource> found = new LinkedHashMap<>();
		Deque<Resource> open = new ArrayDeque<>();
		open.add(resource);
		while (!open.isEmpty()) {
			Resource next = open.remove();
			if (next.getContents().isEmpty() || !(next.getContents().get(0) instanceof TraplineModel model)) {
				continue;
			}
			for (Import imported : model.getImports()) {
				Optional<URI> uri = resolve(imported.getImportURI(), next);
				// A file may be imported by its own imports: it is not its own import.
				if (uri.isPresent() && !uri.get().equals(resource.getURI()) && !found.containsKey(uri.get())) {
					resource(uri.get(), resource).ifPresent(each -> {
						found.put(uri.get(), each);
						open.add(each);
					});
				}
			}
		}
		return found;
	}

	private static Optional<Resource> resource(URI uri, Resource from) {
		// Not by asking the resource set, which records requests.
		for (Resource loaded : from.getResourceSet().getResources()) {
			if (uri.equals(loaded.getURI())) {
				return Optional.of(loaded);
			}
		}
		return EcoreUtil2.isValidUri(from, uri) ? Optional.of(from.getResourceSet().getResource(uri, true)) : Optional.empty();
	}
}
