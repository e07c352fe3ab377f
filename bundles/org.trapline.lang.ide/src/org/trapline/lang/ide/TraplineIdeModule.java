// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide;

import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.ide.server.codelens.ICodeLensService;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.ide.server.folding.FoldingRangeService;
import org.eclipse.xtext.ide.server.formatting.FormattingService;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.ide.server.occurrences.IDocumentHighlightService;
import org.eclipse.xtext.ide.server.rename.IRenameService2;
import org.eclipse.xtext.ide.server.signatureHelp.ISignatureHelpService;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.trapline.lang.ide.completion.Acceptor;
import org.trapline.lang.ide.completion.Completion;
import org.trapline.lang.ide.completion.Contexts;
import org.trapline.lang.ide.completion.Proposals;
import org.trapline.lang.ide.fixes.QuickFixes;
import org.trapline.lang.ide.navigation.Navigation;
import org.trapline.lang.ide.navigation.Occurrences;
import org.trapline.lang.ide.navigation.Outline;
import org.trapline.lang.ide.navigation.Renames;
import org.trapline.lang.ide.structure.Folds;
import org.trapline.lang.ide.structure.Layouts;
import org.trapline.lang.ide.structure.Lenses;
import org.trapline.lang.ide.text.Hovers;
import org.trapline.lang.ide.text.Signatures;

/** The parts of the language that only editors need. */
public class TraplineIdeModule extends AbstractTraplineIdeModule {

	private final IResourceServiceProvider.Registry languages;

	/** @param languages the registry of languages by the ending of a file's name */
	public TraplineIdeModule(IResourceServiceProvider.Registry languages) {
		this.languages = languages;
	}

	/** Not the registry of the JVM: two servers, and runs in the same process, are independent. */
	public IResourceServiceProvider.Registry bindIResourceServiceProvider$Registry() {
		return languages;
	}

	public Class<? extends IHoverService> bindHovers() {
		return Hovers.class;
	}

	public Class<? extends DocumentSymbolService> bindNavigation() {
		return Navigation.class;
	}

	public Class<? extends HierarchicalDocumentSymbolService> bindOutline() {
		return Outline.class;
	}

	public Class<? extends IDocumentHighlightService> bindOccurrences() {
		return Occurrences.class;
	}

	@Override
	public Class<? extends IRenameService2> bindIRenameService2() {
		return Renames.class;
	}

	public Class<? extends FoldingRangeService> bindFolds() {
		return Folds.class;
	}

	public Class<? extends ICodeLensService> bindLenses() {
		return Lenses.class;
	}

	public Class<? extends ContentAssistContextFactory> bindContexts() {
		return Contexts.class;
	}

	public Class<? extends IdeContentProposalProvider> bindProposals() {
		return Proposals.class;
	}

	public Class<? extends IdeContentProposalAcceptor> bindAcceptor() {
		return Acceptor.class;
	}

	public Class<? extends ContentAssistService> bindCompletion() {
		return Completion.class;
	}

	public Class<? extends ISignatureHelpService> bindSignatures() {
		return Signatures.class;
	}

	public Class<? extends FormattingService> bindLayouts() {
		return Layouts.class;
	}

	public Class<? extends ICodeActionService2> bindQuickFixes() {
		return QuickFixes.class;
	}
}
