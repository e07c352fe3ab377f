// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.trapline.result.Source;

/** The origins of the engine's objects in the models: of steps, registers, instructions, hypervisors, and the values of costs. Thread-safe. */
public final class Origins {

	private static final int LONGEST = 200;

	private final Map<Object, EObject> elements;
	private final Function<URI, Optional<String>> libraries;

	/**
	 * @param elements  by identity
	 * @param libraries the name of the library that a resource is
	 */
	Origins(Map<Object, EObject> elements, Function<URI, Optional<String>> libraries) {
		this.elements = new IdentityHashMap<>(elements);
		this.libraries = libraries;
	}

	/** The origin of an object of the engine; empty if it is in no text. */
	public Optional<SourcePlace> of(Object engineObject) {
		return Optional.ofNullable(elements.get(engineObject)).flatMap(element -> place(element, libraries));
	}

	/** The place of an element of a model; empty where it was not read from a text. */
	public static Optional<SourcePlace> place(EObject element, Function<URI, Optional<String>> libraries) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		if (node == null || element.eResource() == null) {
			return Optional.empty();
		}
		URI uri = element.eResource().getURI();
		Optional<String> library = libraries.apply(uri);
		LineAndColumn place = NodeModelUtils.getLineAndColumn(node, node.getOffset());
		String text = NodeModelUtils.getTokenText(node).lines().findFirst().orElse("").strip().replaceAll("\\s+", " ");
		return Optional.of(new SourcePlace(library.isPresent() ? Source.Kind.LIBRARY : Source.Kind.FILE,
				library.orElseGet(() -> uri.isFile() ? uri.toFileString() : uri.toString()), place.getLine(), place.getColumn(),
				text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
	}
}
