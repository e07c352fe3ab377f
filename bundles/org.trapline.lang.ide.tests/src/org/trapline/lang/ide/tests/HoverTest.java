// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThat;

import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupKind;
import org.junit.Rule;
import org.junit.Test;

/** What is told of the word under the mouse. */
public class HoverTest {

	@Rule
	public final Client client = new Client();

	private Hover hover(String text, String word) {
		client.start().open("a.trapline", text);
		return Client.get(client.server().getTextDocumentService().hover(new HoverParams(client.file("a.trapline"), client.at("a.trapline", word))));
	}

	private String text(String text, String word) {
		Hover hover = hover(text, word);
		assertEquals(MarkupKind.MARKDOWN, hover.getContents().getRight().getKind());
		return hover.getContents().getRight().getValue();
	}

	@Test
	public void anIntervalIsShownBesideItsNominalValue() {
		assertThat(text("cost c : switching = 30 to 60 cycles assumed \"x\"\n", "c :"), containsString("**45 (30 to 60) cycles** (18.8 ns on `Moonshot`"));
		assertThat(text("cost c : switching = 30 to 60 cycles assumed \"x\"\n", "60"), containsString("`c`: **45 (30 to 60) cycles**, assumed: x"));
	}

	@Test
	public void aMetricOfAPlugInSaysWhatItIs() {
		assertEquals("`part-guest-switch`: time to switch between L0 and software above L1.\n\n*metric of workload, in ns*",
				text("experiment E { measure part-guest-switch }", "part-guest-switch"));
	}

	@Test
	public void anyPercentileSaysWhatItIs() {
		assertEquals("`latency.p97`: the latency that 97 % of the requests are within.\n\n*metric of closed-loop, in us*", text("experiment E { measure latency.p97 }", "latency"));
	}

	@Test
	public void aNameSaysWhatItMeansInTheWordsOfItsAuthor() {
		Hover hover = hover(Studies.NESTED, "KvmNonVhe");
		String text = hover.getContents().getRight().getValue();
		assertThat(text, startsWith("```trapline\nhypervisor KvmNonVhe for arm.v8_0 { … }\n```\n\nKVM/Arm without VHE: a small part in EL2"));
		assertThat(text, containsString("*hypervisor: a hypervisor: what it configures and what it does on exits."));
		assertThat(text, containsString("Library `org.trapline.cpu.arm/kvm-2017`"));
		assertEquals("KvmNonVhe", Client.piece(Studies.NESTED, hover.getRange()));
	}

	@Test
	public void aShortElementIsShownWhole() {
		assertThat(text(Studies.NESTED, "Nested {"), startsWith("```trapline\nstack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n```"));
	}

	@Test
	public void lineCommentsBeforeAnElementAreItsDocumentationToo() {
		assertThat(text(Studies.NESTED, "Nested on"), containsString("\n\nA VM in a VM, by trapping.\n\n"));
	}

	@Test
	public void aCommentBeforeABlankLineIsAboutSomethingElse() {
		assertThat(text("// About the file.\n\ncontrol Alpha\n", "Alpha"), not(containsString("About the file")));
	}

	@Test
	public void aStackSaysWhatItIsMadeOf() {
		String text = text(Studies.NESTED, "NestedNeve\n");
		assertThat(text, containsString("- on `Moonshot`: cpu `arm.v8_3`, 2.4 GHz, costs `XGene`\n- L0: `KvmNonVhe`\n- L1: `KvmNonVhe`\n- L2: the guest\n- with `neve`"));
	}

	@Test
	public void aCostSaysItsValueItsSourceAndWhatItWasFittedTo() {
		String text = text("import \"org.trapline.cpu.arm/x-gene\"\nhypervisor H for arm.v8_0 { exit { step { work run_loop, exception_entry } } }\n", "run_loop");
		assertThat(text, containsString("- `XGene`: **270 cycles** (113 ns on `Moonshot`, 113 ns on `MoonshotSvt`), fitted: what is left of a VM's hypercall; "
				+ "fitted to `neve.sosp17(hypercall, vm, cycles)`"));
	}

	@Test
	public void aCostInATableOfOnesOwnSaysItsValueThere() {
		String text = text("""
				import "org.trapline.cpu.arm/x-gene"
				costs Own extends XGene { run_loop = 100 cycles assumed "less" }
				platform Fast { cpu arm.v8_3 clock 1 GHz costs Own }
				""", "run_loop");
		assertThat(text, containsString("- `Own`: **100 cycles** (100 ns on `Fast`), assumed: less"));
		assertThat(text, not(containsString("XGene`: **")));
	}

	@Test
	public void aParameterOfAPluginSaysItsUnitAndBounds() {
		assertThat(text("import \"org.trapline.mechanism.neve/neve\"\ncosts t { deferred_access = 2 cycles assumed \"x\" }\n", "deferred_access"),
				containsString("- parameter of NEVE: cycles, 1 to 4"));
	}

	@Test
	public void aNumberSaysWhatItIsForAndWhereItComesFrom() {
		String text = text("""
				import "org.trapline.cpu.arm/x-gene"
				costs Own { run_loop = 240 cycles derived "500 - 260" }
				platform Fast { cpu arm.v8_3 clock 2.4 GHz costs Own }
				""", "240");
		assertThat(text, startsWith("**amount** of a cost value: "));
		assertThat(text, containsString("`run_loop`: **240 cycles** (100 ns on `Fast`), derived: 500 - 260"));
		assertThat(text, containsString("KVM's run loop around an exit"));
	}

	@Test
	public void anyOtherNumberSaysWhatStandsBesideIt() {
		String text = text("reference own { configuration c cell w on c { cycles 71 recalled \"Table 1\" } }\nworkload w { do o }\n", "71");
		assertThat(text, startsWith("**value** of a published value: the number."));
		assertThat(text, containsString("- certainty: recalled (not verified.)"));
		assertThat(text, containsString("- source: \"Table 1\""));
	}

	@Test
	public void aKeywordSaysWhatItBegins() {
		assertEquals("`experiment`: what to run and to measure.\n\n*experiment*", text(Studies.NESTED, "experiment"));
	}

	@Test
	public void aKeywordInsideSaysWhatItIntroduces() {
		assertEquals("`measure`: what to measure.\n\n*part of an experiment*", text(Studies.NESTED, "measure"));
	}

	@Test
	public void aWordOfAChoiceSaysWhatItMeans() {
		assertEquals("`traps`: traps to L0 by one operation.\n\n*metric of workload*", text(Studies.NESTED, "traps, cycles"));
	}

	@Test
	public void aWorkloadSaysWhichMetricsItHas() {
		assertThat(text("import \"org.trapline.cpu.x86/skylake\"\nmigration move { level L1 }\n", "move"), containsString("Has the metrics `time`, `downtime`, `rounds`, `transferred`."));
	}

	@Test
	public void anImportSaysWhatTheLibraryIs() {
		assertThat(text(Studies.NESTED, "\"org.trapline.mechanism.neve/neve\""), containsString("*library of a plug-in: `org.trapline.mechanism.neve/neve`*"));
	}

	@Test
	public void anImplementationSaysItsParameters() {
		String text = text("import \"org.trapline.cpu.arm/arm\"\nmechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" }\n",
				"\"org.trapline.mechanism.neve\"");
		assertThat(text, startsWith("**NEVE**: "));
		assertThat(text, containsString("- `deferred_access`: "));
	}

	@Test
	public void anUnknownNameSaysNothing() {
		assertEquals("", text("stack S on Nowhere { }\n", "Nowhere"));
	}

	@Test
	public void aCommentSaysNothing() {
		assertEquals("", text(Studies.NESTED, "// One"));
	}

	@Test
	public void anErrorInTheMiddleOfTheFileChangesNothing() {
		String broken = Studies.NESTED.replace("stack NestedNeve extends", "hello { there }\nstack NestedNeve extends");
		assertThat(text(broken, "NestedNeve\n"), containsString("- with `neve`"));
	}
}
