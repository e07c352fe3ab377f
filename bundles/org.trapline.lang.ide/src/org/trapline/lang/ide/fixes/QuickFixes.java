// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.resource.XtextResource;
import org.trapline.lang.scoping.Imports;

import jakarta.inject.Inject;

/** The quick fixes of problems. Each provider is asked about each problem. */
public class QuickFixes implements ICodeActionService2 {

	private final List<FixProvider> providers;
	private final Imports imports;
	private final Trial trial;

	@Inject
	QuickFixes(WaysOut messages, NameFixes names, LevelFixes levels, BoundFixes bounds, SyntaxFixes syntax, VersionFixes versions, Imports imports, Trial trial) {
		this.trial = trial;
		this.providers = List.of(messages, names, levels, bounds, syntax, versions);
		this.imports = imports;
	}

	@Override
	public List<Either<Command, CodeAction>> getCodeActions(Options options) {
		List<String> only = options.getCodeActionParams().getContext().getOnly();
		if (only != null && only.stream().noneMatch(CodeActionKind.QuickFix::startsWith)) {
			return List.of();
		}
		return options.getLanguageServerAccess().doSyncRead(options.getURI(), context -> {
			List<Either<Command, CodeAction>> actions = new ArrayList<>();
			if (context.getDocument() == null || !(context.getResource() instanceof XtextResource resource) || imports.library(resource.getURI()).isPresent()) {
				return actions;
			}
			for (Diagnostic diagnostic : options.getCodeActionParams().getContext().getDiagnostics()) {
				Set<List<TextEdit>> known = new HashSet<>();
				for (Fix fix : fixes(Problem.of(resource, context.getDocument(), diagnostic))) {
					if (known.add(fix.edits())) {
						CodeAction action = new CodeAction(fix.title());
						action.setKind(CodeActionKind.QuickFix);
						action.setDiagnostics(List.of(diagnostic));
						action.setEdit(new WorkspaceEdit(Map.of(options.getURI(), fix.edits())));
						action.setIsPreferred(known.size() == 1);
						actions.add(Either.forRight(action));
					}
				}
			}
			return actions;
		});
	}

	private List<Fix> fixes(Problem problem) {
		List<Fix> fixes = new ArrayList<>();
		providers.forEach(provider -> provider.fixes(problem).stream().filter(fix -> trial.leavesNoNewError(problem, fix)).forEach(fixes::add));
		return fixes;
	}
}
