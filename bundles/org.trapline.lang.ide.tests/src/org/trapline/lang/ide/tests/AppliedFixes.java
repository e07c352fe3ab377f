// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;

import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.Rule;

/** Asks for the quick fixes of a problem, and tries them. */
abstract class AppliedFixes {

	static final String IMPORTS = "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n";
	static final String VM = "stack Vm on Moonshot { L0 KvmNonVhe guest L1 }\n";

	@Rule
	public final Client client = new Client();

	/** The fixes of the first problem with a code. */
	List<CodeAction> fixes(String text, String code) {
		client.start().open("a.trapline", text);
		Diagnostic problem = client.diagnostics("a.trapline", found -> found.stream().anyMatch(each -> code.equals(each.getCode().getLeft()))).stream()
				.filter(each -> code.equals(each.getCode().getLeft())).findFirst().orElseThrow();
		return Client.get(client.server().getTextDocumentService()
				.codeAction(new CodeActionParams(client.file("a.trapline"), problem.getRange(), new CodeActionContext(List.of(problem))))).stream()
				.map(action -> action.getRight()).toList();
	}

	List<String> titles(String text, String code) {
		return fixes(text, code).stream().map(CodeAction::getTitle).toList();
	}

	/** Asserts that a text has a fix, what it makes of the text, and that the problem is gone then. */
	void assertFixed(String text, String code, String title, String expected) {
		List<CodeAction> fixes = fixes(text, code);
		CodeAction fix = fixes.stream().filter(action -> action.getTitle().equals(title)).findFirst()
				.orElseThrow(() -> new AssertionError("no '" + title + "' but " + fixes.stream().map(CodeAction::getTitle).toList()));
		assertEquals(CodeActionKind.QuickFix, fix.getKind());
		String fixed = Client.edited(text, fix.getEdit().getChanges().get(client.uri("a.trapline")));
		assertEquals(expected, fixed);
		client.open("b.trapline", fixed);
		String message = fix.getDiagnostics().getFirst().getMessage().getLeft();
		client.diagnostics("b.trapline", found -> true).forEach(each -> assertFalse(each.toString(), each.getMessage().getLeft().equals(message)));
	}

	/** The same, for a text after imports. */
	void assertStudyFixed(String text, String code, String title, String expected) {
		assertFixed(IMPORTS + text, code, title, IMPORTS + expected);
	}
}
