// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.xmi;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.xmi.XMLHelper;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIHelperImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/** A model as XMI, whose references to other files are names. */
final class XmiResource extends XMIResourceImpl {

	private final UnaryOperator<URI> places;

	/** @param places the name of a file in references to its elements */
	XmiResource(URI uri, UnaryOperator<URI> places) {
		super(uri);
		this.places = places;
		setEncoding(StandardCharsets.UTF_8.name());
		// XMI from anywhere must not make this process read other files.
		getDefaultLoadOptions().put(XMLResource.OPTION_PARSER_FEATURES, Map.of("http://apache.org/xml/features/disallow-doctype-decl", true));
	}

	@Override
	protected XMLHelper createXMLHelper() {
		return new Names();
	}

	private final class Names extends XMIHelperImpl {

		private final Map<Resource, ElementIds> ids = new HashMap<>();

		Names() {
			super(XmiResource.this);
		}

		/** A class by its name, or by the one that it had in an earlier version of the metamodel. */
		@Override
		public EClassifier getType(EFactory factory, String name) {
			return super.getType(factory, RenamedNames.current(name));
		}

		@Override
		public EStructuralFeature getFeature(EClass type, String namespace, String name, boolean isElement) {
			return super.getFeature(type, namespace, RenamedNames.current(name), isElement);
		}

		@Override
		protected Object createFromString(EFactory factory, EDataType type, String value) {
			return super.createFromString(factory, type, type instanceof EEnum choice ? RenamedNames.current(choice, value) : value);
		}

		@Override
		protected URI getHREF(Resource other, EObject target) {
			String id = ids.computeIfAbsent(other, resource -> new ElementIds(resource.getContents().get(0))).id(target);
			return places.apply(other.getURI()).appendFragment(id);
		}
	}
}
