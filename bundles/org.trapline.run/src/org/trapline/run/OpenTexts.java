// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;

/** Texts of open editors, which take precedence over files on disk. */
final class OpenTexts extends URIHandlerImpl {

	private final Map<Path, String> texts = new LinkedHashMap<>();

	OpenTexts(Map<Path, String> texts) {
		texts.forEach((file, text) -> this.texts.put(file.toAbsolutePath().normalize(), text));
	}

	boolean contains(Path file) {
		return texts.containsKey(file.toAbsolutePath().normalize());
	}

	@Override
	public boolean canHandle(URI uri) {
		return uri.isFile() && contains(Path.of(uri.toFileString()));
	}

	@Override
	public InputStream createInputStream(URI uri, Map<?, ?> options) {
		return new ByteArrayInputStream(texts.get(Path.of(uri.toFileString()).toAbsolutePath().normalize()).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean exists(URI uri, Map<?, ?> options) {
		return true;
	}
}
