// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.equalTo;
import static org.hamcrest.CoreMatchers.hasItem;
import static org.hamcrest.CoreMatchers.hasItems;
import static org.hamcrest.CoreMatchers.not;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThat;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.Quantities;

/** What is proposed at a place. */
public class CompletionTest {

	private static final String IMPORTS = "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n";

	@Rule
	public final Client client = new Client().withSnippets();

	/** The proposals at the bar. */
	private List<CompletionItem> proposals(String text) {
		client.start();
		Position caret = client.openAtCaret("a.trapline", text);
		return Client.get(client.server().getTextDocumentService().completion(new CompletionParams(client.file("a.trapline"), caret))).getRight().getItems();
	}

	private List<String> labels(String text) {
		return proposals(text).stream().map(CompletionItem::getLabel).toList();
	}

	private CompletionItem proposal(String text, String label) {
		List<CompletionItem> all = proposals(text);
		return all.stream().filter(item -> item.getLabel().equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError(label + " is not in " + all.stream().map(CompletionItem::getLabel).toList()));
	}

	/** The text with a proposal taken, places that it has filled in with what they propose. */
	private String taken(CompletionItem item) {
		return Client.edited(client.text("a.trapline"), List.of(item.getTextEdit().getLeft()));
	}

	// ------------------------------------------------------------------------------------------- grammar and scope

	@Test
	public void anEmptyFileBeginsWithAnImportOrAnElement() {
		assertThat(labels("|"), hasItems("import", "control", "stack", "experiment"));
	}

	@Test
	public void afterAnElementNoImportIsPossible() {
		List<String> labels = labels("control A\n|");
		assertThat(labels, hasItem("stack"));
		assertThat(labels, not(hasItem("import")));
	}

	@Test
	public void aWordThatIsBegunNarrowsTheChoice() {
		List<String> labels = labels("control A\nsta|");
		assertThat(labels, hasItem("stack"));
		assertThat(labels, not(hasItem("experiment")));
	}

	private static final String BOTH = "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.cpu.x86/skylake\"\n"
			+ "stack S on Skylake { L0 Kvm guest L1 }\n";

	@Test
	public void aNameThatTwoLibrariesDefineIsProposedWithTheNamespace() {
		List<String> labels = labels(BOTH + "experiment E { stacks S workload |");
		assertThat(labels, hasItems("arm.hypercall", "x86.hypercall"));
		assertThat(labels, not(hasItem("hypercall")));
	}

	@Test
	public void aNamespaceIsProposedWhereItIsNeededOrBegunOnly() {
		assertThat(labels(BOTH + "stack T on |"), not(hasItem("x86.Skylake")));
		assertThat(labels("import \"org.trapline.cpu.x86/skylake\"\nstack T on x86.|"), hasItem("x86.Skylake"));
	}

	@Test
	public void namesComeFromTheFileAndItsImportsEachWithItsKindAndOrigin() {
		CompletionItem item = proposal(IMPORTS + "stack S on Moonshot { L0 K| guest L1 }\n", "KvmNonVhe");
		assertEquals("hypervisor, org.trapline.cpu.arm/kvm-2017", item.getDetail());
		assertEquals(CompletionItemKind.Class, item.getKind());
		assertThat(item.getDocumentation().getRight().getValue(), containsString("KVM/Arm without VHE"));
		assertEquals(IMPORTS + "stack S on Moonshot { L0 KvmNonVhe guest L1 }\n", taken(item));
	}

	@Test
	public void onlyNamesOfTheRightKindAreProposed() {
		List<String> labels = labels(IMPORTS + "stack S on |\n");
		assertThat(labels, hasItem("Moonshot"));
		assertThat(labels, not(hasItem("KvmNonVhe")));
	}

	@Test
	public void aPartOfANameWithDotsIsEnough() {
		assertThat(labels(IMPORTS + "cpu c extends v8_3|\n"), hasItem("arm.v8_3"));
		assertThat(labels(IMPORTS + "cpu c extends arm.v|\n"), hasItems("arm.v8_0", "arm.v8_3"));
	}

	@Test
	public void whatAListHasAlreadyIsNotProposedAgain() {
		List<String> labels = labels(IMPORTS + "stack A on Moonshot { }\nstack B on Moonshot { }\nexperiment E { stacks A, | }\n");
		assertThat(labels, hasItem("B"));
		assertThat(labels, not(hasItem("A")));
	}

	@Test
	public void configurationsAreThoseOfTheReference() {
		assertThat(labels(IMPORTS + "stack Vm on Moonshot { }\nexperiment E { reference neve.sosp17 { Vm = | } }\n"), hasItems("vm", "v8_3", "neve"));
	}

	@Test
	public void wordsOfAChoiceAreProposedWithWhatTheyMean() {
		CompletionItem item = proposal("cost c : |", "switching");
		assertEquals("cause", item.getDetail());
		assertThat(item.getDocumentation().getRight().getValue(), containsString("saves or loads state"));
	}

	@Test
	public void registersAreProposedAllThoughTheyAreMany() {
		List<String> labels = labels(IMPORTS + "hypervisor H for arm.v8_0 { exit { step { read | } } }\n");
		assertThat(labels, hasItems("HCR_EL2", "SCTLR_EL1", "VTTBR_EL2", "arm.El1Context"));
	}

	@Test
	public void aHandlerIsForOperationsToo() {
		assertThat(labels(IMPORTS + "hypervisor H extends KvmNonVhe {\n\trefine handle |\n}\n"), hasItems("hypercall", "access", "mmio"));
		assertThat(labels(IMPORTS + "hypervisor H extends KvmNonVhe { handle hypercall, sen| { } }\n"), hasItem("send_sgi"));
	}

	@Test
	public void aPartThatIsBegunGoesOnWhateverFollows() {
		assertThat(labels(IMPORTS + "mechanism m for arm.v8_3 {\n\timplementation \"org.trapline.mechanism.neve\"\n\tneeds |\n\ttrap costs exception_entry\n}\n"),
				hasItems("threads", "cpu", "neve"));
		List<String> ofCondition = labels(IMPORTS + "hypervisor H for arm.v8_0 { exit { step \"x\" when not exit | { work run_loop } } }\n");
		assertThat(ofCondition, hasItems("is", "from"));
		assertThat(ofCondition, not(hasItem("cpu")));
	}

	@Test
	public void aChartGoesOverWhatItsExperimentVaries() {
		String sweeps = "experiment E { sweep threads 1, 2 sweep run_loop from 1 to 9 cycles in 3 points chart heatmap of traps over ";
		assertEquals(List.of("run_loop", "threads"), labels(IMPORTS + sweeps + "| }\n").stream().sorted().toList());
		assertThat(labels(IMPORTS + sweeps + "threads and run| }\n"), hasItem("run_loop"));
	}

	@Test
	public void levelsAreThoseOfTheStack() {
		String stack = "platform P { device nic : network }\nstack S on P { L0 KvmNonVhe L1 KvmNonVhe guest L2 ";
		assertEquals(List.of("L1", "L2"), labels(IMPORTS + stack + "pin | }\n").stream().sorted().toList());
		assertEquals(List.of("L1", "L2"), labels(IMPORTS + stack + "assign nic to | }\n").stream().sorted().toList());
		assertEquals(List.of("L1", "L2"), labels(IMPORTS + stack + "}\nmigration m { level | }\n").stream().sorted().toList());
	}

	// ------------------------------------------------------------------------------------------- plug-ins

	@Test
	public void anImportIsALibraryOfAPluginOrAFile() {
		client.write("part.trapline", "");
		List<String> labels = labels("import |\n");
		assertThat(labels, hasItems("org.trapline.cpu.arm/arm", "org.trapline.mechanism.neve/neve", "part.trapline"));
	}

	@Test
	public void anImportThatIsBegunIsReplacedAsAWhole() {
		CompletionItem item = proposal("import \"org.trapline.mech|\"\n", "org.trapline.mechanism.neve/neve");
		assertEquals("import \"org.trapline.mechanism.neve/neve\"\n", taken(item));
		assertEquals("library", item.getDetail());
	}

	@Test
	public void anImplementationIsOneOfTheInstalledContributions() {
		CompletionItem item = proposal(IMPORTS + "mechanism m for arm.v8_3 { implementation | }\n", "org.trapline.mechanism.neve");
		assertEquals("NEVE", item.getDetail());
		assertThat(item.getDocumentation().getRight().getValue(), containsString("deferred_access"));
		assertThat(labels(IMPORTS + "mechanism m for arm.v8_3 { implementation | }\n"), not(hasItem("org.trapline.cpu.arm")));
	}

	@Test
	public void aCostComesWithADraftOfItsValueInTheUnitThatItsPluginDeclares() {
		CompletionItem item = proposal(IMPORTS + "costs Own { def| }\n", "deferred_access");
		assertThat(item.getDetail(), containsString("cycles, 1 to 4"));
		assertEquals(InsertTextFormat.Snippet, item.getInsertTextFormat());
		assertThat(item.getTextEdit().getLeft().getNewText(), containsString("deferred_access = ${1:1} cycles "));
	}

	@Test
	public void aCostThatHasItsValueIsNotProposedAgain() {
		List<String> labels = labels(IMPORTS + "costs Own { run_loop = 1 cycles assumed \"x\" | }\n");
		assertThat(labels, hasItem("emulate_access"));
		assertThat(labels, not(hasItem("run_loop")));
	}

	// ------------------------------------------------------------------------------------------- metrics and renamed words

	@Test
	public void anExperimentMeasuresWhatItsWorkloadsHave() {
		String study = IMPORTS + "stack Vm on Moonshot { L0 KvmNonVhe guest L1 }\nexperiment E { stacks Vm workload hypercall ";
		List<String> measured = labels(study + "measure traps, |");
		assertThat(measured, hasItems("traps", "cycles", "exits", "part-guest", "speedup"));
		assertThat(measured, not(hasItem("latency")));
		assertThat(labels("reference r { configuration c cell w on c { |"), hasItems("latency.p99", "downtime", "traps"));
		assertEquals("part-guest-switch", taken(proposal(study + "measure part-|", "part-guest-switch")).lines().toList().getLast().replaceAll(".* ", ""));
	}

	@Test
	public void noOldWordIsProposed() {
		List<String> elements = labels("|");
		assertThat(elements, hasItems("closed-loop", "language"));
		assertThat(elements, not(hasItem("flow")));
		List<String> treatments = labels(IMPORTS + "mechanism m for arm.v8_3 { |");
		assertThat(treatments, hasItems("defer", "deferred", "redirect"));
		assertThat(treatments, not(hasItem("memory")));
		assertThat(labels("closed-loop f { clients 1 on |"), not(hasItem("elsewhere")));
	}

	// ------------------------------------------------------------------------------------------- levels

	@Test
	public void aNumberTakesTheUnitsOfWhatItMeasures() {
		assertEquals(List.of("GHz", "kHz", "MHz"), labels("platform P { clock 2.4 |").stream().filter(Quantities.names()::contains).sorted(String.CASE_INSENSITIVE_ORDER).toList());
		assertThat(labels("platform P { clock 2.4 G|"), hasItem("GHz"));
		List<String> ofCosts = labels("cost c : switching = 5 |");
		assertThat(ofCosts, hasItems("cycles", "ns"));
		assertThat(ofCosts, not(hasItem("GHz")));
		List<String> ofMemory = labels("migration m { memory 4 |");
		assertThat(ofMemory, hasItems("GB", "GiB"));
		assertThat(ofMemory, not(hasItem("cycles")));
	}

	@Test
	public void theNextLevelOfAStackIsProposed() {
		assertThat(labels(IMPORTS + "stack S on Moonshot { L0 KvmNonVhe | }\n"), hasItem("L1"));
		assertThat(labels(IMPORTS + "stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest | }\n"), hasItem("L2"));
	}

	// ------------------------------------------------------------------------------------------- drafts

	@Test
	public void elementsComeAsDraftsToo() {
		CompletionItem item = proposal("exp|", "experiment … (experiment with charts)");
		assertEquals(CompletionItemKind.Snippet, item.getKind());
		assertEquals(InsertTextFormat.Snippet, item.getInsertTextFormat());
		assertThat(item.getTextEdit().getLeft().getNewText(), containsString("experiment ${1:Name} \"${2:What it shows}\" {"));
	}

	@Test
	public void aKindOfElementWithoutADraftOfItsOwnHasTheShortestOne() {
		assertThat(proposal("opera|", "operation … (operation)").getTextEdit().getLeft().getNewText(), containsString("operation ${1:name} : ${2:instruction} costs ${3:Cost}"));
	}

	@Test
	public void theNamesOfADraftAreThoseInSight() {
		String draft = proposal(IMPORTS + "stac|", "stack … (stack with a nested VM)").getTextEdit().getLeft().getNewText();
		assertThat(draft, containsString("on ${2:Moonshot} { L0 ${3:KvmNonVhe}"));
		String other = proposal("import \"org.trapline.cpu.x86/skylake\"\nstac|", "stack … (stack with a nested VM)").getTextEdit().getLeft().getNewText();
		assertThat(other, containsString("on ${2:Skylake} { L0 ${3:Kvm"));
	}

	@Test
	public void aDraftWhereNothingIsInSightSaysWhatIsMissing() {
		assertThat(proposal("stac|", "stack … (stack with a VM)").getTextEdit().getLeft().getNewText(), containsString("on ${2:Platform} { L0 ${3:Hypervisor}"));
	}

	@Test
	public void noElementIsDraftedWhereItsWordIsAPartOfAnother() {
		assertThat(labels("experiment E { | }\n").toString(), not(containsString("…")));
		assertThat(labels("platform P { | }\n").toString(), not(containsString("…")));
		assertThat(labels("migration m { working | }\n"), equalTo(List.of("set")));
	}

	// ------------------------------------------------------------------------------------------- errors elsewhere

	@Test
	public void anErrorBeforeThePlaceLeavesTheProposals() {
		assertThat(labels(IMPORTS + "hello { there }\nplatform Own { cpu\n\nstack S on |\n"), hasItems("Moonshot"));
	}

	@Test
	public void anErrorInTheSameElementLeavesTheProposals() {
		assertThat(labels(IMPORTS + "stack A on Moonshot { }\nexperiment E {\n\tworkld hypercall\n\tstacks |\n}\n"), hasItem("A"));
	}

	@Test
	public void everyPlaceInATextHasProposalsOrNoneAndNeverAnError() {
		client.start();
		client.open("a.trapline", Studies.NESTED);
		for (int line = 0; line < Studies.NESTED.lines().count(); line++) {
			for (int column = 0; column <= Studies.NESTED.lines().toList().get(line).length(); column += 3) {
				Client.get(client.server().getTextDocumentService().completion(new CompletionParams(client.file("a.trapline"), new Position(line, column))));
			}
		}
	}

	// ------------------------------------------------------------------------------------------- clients

	@Test
	public void proposalsAreSortedNamesFirst() {
		List<CompletionItem> all = proposals(IMPORTS + "stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism |\n");
		assertTrue(all.stream().map(CompletionItem::getSortText).toList().equals(all.stream().map(CompletionItem::getSortText).sorted().toList()));
		assertEquals("neve", all.getFirst().getLabel());
	}
}
