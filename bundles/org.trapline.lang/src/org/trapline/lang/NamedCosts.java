// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.trapline.lang.scoping.Imports;
import org.trapline.model.Cost;
import org.trapline.model.Element;
import org.trapline.model.Platform;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;

/** The costs that plug-ins look up by name: those that are visible from a platform. */
public final class NamedCosts {

	private final Imports imports;

	@Inject
	public NamedCosts(Imports imports) {
		this.imports = imports;
	}

	/** All costs in the platform's file and its imports: there may be several of one name, in files with namespaces. */
	public List<Cost> inSight(Platform platform) {
		List<Cost> costs = new ArrayList<>(costs(platform.eResource()));
		imports.visible(platform.eResource()).values().forEach(imported -> costs.addAll(costs(imported)));
		return costs;
	}

	private static List<Cost> costs(Resource resource) {
		List<Cost> costs = new ArrayList<>();
		if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof TraplineModel model) {
			for (Element element : model.getElements()) {
				if (element instanceof Cost cost) {
					costs.add(cost);
				}
			}
		}
		return costs;
	}

	/** A cost for messages: its name, with the namespace of its file, and the library or file that defines it. */
	public String place(Cost cost) {
		String namespace = ((TraplineModel) cost.eContainer()).getNamespace();
		URI uri = cost.eResource().getURI();
		return "'" + (namespace == null ? "" : namespace + ".") + cost.getName() + "' of " + imports.library(uri).map(library -> "\"" + library.name() + "\"")
				.orElseGet(() -> URI.decode(uri.lastSegment()));
	}
}
