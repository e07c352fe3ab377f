// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.navigation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.ILanguageServerAccess;
import org.eclipse.xtext.ide.server.rename.IRenameService2;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.catalog.Library;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.lang.ide.navigation.References.Mention;
import org.trapline.lang.ide.text.Spot;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.services.TraplineGrammarAccess;
import org.trapline.model.NamedElement;

import jakarta.inject.Inject;

/**
 * Gives an element another name, where it is declared and wherever it is referred to. Names are written out in full everywhere, so
 * that each place takes the same new name. What cannot be renamed is said with the reason.
 */
public class Renames implements IRenameService2 {

	@Inject
	private References references;

	@Inject
	private Imports imports;

	@Inject
	private DocumentExtensions places;

	@Inject
	private TraplineGrammarAccess grammar;

	@Inject
	private IScopeProvider scopes;

	@Inject
	private IQualifiedNameConverter names;

	@Override
	public Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> prepareRename(PrepareRenameOptions options) {
		return options.getLanguageServerAccess().doSyncRead(options.getParams().getTextDocument().getUri(), context -> {
			INode name = name(context, options.getParams().getPosition());
			NamedElement element = element(context, options.getParams().getPosition());
			refuseLibrary(element);
			return Either3.forSecond(new PrepareRenameResult(places.newRange(context.getResource(), name.getTextRegion()), element.getName()));
		});
	}

	@Override
	public WorkspaceEdit rename(Options options) {
		return options.getLanguageServerAccess().doSyncRead(options.getRenameParams().getTextDocument().getUri(), context -> {
			NamedElement element = element(context, options.getRenameParams().getPosition());
			refuseLibrary(element);
			String name = options.getRenameParams().getNewName();
			refuseName(element, name);
			return rename(element, name, options.getCancelIndicator());
		});
	}

	private WorkspaceEdit rename(NamedElement element, String name, CancelIndicator cancel) {
		List<Mention> mentions = new ArrayList<>();
		References.declaration(element).ifPresent(mentions::add);
		mentions.addAll(references.to(element, cancel));
		Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
		for (Mention mention : mentions) {
			if (!name.equals(element.getName())) {
				refuseTaken(mention, element, name);
			}
			Location place = places.newLocation(mention.resource(), mention.node().getTextRegion());
			edits.computeIfAbsent(place.getUri(), uri -> new ArrayList<>()).add(new TextEdit(place.getRange(), name));
		}
		return new WorkspaceEdit(edits);
	}

	/** A reference must not come to mean another element, nor may two have one name. */
	private void refuseTaken(Mention mention, NamedElement element, String name) {
		boolean taken = mention.feature() instanceof EReference reference
				? scopes.getScope(mention.source(), reference).getSingleElement(names.toQualifiedName(name)) != null
				: element.eContainer().eContents().stream()
						.anyMatch(other -> other.eClass() == element.eClass() && name.equals(((NamedElement) other).getName()));
		if (taken) {
			throw refused("there is already " + Vocabulary.withArticle(Vocabulary.kind(element.eClass())) + " named '" + name + "' in "
					+ mention.resource().getURI().lastSegment() + " or its imports: take another name");
		}
	}

	private static INode name(ILanguageServerAccess.Context context, Position position) {
		return Optional.ofNullable((XtextResource) context.getResource())
				.flatMap(resource -> Spot.at(resource, context.getDocument().getOffSet(position)))
				.map(Spot::node).orElseThrow(Renames::nothing);
	}

	private static NamedElement element(ILanguageServerAccess.Context context, Position position) {
		return Optional.ofNullable((XtextResource) context.getResource())
				.flatMap(resource -> References.meant(resource, context.getDocument().getOffSet(position))).orElseThrow(Renames::nothing);
	}

	private void refuseLibrary(EObject element) {
		Optional<Library> library = imports.library(element.eResource().getURI());
		if (library.isPresent()) {
			throw refused(((NamedElement) element).getName() + " is defined in the library " + library.get().name()
					+ " of a plug-in, which cannot be changed: define an element of your own, which may extend it");
		}
	}

	private void refuseName(NamedElement element, String name) {
		// Names of elements may have dots; those of their parts are one word.
		boolean word = References.declaration(element).map(Mention::node).filter(node -> node.getGrammarElement() != null)
				.map(node -> GrammarUtil.containingAssignment(node.getGrammarElement())).map(assignment -> assignment.getTerminal())
				.filter(terminal -> terminal instanceof RuleCall call && call.getRule() == grammar.getIDRule()).isPresent();
		String pattern = "[A-Za-z_]\\w*";
		if (!name.matches(word ? pattern : pattern + "(\\." + pattern + ")*")) {
			throw refused("'" + name + "' is no name: a name has letters, digits and '_', and does not begin with a digit"
					+ (word ? "" : "; its parts are joined by '.'"));
		}
		for (String part : name.split("\\.")) {
			if (GrammarUtil.getAllKeywords(grammar.getGrammar()).contains(part)) {
				throw refused("'" + part + "' is a word of the language: take another name");
			}
		}
	}

	private static ResponseErrorException nothing() {
		return refused("there is no name here: put the caret on the name of an element");
	}

	private static ResponseErrorException refused(String message) {
		return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidRequest, message, null));
	}
}
