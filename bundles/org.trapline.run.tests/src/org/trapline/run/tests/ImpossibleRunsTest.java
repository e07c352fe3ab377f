// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;

/** What makes a run impossible is found by a check, at its place, in the words in which a run would end. */
@RunWith(Parameterized.class)
public class ImpossibleRunsTest {

	private static final String ARM = """
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"
			""";
	private static final String X86 = """
			import "org.trapline.cpu.x86/skylake"
			stack Good on Skylake { L0 Kvm guest L1 }
			""";
	private static final String SMT = "import \"org.trapline.cpu.smt/haswell-smt\"\n";
	/** A hypervisor that handles nothing. */
	private static final String DEAF = "hypervisor Deaf for x86.vmx { configure guest { HLT_EXITING } }\nstack S on Skylake { L0 Deaf guest L1 }\n";
	private static final String FLOW = X86 + "closed-loop f { clients 1 requests 10 ";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final String text;
	private final String problem;

	/** @param problem {@code LINE:COLUMN MESSAGE} */
	public ImpossibleRunsTest(String name, String text, String problem) {
		this.text = text;
		this.problem = problem;
	}

	@Parameters(name = "{0}")
	public static List<Object[]> studies() {
		return List.of(new Object[][] {
				// ---------------------------------------------------------------------------------- what plug-ins need
				{ "a cost that the CPU takes by its name", """
						import "org.trapline.cpu.x86/x86"
						costs Few { shadow_vmcs_access = 1 cycles assumed "x" }
						hypervisor H for x86.vmx { handle cpuid { } }
						platform P { cpu x86.vmx clock 1 GHz costs Few }
						stack S on P { L0 H guest L1 }
						experiment E { stacks S workload cpuid measure traps }
						""", "4:44 cpu 'x86.vmx' takes the cost 'vm_exit' by its name, and cost table 'Few' gives it no value: add 'vm_exit = … cycles …' there" },
				{ "two costs of the name that the CPU takes", X86 + """
						cost vm_exit : transition = 5 cycles assumed "x"
						platform P { cpu x86.vmx clock 1 GHz costs Skylake }
						stack S on P { L0 Kvm guest L1 }
						experiment E { stacks S workload cpuid measure traps }
						""", "4:18 cpu 'x86.vmx' takes the cost 'vm_exit' by its name, and 2 costs of that name have a value: 'vm_exit' of own.trapline and "
						+ "'x86.vm_exit' of \"org.trapline.cpu.x86/x86\"; give one of them another name, or take the value of one away" },
				{ "a mechanism without the CPU that it prototypes", ARM + """
						mechanism m for arm.v8_0 { implementation "org.trapline.mechanism.paravirt" }
						stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism m }
						experiment E { stacks S workload hypercall measure traps }
						""", "3:11 mechanism 'm' does not say which CPU it prototypes: add 'emulates CPU'" },
				{ "hardware without a control", ARM + """
						mechanism m for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" }
						stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism m }
						experiment E { stacks S workload hypercall measure traps }
						""", "3:11 mechanism 'm' does nothing: add 'hardware CONTROL', 'offers CONTROL' or treatments of registers" },
				{ "accesses that become loads without a cost", ARM + """
						mechanism m for arm.v8_3 { implementation "org.trapline.mechanism.neve" defer { HCR_EL2 } }
						stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism m }
						experiment E { stacks S workload hypercall measure traps }
						""", "3:73 accesses to these registers are deferred to memory, and the cost of a deferred access is missing: add 'deferred access costs COST' "
						+ "before the first list of registers" },
				{ "a mechanism on too few hardware threads", SMT + """
						mechanism m for x86.haswell { implementation "org.trapline.cpu.smt" }
						platform P { cpu x86.haswell clock 1 GHz threads 1 costs HaswellByParts }
						stack S on P { L0 KvmByParts L1 KvmByParts guest L2 mechanism m }
						experiment E { stacks S workload cpuid measure traps }
						""", "4:63 mechanism 'm' needs 2 hardware threads on a core, and platform 'P' has 1: write 'threads 2' there" },
				{ "a mechanism on hardware threads that a sweep takes away", SMT + """
						stack S on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 mechanism svt.software }
						experiment E { stacks S workload cpuid measure traps sweep threads 1, 2 }
						""", "3:54 stack 'S' cannot run with threads = 1: its mechanism 'svt.software' needs 2 hardware threads on a core; sweep from there on, "
						+ "or leave the stack out" },
				// ---------------------------------------------------------------------------------- what only an expansion finds
				{ "a handler that a workload leads to", X86 + DEAF + "experiment E { stacks Good, S workload cpuid measure traps }\n",
						"4:7 stack S: hypervisor Deaf at L0 has no handler for cpuid, for which L1 exits: give it one, or choose a hypervisor there that has one" },
				{ "a handler that the baseline lacks", X86 + DEAF + "experiment E { stacks Good workload cpuid measure speedup baseline S }\n",
						"4:7 stack S: hypervisor Deaf at L0 has no handler for cpuid, for which L1 exits: give it one, or choose a hypervisor there that has one" },
				{ "a handler that the operation of a flow leads to", X86 + DEAF + """
						closed-loop f { clients 1 requests 10 on vcpu { do cpuid } }
						experiment E { stacks S workload f measure latency }
						""", "4:7 stack S: hypervisor Deaf at L0 has no handler for cpuid, for which L1 exits: give it one, or choose a hypervisor there that has one" },
				{ "counts beyond what is counted", ARM + "stack S on Moonshot { " + levels(16, "KvmNonVhe") + " }\nexperiment E { stacks S workload hypercall measure traps }\n",
						"3:7 stack 'S': cost exception_entry at L0 of workload 'hypercall' exceeds 2^63 - 1: take fewer levels" },
				{ "counts beyond what is counted where a sweep ends", ARM + "stack S on Moonshot { " + levels(8, "KvmNonVhe")
						+ " }\nexperiment E { stacks S workload hypercall measure cycles sweep exception_entry 1, 999999999 cycles }\n",
						"3:7 stack 'S': cost exception_entry at L0 of workload 'hypercall' exceeds 2^63 - 1: take fewer levels (at exception_entry = 999999999 cycles)" },
				{ "memory of hypervisors that does not fit", X86 + """
						flag a flag b flag c flag d flag e flag f
						hypervisor H extends Kvm { refine exit { step { remember a, b, c, d, e, f } } }
						"""  + "stack S on Skylake { " + levels(12, "H") + " }\nexperiment E { stacks S workload cpuid measure traps }\n",
						"5:7 the 12 hypervisors of stack 'S' have 8 flags each: 64 fit in all; take fewer levels, or hypervisors with fewer flags" },
				{ "memory of hypervisors that is never the same", X86 + """
						flag a flag b
						hypervisor H extends Kvm { refine exit { step when a { forget a remember b } step when not a and not b { remember a } step { forget b } } }
						stack S on Skylake { L0 H guest L1 }
						experiment E { stacks S workload cpuid measure traps }
						""", "5:7 stack S: after 64 rounds of [cpuid] the hypervisors still do not remember the same before and after" },
				{ "an instruction that a prototype has no word for", """
						import "org.trapline.cpu.arm/x-gene"
						import "org.trapline.mechanism.paravirt/paravirt"
						operation odd : SMC costs exception_entry traps when NV
						hypervisor H extends KvmNonVhe { refine exit { step { do odd } } }
						platform P { cpu arm.v8_0 clock 1 GHz costs XGene }
						stack S on P { L0 KvmNonVhe L1 H guest L2 mechanism paravirt.v8_3 }
						experiment E { stacks S workload hypercall measure traps }
						""", "6:7 mechanism paravirt.v8_3: no HVC can stand for odd: the encoding has no SMC" },
				// ---------------------------------------------------------------------------------- flows and migrations
				{ "requests that take no time", X86 + """
						cost nil : handling = 0 cycles assumed "x"
						operation nop : NOP costs nil
						closed-loop f { clients 1 requests 10 on vcpu { do nop } }
						experiment E { stacks Good workload f measure latency }
						""", "2:7 flow f: its requests take no time: give one of its stages something to do" },
				{ "requests that nobody serves", """
						import "org.trapline.cpu.x86/skylake"
						import "org.trapline.mechanism.passthrough/passthrough-x86"
						closed-loop f { clients 1 requests 10 on backend unless ASSIGNED_DEVICE { do cpuid } }
						stack S on Skylake { L0 Kvm guest L1 mechanism passthrough.physical assign nic to L1 }
						experiment E { stacks S workload f measure latency }
						""", "4:7 flow f: no hypervisor serves its stage 'backend' on stack S, since the guest's device is assigned to it there: add a stage on 'vcpu'" },
				{ "requests that take too long", FLOW + "on delay { for 20000 s assumed \"x\" } }\nexperiment E { stacks Good workload f measure latency }\n",
						"3:54 this takes a request 20000 s, and latencies are recorded up to 10000 s: give it less to do" },
				{ "operations that are done too often", FLOW + "on vcpu { do cpuid 2000000000 times assumed \"x\" } }\nexperiment E { stacks Good workload f measure latency }\n",
						"3:58 an operation is done 1000000000 times for a request at most, not 2000000000" },
				{ "more memory than any machine has", X86 + """
						migration m { level L1 memory 99999999999 GB dirty 1 MB/s link 1 Gb/s downtime 1 ms rounds 3 }
						experiment E { stacks Good workload m measure downtime }
						""", "3:31 '99999999999 GB' is more than the maximum of 512 TiB" },
				{ "more clients than any sweep needs", FLOW + "on delay { for 2 s assumed \"x\" } }\nexperiment E { stacks Good workload f measure latency sweep clients 1, 999999999 }\n",
						"4:55 999999999 is not a number of clients: give a whole number from 1 to 100000" },
				{ "a cost beyond any", X86 + """
						cost slow : handling = 99999999 s assumed "x"
						experiment E { stacks Good workload cpuid measure cycles }
						""", "3:24 a cost of 99999999 s is beyond 1000000 s, the most one can be" },
				{ "a swept cost beyond any", X86 + "experiment E { stacks Good workload cpuid measure cycles sweep vm_exit 1, 99999999 s }\n",
						"3:64 a cost of 99999999 s is beyond 1000000 s, the most one can be" },
		});
	}

	private static String levels(int count, String hypervisor) {
		return IntStream.range(0, count).mapToObj(level -> "L" + level + " " + hypervisor).collect(Collectors.joining(" ")) + " guest L" + count;
	}

	@Test
	public void theCheckFindsIt() throws Exception {
		assertEquals(problem, lines(Installed.STUDIES.check(study())));
	}

	@Test
	public void theRunSaysTheSame() throws Exception {
		Path study = study();
		InvalidStudyException refused = assertThrows(InvalidStudyException.class, () -> Installed.STUDIES.run(study, Optional.empty()));
		assertEquals(problem, lines(refused.diagnostics()));
	}

	private Path study() throws Exception {
		return Files.writeString(folder.getRoot().toPath().resolve("own.trapline"), text);
	}

	private static String lines(List<Diagnostic> diagnostics) {
		return diagnostics.stream().filter(each -> each.severity() == Diagnostic.Severity.ERROR).map(each -> each.line() + ":" + each.column() + " " + each.message())
				.collect(Collectors.joining("\n"));
	}
}
