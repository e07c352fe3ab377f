// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.navigation;

import java.util.Map;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SymbolKind;
import org.trapline.model.ModelPackage;

/**
 * The protocol's kinds of symbols for kinds of elements. They were made for programming languages, and determine only icon and
 * colour: a kind that is not listed here has those of its super type, or those of any element.
 */
public enum SymbolKinds {

	/** What runs. */
	ACTIVITY(SymbolKind.Method, CompletionItemKind.Method, SemanticTokenTypes.Method),
	/** What something is made of. */
	PART(SymbolKind.Field, CompletionItemKind.Field, SemanticTokenTypes.Property),
	/** What is one of several possibilities. */
	CHOICE(SymbolKind.EnumMember, CompletionItemKind.EnumMember, SemanticTokenTypes.EnumMember),
	/** What software does. */
	DEED(SymbolKind.Function, CompletionItemKind.Function, SemanticTokenTypes.Function),
	/** What holds values. */
	STORE(SymbolKind.Variable, CompletionItemKind.Variable, SemanticTokenTypes.Variable),
	/** What numbers are for. */
	QUANTITY(SymbolKind.Property, CompletionItemKind.Property, SemanticTokenTypes.Parameter),
	/** What is described: machines, software, tables. */
	THING(SymbolKind.Class, CompletionItemKind.Class, SemanticTokenTypes.Class);

	private static final Map<EClass, SymbolKinds> BY_TYPE = Map.ofEntries(Map.entry(ModelPackage.Literals.ELEMENT, THING),
			Map.entry(ModelPackage.Literals.REGISTER_TARGET, STORE), Map.entry(ModelPackage.Literals.REGISTER_GROUP, STORE),
			Map.entry(ModelPackage.Literals.CONTROL, CHOICE), Map.entry(ModelPackage.Literals.FLAG, CHOICE),
			Map.entry(ModelPackage.Literals.REFERENCE_CONFIGURATION, CHOICE), Map.entry(ModelPackage.Literals.COST, QUANTITY),
			Map.entry(ModelPackage.Literals.OPERATION, DEED), Map.entry(ModelPackage.Literals.WORKLOAD, DEED),
			Map.entry(ModelPackage.Literals.EXPERIMENT, ACTIVITY), Map.entry(ModelPackage.Literals.ROUTINE, ACTIVITY));

	private final SymbolKind symbol;
	private final CompletionItemKind proposal;
	private final String token;

	SymbolKinds(SymbolKind symbol, CompletionItemKind proposal, String token) {
		this.symbol = symbol;
		this.proposal = proposal;
		this.token = token;
	}

	/** In outlines and searches. */
	public static SymbolKind of(EClass type) {
		return find(type).symbol;
	}

	/** In lists of proposals. */
	public static CompletionItemKind proposal(EClass type) {
		return find(type).proposal;
	}

	/** In colours. */
	public static String token(EClass type) {
		return find(type).token;
	}

	private static SymbolKinds find(EClass type) {
		SymbolKinds own = BY_TYPE.get(type);
		if (own != null) {
			return own;
		}
		return type.getESuperTypes().stream().map(SymbolKinds::find).filter(kind -> kind != PART).findFirst().orElse(PART);
	}
}
