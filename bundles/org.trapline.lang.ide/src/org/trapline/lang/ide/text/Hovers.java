// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.text;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.catalog.Catalog;
import org.trapline.lang.Metrics;
import org.trapline.lang.Sweeps;
import org.trapline.model.Chart;
import org.trapline.model.Cpu;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;

import jakarta.inject.Inject;

/** The hover of the word under the mouse. */
public class Hovers implements IHoverService {

	@Inject
	private Descriptions descriptions;

	@Inject
	private Catalog catalog;

	@Inject
	private Metrics metrics;

	@Inject
	private DocumentExtensions places;

	@Override
	public Hover hover(Document document, XtextResource resource, HoverParams params, CancelIndicator cancel) {
		if (document == null || resource == null) {
			return EMPTY_HOVER;
		}
		return Spot.at(resource, document.getOffSet(params.getPosition()))
				.flatMap(spot -> text(spot).map(text -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), places.newRange(resource, spot.node().getTextRegion()))))
				.orElse(EMPTY_HOVER);
	}

	private Optional<String> text(Spot spot) {
		return switch (spot) {
		case Spot.Reference reference -> Optional.ofNullable(reference.target()).filter(target -> !target.eIsProxy())
				.map(target -> descriptions.element(target, reference.source()));
		case Spot.Name name -> Optional.of(descriptions.element(name.element(), name.element()));
		case Spot.Imported imported -> catalog.library(String.valueOf(imported.element().getImportURI())).map(descriptions::library);
		case Spot.Value value when value.feature() == ModelPackage.Literals.CPU__IMPLEMENTATION || value.feature() == ModelPackage.Literals.MECHANISM__IMPLEMENTATION ->
			contribution(value.owner());
		case Spot.Value value when Metrics.isNamedBy(value.feature()) -> metrics.find(NodeModelUtils.getTokenText(value.node())).map(descriptions::metric);
		case Spot.Value value -> swept(value).or(() -> Spot.keyword(value.node()).flatMap(descriptions::keyword))
				.or(() -> Optional.of(descriptions.value(value.owner(), value.feature())));
		case Spot.Word word -> Character.isLetter(word.keyword().getValue().charAt(0)) ? descriptions.keyword(word.keyword()) : Optional.empty();
		};
	}

	private Optional<String> swept(Spot.Value value) {
		return value.owner() instanceof Chart chart ? Sweeps.cost(chart, NodeModelUtils.getTokenText(value.node())).map(cost -> descriptions.element(cost, chart))
				: Optional.empty();
	}

	private Optional<String> contribution(EObject owner) {
		return switch (owner) {
		case Cpu cpu -> catalog.cpu(String.valueOf(cpu.getImplementation())).map(descriptions::contribution);
		case Mechanism mechanism -> catalog.mechanism(String.valueOf(mechanism.getImplementation())).map(descriptions::contribution);
		default -> Optional.empty();
		};
	}
}
