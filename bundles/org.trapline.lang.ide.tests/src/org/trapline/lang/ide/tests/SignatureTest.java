// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.junit.Rule;
import org.junit.Test;

/** What belongs where one is writing. */
public class SignatureTest {

	private static final String IMPORTS = "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n";

	@Rule
	public final Client client = new Client();

	private SignatureHelp help(String text) {
		client.start();
		return Client.get(client.server().getTextDocumentService()
				.signatureHelp(new SignatureHelpParams(client.file("a.trapline"), client.openAtCaret("a.trapline", text))));
	}

	private static String active(SignatureHelp help) {
		SignatureInformation signature = help.getSignatures().getFirst();
		ParameterInformation parameter = signature.getParameters().get(help.getActiveParameter());
		return parameter.getLabel().getLeft() + " of " + signature.getLabel();
	}

	@Test
	public void aPublishedValueHasAWorkloadAConfigurationAndAMetric() {
		String before = IMPORTS + "costs Own { run_loop = 270 cycles fitted to ";
		assertEquals("workload of reference(workload, configuration, metric)", active(help(before + "neve.sosp17(|hypercall, vm, cycles) }\n")));
		assertEquals("configuration of reference(workload, configuration, metric)", active(help(before + "neve.sosp17(hypercall, |vm, cycles) }\n")));
		assertEquals("metric of reference(workload, configuration, metric)", active(help(before + "neve.sosp17(hypercall, vm, cycles|) }\n")));
	}

	@Test
	public void whatIsNotYetWrittenIsToldToo() {
		assertEquals("configuration of reference(workload, configuration, metric)",
				active(help(IMPORTS + "costs Own { run_loop = 270 cycles fitted to neve.sosp17(hypercall, | }\n")));
	}

	@Test
	public void aMechanismThatIsUsedSaysItsParameters() {
		SignatureHelp help = help(IMPORTS + "stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism neve| }\n");
		assertEquals("NEVE(deferred_access: cycles, 1 to 4)", help.getSignatures().getFirst().getLabel());
	}

	@Test
	public void aMechanismThatIsWrittenSaysThemToo() {
		SignatureHelp help = help(IMPORTS + "mechanism m for arm.v8_3 {\n\timplementation \"org.trapline.mechanism.neve\"\n\tdeferred access costs deferred_access|\n}\n");
		assertEquals("deferred_access: cycles, 1 to 4 of NEVE(deferred_access: cycles, 1 to 4)", active(help));
	}

	@Test
	public void aCostThatAPluginTakesSaysSo() {
		assertEquals("deferred_access: cycles, 1 to 4 of NEVE(deferred_access: cycles, 1 to 4)",
				active(help(IMPORTS + "costs Own { deferred_access = |2 cycles assumed \"x\" }\n")));
	}

	@Test
	public void elsewhereThereIsNothingToSay() {
		assertEquals(List.of(), help("stack S on | { }\n").getSignatures());
		assertTrue(help(IMPORTS + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" }\n|\n").getSignatures().isEmpty());
	}
}
