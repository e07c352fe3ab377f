// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.navigation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
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
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
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
import org.trapline.lang.scoping.AmbiguousNames;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.services.TraplineGrammarAccess;
import org.trapline.model.Element;
import org.trapline.model.Level;
import org.trapline.model.NamedElement;

import jakarta.inject.Inject;

/**
 * Renames an element at its declaration and all references. Names are written in full, so that each place gets the same new name,
 * after the namespace if there is one. An element that cannot be renamed gets a message with the reason.
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
	private AmbiguousNames ambiguous;

	@Inject
	private IQualifiedNameConverter names;

	@Override
	public Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> prepareRename(PrepareRenameOptions options) {
		return options.getLanguageServerAccess().doSyncRead(options.getParams().getTextDocument().getUri(), context -> {
			INode name = name(context, options.getParams().getPosition());
			NamedElement element = element(context, options.getParams().getPosition());
			refuseFixed(element);
			return Either3.forSecond(new PrepareRenameResult(places.newRange(context.getResource(), name.getTextRegion()), element.getName()));
		});
	}

	@Override
	public WorkspaceEdit rename(Options options) {
		return options.getLanguageServerAccess().doSyncRead(options.getRenameParams().getTextDocument().getUri(), context -> {
			NamedElement element = element(context, options.getRenameParams().getPosition());
			refuseFixed(element);
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
			String text = namespace(mention, element) + name;
			if (!name.equals(element.getName())) {
				refuseTaken(mention, element, text);
			}
			Location place = places.newLocation(mention.resource(), mention.node().getTextRegion());
			edits.computeIfAbsent(place.getUri(), uri -> new ArrayList<>()).add(new TextEdit(place.getRange(), text));
		}
		return new WorkspaceEdit(edits);
	}

	/** The namespace before a qualified name, with its dot. */
	private static String namespace(Mention mention, NamedElement element) {
		String written = NodeModelUtils.getTokenText(mention.node());
		return written.endsWith("." + element.getName()) ? written.substring(0, written.length() - element.getName().length()) : "";
	}

	/** References must not change their meaning, and names have to stay unique. */
	private void refuseTaken(Mention mention, NamedElement element, String name) {
		boolean taken = switch (mention.feature()) {
		case EReference reference -> scopes.getScope(mention.source(), reference).getSingleElement(names.toQualifiedName(name)) != null;
		// References to an imported element of that name must not change to this one.
		case EAttribute declared when mention.source() == element -> hasPart(element.eContainer(), element.eClass(), name)
				|| element instanceof Element && !ambiguous.meanings(mention.resource(), element.eClass(), name).isEmpty();
		default -> false;
		};
		if (taken) {
			throw refused("there is already " + Vocabulary.withArticle(Vocabulary.kind(element.eClass())) + " named '" + name + "' in "
					+ mention.resource().getURI().lastSegment() + " or its imports: choose another name");
		}
	}

	private static boolean hasPart(EObject owner, EClass type, String name) {
		return owner.eContents().stream().anyMatch(other -> other.eClass() == type && name.equals(((NamedElement) other).getName()));
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

	private void refuseFixed(NamedElement element) {
		if (element instanceof Level) {
			throw refused("levels count from L0: they have no other names");
		}
		Optional<Library> library = imports.library(element.eResource().getURI());
		if (library.isPresent()) {
			throw refused(element.getName() + " is defined in the library " + library.get().name()
					+ " of a plug-in, which cannot be changed: define an element of your own, which may extend it");
		}
	}

	private void refuseName(NamedElement element, String name) {
		AbstractRule rule = References.declaration(element).map(Mention::node).map(INode::getGrammarElement).map(GrammarUtil::containingAssignment)
				.map(Assignment::getTerminal).filter(RuleCall.class::isInstance).map(terminal -> ((RuleCall) terminal).getRule()).orElse(grammar.getQNameRule());
		boolean dots = rule == grammar.getQNameRule();
		String pattern = "[A-Za-z_]\\w*";
		if (!name.matches(dots ? pattern + "(\\." + pattern + ")*" : pattern)) {
			throw refused("'" + name + "' is not a name: a name has letters, digits and '_', and does not begin with a digit"
					+ (dots ? "; its parts are joined by '.'" : ""));
		}
		String first = name.split("\\.")[0];
		if (rule != grammar.getWordRule() && GrammarUtil.getAllKeywords(grammar.getGrammar()).contains(first)) {
			throw refused("'" + first + "' is a keyword of the language: choose another name, such as '" + first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1) + "'");
		}
	}

	private static ResponseErrorException nothing() {
		return refused("there is no name here: put the caret on the name of an element");
	}

	private static ResponseErrorException refused(String message) {
		return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidRequest, message, null));
	}
}
