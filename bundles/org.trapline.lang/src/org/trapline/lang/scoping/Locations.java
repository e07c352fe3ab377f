// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;

/**
 * The locations that texts and models are loaded from: regular files, and libraries of plug-ins. As the first handler of a resource set it answers for all
 * others, so that nothing an import or a reference says opens the network, a device or a pipe.
 */
public final class Locations extends URIHandlerImpl {

	/** A text before its first colon, as {@code http:}. */
	private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
	/** A drive of Windows. */
	private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);
	/** Texts that are in no file, and what lies in the bundles of this process, as the grammar. */
	private static final Set<String> OWN = Set.of("memory", "bundleresource", "bundleentry", "platform");
	/** A file in a jar of the class path. */
	private static final String IN_JAR = "jar:file:";

	private final Imports imports;

	Locations(Imports imports) {
		this.imports = imports;
	}

	/** Whether the text of an import begins with a scheme, so that it names neither a library nor a file. */
	public static boolean hasScheme(String text) {
		return SCHEME.matcher(text).matches() && !(java.io.File.separatorChar == '\\' && DRIVE.matcher(text).matches());
	}

	/** Whether a path is what can be read to its end: no folder, device or pipe. What does not exist may become a file. */
	public static boolean isReadable(Path file) {
		return Files.isRegularFile(file) || !Files.exists(file);
	}

	@Override
	public boolean canHandle(URI uri) {
		return !isAllowed(uri);
	}

	private boolean isAllowed(URI uri) {
		if (uri.scheme() != null && OWN.contains(uri.scheme()) || uri.toString().startsWith(IN_JAR) || imports.library(uri.trimFragment()).isPresent()) {
			return true;
		}
		if (!uri.isFile() || uri.hasAuthority() && !uri.authority().isEmpty()) {
			return false;
		}
		try {
			return isReadable(Path.of(uri.toFileString()));
		} catch (InvalidPathException e) {
			return false;
		}
	}

	@Override
	public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
		throw new IOException("'" + uri + "' is neither a regular file nor a library of a plug-in");
	}

	@Override
	public boolean exists(URI uri, Map<?, ?> options) {
		return false;
	}
}
