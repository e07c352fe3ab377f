// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.trapline.result.Source;

/** Finds the texts that a model was read from. */
final class Sources {

	private Sources() {
	}

	/**
	 * All texts of a resource set: the study first, then what it imports, in the order in which it was read.
	 *
	 * @param libraries the names of the libraries of plug-ins by where they are read from
	 */
	static List<Source> of(Resource study, Map<URI, String> libraries) {
		List<Source> sources = new ArrayList<>();
		Path folder = Path.of(study.getURI().toFileString()).getParent();
		for (Resource resource : study.getResourceSet().getResources()) {
			if (resource instanceof XtextResource text && text.getParseResult() != null) {
				String library = libraries.get(text.getURI());
				Source source = library == null ? new Source(Source.Kind.FILE, name(folder, text.getURI()), contents(text))
						: new Source(Source.Kind.LIBRARY, library, contents(text));
				sources.add(resource == study ? 0 : sources.size(), source);
			}
		}
		return List.copyOf(sources);
	}

	private static String contents(XtextResource resource) {
		return resource.getParseResult().getRootNode().getText();
	}

	private static String name(Path folder, URI uri) {
		if (!uri.isFile()) {
			return uri.lastSegment();
		}
		Path file = Path.of(uri.toFileString());
		// There is no relative path between two drives.
		Path name = folder.getRoot().equals(file.getRoot()) ? folder.relativize(file) : file.getFileName();
		return name.toString().replace('\\', '/');
	}
}
