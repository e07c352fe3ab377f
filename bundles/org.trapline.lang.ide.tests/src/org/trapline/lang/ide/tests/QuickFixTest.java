// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.Test;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.validation.ProblemKind;

/** What can be done about problems: each fix mends the problem that it is for. */
public class QuickFixTest extends AppliedFixes {

	// ------------------------------------------------------------------------------------------- names and imports

	@Test
	public void anUnknownNameIsChangedToANearOne() {
		assertStudyFixed("stack S on Moonshoot { L0 KvmNonVhe guest L1 }\n", "unknown-name", "Change to 'Moonshot'", "stack S on Moonshot { L0 KvmNonVhe guest L1 }\n");
	}

	@Test
	public void anImportThatIsThereAlreadyGoesWithItsLine() {
		String once = "import \"org.trapline.cpu.arm/arm\"\n";
		assertFixed(once + once + "control A\n", "duplicate-name", "Remove 'import \"org.trapline.cpu.arm/arm\"'", once + "control A\n");
	}

	@Test
	public void aNameOfTwoLibrariesGetsTheNamespaceOfEither() {
		String text = "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.cpu.x86/skylake\"\nstack S on Skylake { L0 Kvm guest L1 }\n"
				+ "experiment E { stacks S workload hypercall measure traps }\n";
		assertEquals(List.of("Change to 'arm.hypercall'", "Change to 'x86.hypercall'"), titles(text, "ambiguous-name"));
	}

	@Test
	public void severalNearNamesAreOfferedTheNearestFirst() {
		assertEquals(List.of("Change to 'arm.v8_0'", "Change to 'arm.v8_1'", "Change to 'arm.v8_3'"), titles(IMPORTS + "cpu c extends arm.v8_2 { }\n", "unknown-name"));
	}

	@Test
	public void theImportOfALibraryThatDefinesTheNameIsAdded() {
		assertFixed("import \"org.trapline.cpu.arm/x-gene\"\n\n" + VM.replace("guest L1", "guest L1 mechanism neve"), "unknown-name",
				"Add import \"org.trapline.mechanism.neve/neve\"", "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.mechanism.neve/neve\"\n\n"
						+ VM.replace("guest L1", "guest L1 mechanism neve"));
	}

	@Test
	public void theImportOfAFileThatDefinesTheNameIsAddedBeforeTheFirstElement() {
		client.write("my part.trapline", "control Alpha\n");
		assertFixed("// About the file.\n\n// About the CPU.\ncpu c { implementation \"org.trapline.cpu.arm\" controls Alpha }\n", "unknown-name",
				"Add import \"my part.trapline\"",
				"// About the file.\n\nimport \"my part.trapline\"\n\n// About the CPU.\ncpu c { implementation \"org.trapline.cpu.arm\" controls Alpha }\n");
	}

	@Test
	public void anImportWithoutItsBundleIsCompleted() {
		assertFixed("import \"x-gene\"\n", "unknown-import", "Change to 'org.trapline.cpu.arm/x-gene'", "import \"org.trapline.cpu.arm/x-gene\"\n");
	}

	@Test
	public void anImportOfAFileWithoutItsEndingIsCompleted() {
		client.write("part.trapline", "control Alpha\n");
		assertFixed("import \"part\"\n", "unknown-import", "Change to 'part.trapline'", "import \"part.trapline\"\n");
	}

	@Test
	public void anImplementationIsChangedToAnInstalledOne() {
		assertStudyFixed("mechanism m for arm.v8_3 { implementation \"org.neve\" }\n", "unknown-implementation", "Change to 'org.trapline.mechanism.neve'",
				"mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" }\n");
	}

	@Test
	public void anImplementationThatIsMissingIsAdded() {
		assertFixed("cpu c {\n}\n", "unknown-implementation", "Add 'implementation \"org.trapline.cpu.arm\"'", "cpu c {\n\timplementation \"org.trapline.cpu.arm\"\n}\n");
	}

	// ------------------------------------------------------------------------------------------- syntax

	@Test
	public void aMisspeltKeywordIsChanged() {
		assertFixed("contrl Alpha\n", "syntax", "Change to 'control'", "control Alpha\n");
	}

	@Test
	public void aMissingBraceIsAdded() {
		assertFixed("workload w {\n\tdo o\n", "syntax", "Add '}'", "workload w {\n\tdo o\n}\n");
	}

	@Test
	public void wordsThatDoNotBelongThereAreRemoved() {
		assertFixed("control A\nhello there\ncontrol B\n", "syntax", "Remove 'hello there'", "control A\ncontrol B\n");
	}

	@Test
	public void aMisspeltUnitIsChanged() {
		assertFixed("cost c : switching = 5 nss assumed \"x\"\n", "syntax", "Change to 'ns'", "cost c : switching = 5 ns assumed \"x\"\n");
	}

	// ------------------------------------------------------------------------------------------- parts

	@Test
	public void aPlatformIsCompletedByNamesThatItSees() {
		assertStudyFixed("cpu own extends arm.v8_3 { }\ncosts Own extends XGene { }\nplatform P { cores 4 }\n", "incomplete", "Add 'cpu own', 'clock 2.4 GHz', 'costs Own'",
				"cpu own extends arm.v8_3 { }\ncosts Own extends XGene { }\nplatform P { cores 4 cpu own clock 2.4 GHz costs Own }\n");
	}

	@Test
	public void aStackIsCompletedBeforeAndInItsBlock() {
		assertStudyFixed("platform P { cpu arm.v8_3 clock 1 GHz costs XGene }\nstack S {\n\t// nothing yet\n}\n", "incomplete", "Add 'on P', 'L0 KvmNonVhe', 'guest L1'",
				"platform P { cpu arm.v8_3 clock 1 GHz costs XGene }\nstack S on P {\n\tL0 KvmNonVhe\n\tguest L1\n\t// nothing yet\n}\n");
	}

	@Test
	public void anExperimentIsCompletedByItsParts() {
		assertStudyFixed(VM + "experiment E {\n\tmeasure traps\n}\n", "incomplete", "Add 'stacks Vm', 'workload hypercall'",
				VM + "experiment E {\n\tmeasure traps\n\tstacks Vm\n\tworkload hypercall\n}\n");
	}

	@Test
	public void aHypervisorGetsTheCpuThatItNeeds() {
		assertStudyFixed("cpu own extends arm.v8_3 { }\nhypervisor H { }\n", "incomplete", "Add 'for own'", "cpu own extends arm.v8_3 { }\nhypervisor H for own { }\n");
	}

	@Test
	public void whatAChartShowsIsMeasured() {
		assertStudyFixed(VM + "experiment E { stacks Vm workload hypercall measure traps chart bars of cycles by stack }\n", "incomplete", "Add 'cycles' to 'measure'",
				VM + "experiment E { stacks Vm workload hypercall measure traps, cycles chart bars of cycles by stack }\n");
	}

	// ------------------------------------------------------------------------------------------- levels

	@Test
	public void aMissingLevelIsAdded() {
		assertStudyFixed("stack S on Moonshot { L0 KvmNonVhe L2 KvmNonVhe guest L3 }\n", "levels", "Add 'L1 KvmNonVhe'",
				"stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe L2 KvmNonVhe guest L3 }\n");
	}

	@Test
	public void aLevelThatSkipsIsRenamed() {
		assertStudyFixed("stack S on Moonshot { L1 KvmNonVhe guest L1 }\n", "levels", "Change to 'L0'", "stack S on Moonshot { L0 KvmNonVhe guest L1 }\n");
	}

	@Test
	public void theLevelsBelowTheGuestAreAdded() {
		assertStudyFixed("stack S on Moonshot { L0 KvmNonVhe guest L3 }\n", "levels", "Add 'L1 KvmNonVhe L2 KvmNonVhe'",
				"stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe L2 KvmNonVhe guest L3 }\n");
	}

	@Test
	public void theGuestIsMovedDown() {
		assertStudyFixed("stack S on Moonshot { L0 KvmNonVhe guest L3 }\n", "levels", "Change to 'guest L1'", "stack S on Moonshot { L0 KvmNonVhe guest L1 }\n");
	}

	@Test
	public void aLevelThatIsThereTwiceIsRemoved() {
		assertStudyFixed("stack S on Moonshot { L0 KvmNonVhe L0 KvmVhe guest L1 }\n", "levels", "Remove 'L0 KvmVhe'", "stack S on Moonshot { L0 KvmNonVhe guest L1 }\n");
	}

	// ------------------------------------------------------------------------------------------- numbers and units

	@Test
	public void aWrongUnitIsChangedToARightOne() {
		assertStudyFixed("platform P { cpu arm.v8_3 clock 2 ms costs XGene }\n", "unit", "Change the unit to GHz", "platform P { cpu arm.v8_3 clock 2 GHz costs XGene }\n");
		assertStudyFixed("cost c : switching = 5 GB assumed \"x\"\n", "unit", "Change the unit to ns", "cost c : switching = 5 ns assumed \"x\"\n");
	}

	@Test
	public void aNumberOutOfBoundsIsChangedToTheBound() {
		assertStudyFixed("costs t { deferred_access = 9 cycles assumed \"x\" }\n", "out-of-bounds", "Change to 4", "costs t { deferred_access = 4 cycles assumed \"x\" }\n");
	}

	@Test
	public void cyclesThatAreNotWholeAreRounded() {
		assertFixed("cost c : switching = 2.5 cycles assumed \"x\"\n", "out-of-bounds", "Change to 3", "cost c : switching = 3 cycles assumed \"x\"\n");
	}

	@Test
	public void aToleranceOfCyclesIsAShare() {
		assertStudyFixed(VM + "experiment E { stacks Vm workload hypercall measure cycles reference neve.sosp17 { Vm = vm tolerance cycles 10 } }\n", "tolerance",
				"Change to '10 %'", VM + "experiment E { stacks Vm workload hypercall measure cycles reference neve.sosp17 { Vm = vm tolerance cycles 10 % } }\n");
	}

	// ------------------------------------------------------------------------------------------- removing

	@Test
	public void whatIsThereTwiceInAListIsRemovedWithItsComma() {
		assertStudyFixed(VM + "experiment E { stacks Vm, Vm workload hypercall measure traps }\n", "duplicate-name", "Remove 'Vm'",
				VM + "experiment E { stacks Vm workload hypercall measure traps }\n");
	}

	@Test
	public void aSecondValueOfACostIsRemovedWithItsLine() {
		assertFixed("cost c : switching\ncosts t {\n\tc = 1 cycles assumed \"a\"\n\tc = 2 cycles assumed \"b\"\n}\n", "duplicate-name", "Remove 'c = 2 cycles assumed \"b\"'",
				"cost c : switching\ncosts t {\n\tc = 1 cycles assumed \"a\"\n}\n");
	}

	@Test
	public void anElementThatExtendsItselfDoesSoNoMore() {
		assertFixed("costs a extends a { }\n", "extends-itself", "Remove 'extends a'", "costs a { }\n");
	}

	@Test
	public void aTargetWithoutARedirectionIsRemoved() {
		assertStudyFixed("mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" defer { HCR_EL2 to SCTLR_EL1 } }\n", "redirection",
				"Remove 'to SCTLR_EL1'", "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" defer { HCR_EL2 } }\n");
	}

	@Test
	public void aCostThatIsNotFittedIsFittedToNothing() {
		assertStudyFixed("cost c : switching = 5 cycles measured \"paper\" to neve.sosp17(hypercall, vm, cycles)\n", "provenance",
				"Remove 'to neve.sosp17(hypercall, vm, cycles)'", "cost c : switching = 5 cycles measured \"paper\"\n");
	}

	@Test
	public void aCostThatIsFittedSaysSo() {
		assertStudyFixed("cost c : switching = 5 cycles measured \"paper\" to neve.sosp17(hypercall, vm, cycles)\n", "provenance", "Change to 'fitted'",
				"cost c : switching = 5 cycles fitted \"paper\" to neve.sosp17(hypercall, vm, cycles)\n");
	}

	// ------------------------------------------------------------------------------------------- mechanisms and routines

	@Test
	public void theOnlyOneOfAListGoesWithItsWord() {
		assertStudyFixed("stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe without neve guest L2 }\n", "not-passed-on", "Remove 'without neve'",
				"stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n");
	}

	@Test
	public void aMechanismThatIsNotPassedOnIs() {
		assertStudyFixed("stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe without neve guest L2 mechanism neve }\n", "not-passed-on", "Remove 'without neve'",
				"stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism neve }\n");
	}

	@Test
	public void whatPutsADeviceWhereItIsAssignedIsAdded() {
		String head = "import \"org.trapline.cpu.x86/skylake\"\nimport \"org.trapline.mechanism.passthrough/passthrough-x86\"\n";
		assertFixed(head + "stack S on Skylake { L0 Kvm L1 Kvm guest L2 assign nic to L2 }\n", "device", "Add 'mechanism passthrough.virtual'",
				head + "stack S on Skylake { L0 Kvm L1 Kvm guest L2 mechanism passthrough.virtual assign nic to L2 }\n");
		assertFixed(head + "mechanism mine for x86.vmx { implementation \"org.trapline.mechanism.passthrough\" }\n"
				+ "stack S on Skylake {\n\tL0 Kvm guest L1\n\tmechanism mine\n\tassign nic to L1\n}\n", "device", "Add 'mechanism passthrough.physical'",
				head + "mechanism mine for x86.vmx { implementation \"org.trapline.mechanism.passthrough\" }\n"
						+ "stack S on Skylake {\n\tL0 Kvm guest L1\n\tmechanism mine, passthrough.physical\n\tassign nic to L1\n}\n");
	}

	@Test
	public void theLibraryOfWhatPutsADeviceSomewhereIsImported() {
		assertFixed("import \"org.trapline.cpu.x86/skylake\"\nstack S on Skylake { L0 Kvm guest L1 assign nic to L1 }\n", "device",
				"Add import \"org.trapline.mechanism.passthrough/passthrough-x86\"", "import \"org.trapline.cpu.x86/skylake\"\n"
						+ "import \"org.trapline.mechanism.passthrough/passthrough-x86\"\nstack S on Skylake { L0 Kvm guest L1 assign nic to L1 }\n");
	}

	@Test
	public void aStepAsksForWhatItNeeds() {
		assertStudyFixed("hypervisor H for arm.v8_3 { exit { step \"x\" { read ICH_HCR_EL2 } } }\n", "cpu-lacks", "Add 'when cpu has GICV3'",
				"hypervisor H for arm.v8_3 { exit { step \"x\" when cpu has GICV3 { read ICH_HCR_EL2 } } }\n");
	}

	@Test
	public void aStepThatAsksForSomethingAsksForThatToo() {
		assertStudyFixed("flag f\nhypervisor H for arm.v8_3 { exit { step \"x\" when f { read ICH_HCR_EL2 } } }\n", "cpu-lacks", "Add 'when cpu has GICV3'",
				"flag f\nhypervisor H for arm.v8_3 { exit { step \"x\" when f and cpu has GICV3 { read ICH_HCR_EL2 } } }\n");
	}

	@Test
	public void aRoutineThatPlacesStepsRefines() {
		assertStudyFixed("hypervisor H extends KvmNonVhe { exit { before \"FP owner\" step \"x\" { } } }\n", "refinement", "Add 'refine'",
				"hypervisor H extends KvmNonVhe { refine exit { before \"FP owner\" step \"x\" { } } }\n");
	}

	@Test
	public void aStepThatIsMisspeltIsChanged() {
		assertStudyFixed("hypervisor H extends KvmNonVhe { refine exit { remove \"FP ownr\" } }\n", "refinement", "Change to 'FP owner'",
				"hypervisor H extends KvmNonVhe { refine exit { remove \"FP owner\" } }\n");
	}

	// ------------------------------------------------------------------------------------------- units

	@Test
	public void everyNumberWithAWrongUnitGetsARightOne() {
		assertFixed("cost c : switching = 5 GB assumed \"x\"\n", "unit", "Change the unit to cycles", "cost c : switching = 5 cycles assumed \"x\"\n");
		assertFixed("siblings s { pause 5 cycles assumed \"x\" }\n", "unit", "Change the unit to %", "siblings s { pause 5 % assumed \"x\" }\n");
		assertStudyFixed("reference r { configuration c cell hypercall on c { cycles 5 ms recalled \"x\" } }\n", "unit", "Change the unit to cycles",
				"reference r { configuration c cell hypercall on c { cycles 5 cycles recalled \"x\" } }\n");
		assertStudyFixed("reference r { configuration c cell hypercall on c { traps 5 ms recalled \"x\" } }\n", "unit", "Remove 'ms'",
				"reference r { configuration c cell hypercall on c { traps 5 recalled \"x\" } }\n");
	}

	@Test
	public void valuesWithoutTheirUnitGetOne() {
		assertFixed("experiment E { sweep clock from 1 to 2 in 3 points }\n", "unit", "Add the unit GHz", "experiment E { sweep clock from 1 to 2 GHz in 3 points }\n");
		assertFixed("experiment E { sweep clock 1, 2 ns }\n", "unit", "Change the unit to GHz", "experiment E { sweep clock 1, 2 GHz }\n");
	}

	// ------------------------------------------------------------------------------------------- all

	@Test
	public void noFixBreaksAText() {
		client.start();
		for (ProblemKind kind : ProblemKind.all()) {
			for (String example : kind.examples()) {
				client.open("a.trapline", example);
				List<Diagnostic> problems = client.diagnostics("a.trapline", found -> true);
				CodeActionContext context = new CodeActionContext(problems);
				for (var action : Client.get(client.server().getTextDocumentService()
						.codeAction(new CodeActionParams(client.file("a.trapline"), problems.getFirst().getRange(), context)))) {
					String fixed = Client.edited(example, action.getRight().getEdit().getChanges().get(client.uri("a.trapline")));
					client.open("b.trapline", fixed);
					assertTrue(action.getRight().getTitle() + " makes of\n" + example + "\nthis\n" + fixed,
							syntaxErrors(client.diagnostics("b.trapline", found -> true)) <= syntaxErrors(problems));
				}
			}
		}
	}

	private static long syntaxErrors(List<Diagnostic> problems) {
		return problems.stream().filter(each -> ProblemCodes.SYNTAX.equals(each.getCode().getLeft())).count();
	}

	// ------------------------------------------------------------------------------------------- none

	@Test
	public void whatNeedsThoughtHasNoFix() {
		assertEquals(List.of(), titles("cost c : switching = 5 cycles measured\n", "provenance"));
	}

	@Test
	public void aFileThatNobodyKnowsHasNone() {
		client.start();
		CodeActionParams params = new CodeActionParams(client.file("never.trapline"), new Range(new Position(0, 0), new Position(0, 0)), new CodeActionContext(List.of()));
		assertEquals(List.of(), Client.get(client.server().getTextDocumentService().codeAction(params)));
	}

	@Test
	public void whoAsksForOtherActionsGetsNone() {
		client.start().open("a.trapline", "contrl A\n");
		Diagnostic problem = client.diagnostics("a.trapline", found -> !found.isEmpty()).getFirst();
		CodeActionContext context = new CodeActionContext(List.of(problem), List.of(CodeActionKind.Refactor));
		assertTrue(Client.get(client.server().getTextDocumentService().codeAction(new CodeActionParams(client.file("a.trapline"), problem.getRange(), context))).isEmpty());
	}
}
