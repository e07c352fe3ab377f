// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.navigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.findReferences.IReferenceFinder;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.lang.ide.navigation.References.Mention;
import org.trapline.lang.ide.text.Spot;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.scoping.TraplineResourceDescriptionStrategy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Definitions and references of names, and the search for names in all files. */
@Singleton
public class Navigation extends DocumentSymbolService {

	private static final Range START = new Range(new Position(0, 0), new Position(0, 0));

	@Inject
	private References references;

	@Inject
	private Imports imports;

	@Inject
	private DocumentExtensions places;

	@Inject
	private UriExtensions uris;

	@Override
	public List<? extends Location> getDefinitions(Document document, XtextResource resource, DefinitionParams params,
			IReferenceFinder.IResourceAccess access, CancelIndicator cancel) {
		return document == null || resource == null ? List.of()
				: getDefinitions(resource, document.getOffSet(params.getPosition()), access, cancel);
	}

	@Override
	public List<? extends Location> getDefinitions(XtextResource resource, int offset, IReferenceFinder.IResourceAccess access, CancelIndicator cancel) {
		Optional<Spot> spot = Spot.at(resource, offset);
		if (spot.isPresent() && spot.get() instanceof Spot.Imported imported) {
			Optional<URI> file = imports.resolve(imported.element().getImportURI(), resource).filter(uri -> EcoreUtil2.isValidUri(resource, uri));
			return file.map(uri -> List.of(new Location(uris.toUriString(uri), START))).orElse(List.of());
		}
		return References.meant(resource, offset).flatMap(References::declaration).map(mention -> List.of(location(mention))).orElse(List.of());
	}

	@Override
	public List<? extends Location> getReferences(Document document, XtextResource resource, ReferenceParams params,
			IReferenceFinder.IResourceAccess access, IResourceDescriptions index, CancelIndicator cancel) {
		if (document == null || resource == null) {
			return List.of();
		}
		List<Location> found = new ArrayList<>();
		References.meant(resource, document.getOffSet(params.getPosition())).ifPresent(element -> {
			if (params.getContext().isIncludeDeclaration()) {
				References.declaration(element).ifPresent(mention -> found.add(location(mention)));
			}
			references.to(element, cancel).forEach(mention -> found.add(location(mention)));
		});
		return found;
	}

	private Location location(Mention mention) {
		return places.newLocation(mention.resource(), mention.node().getTextRegion());
	}

	@Override
	protected boolean filter(IEObjectDescription description, String query) {
		return !TraplineResourceDescriptionStrategy.isFile(description) && super.filter(description, query);
	}

	@Override
	protected WorkspaceSymbol createSymbol(IEObjectDescription description) {
		WorkspaceSymbol symbol = super.createSymbol(description);
		if (symbol != null) {
			symbol.setKind(SymbolKinds.of(description.getEClass()));
		}
		return symbol;
	}

	@Override
	protected SymbolKind getSymbolKind(EClass type) {
		return SymbolKinds.of(type);
	}
}
