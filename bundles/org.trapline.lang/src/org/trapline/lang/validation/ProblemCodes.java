// SPDX-License-Identifier: EPL-2.0
// Longer than 400 lines: a table with one entry for each kind of problem, and no code.
package org.trapline.lang.validation;

/** Stable codes of the kinds of problem that the language reports. */
public final class ProblemCodes {

	private static final String STUDY = """
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"
			""";
	private static final String VM = STUDY + "stack Vm on Moonshot { L0 KvmNonVhe guest L1 }\n";

	private static final String FLOW_OF = "import \"org.trapline.cpu.smt/haswell-smt\"\nclosed-loop f { clients 1 requests 10 ";
	private static final String PLAN = VM + "experiment E { stacks Vm workload hypercall measure traps, cycles ";

	private static final String SMT = "import \"org.trapline.cpu.smt/haswell-smt\"\n";

	// ------------------------------------------------------------------------------------------- texts and names

	/** A syntax error. */
	@Explained(value = """
			The text does not follow the grammar. The message names the first unexpected word, and what is expected in its place. The parser skips only the
			wrong words: the rest of the text is still checked, coloured and completed.
			""", examples = { "stac S on P { }", "workload w { do", "control A\ncontrol 5", "platform P { clock 2.4 GHZ }", "import \"org.trapline.cpu.arm/arm" })
	public static final String SYNTAX = "syntax";

	/** A version of the language that there is not, or not yet. */
	@Explained(value = """
			The first line of a file may say which version of the language it is written in: "language 2". A file that does not is of version 1. Every version
			reads the files of those before it.
			""", examples = { "language 3\ncontrol A", "language 0\ncontrol A" })
	public static final String LANGUAGE_VERSION = "language-version";

	/** A word of an earlier version of the language. */
	@Explained(value = """
			A word of the language has been renamed to the term that the field uses. The old word means the same and is still read; "trapline format --upgrade"
			replaces it.
			""", examples = { "flow f { clients 1 requests 10 on elsewhere { for 5 us assumed \"x\" } }" })
	public static final String RENAMED_WORD = "renamed-word";

	/** A name that nothing has. */
	@Explained(value = """
			Neither this file nor its imports define an element of the expected kind with this name. Names are case-sensitive and written in full. Imports are
			transitive.
			""", examples = { STUDY + "stack S on Moonshoot { L0 KvmNonVhe guest L1 }", "stack S on Nowhere { }" })
	public static final String UNKNOWN_NAME = "unknown-name";

	/** A name that several imported files define. */
	@Explained(value = """
			More than one imported file defines this name, and this file does not. Elements of a file with a namespace can be qualified with it; elements of
			two files without a namespace cannot be distinguished. A cost that a plug-in takes by its name has to be the only cost of that name with a value.
			""", examples = { "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.cpu.x86/skylake\"\n"
			+ "stack S on Skylake { L0 Kvm guest L1 }\nexperiment E { stacks S workload hypercall measure traps }", """
					import "org.trapline.cpu.x86/skylake"
					cost vm_exit : transition = 5 cycles assumed "x"
					platform P { cpu x86.vmx clock 1 GHz costs Skylake }
					""" })
	public static final String AMBIGUOUS_NAME = "ambiguous-name";

	/** An import of a library that no plug-in has, or of a file that does not exist. */
	@Explained(value = """
			An import names a library of an installed plug-in, as BUNDLE/NAME, or a file by its path from this one, which ends in .trapline.
			Names that a failed import may define are not reported as unknown.
			""", examples = { "import \"http://localhost/a.trapline\"", "import \"org.nowhere/lib\"", "import \"nowhere.trapline\"" })
	public static final String UNKNOWN_IMPORT = "unknown-import";

	/** Two elements of one kind with the same name, or a repeated entry of a list. */
	@Explained(value = """
			Elements of one kind have different names in a file, lists name each thing once, and an experiment says each thing once: of two, nobody could say
			which one is meant.
			An element may have the name of an imported one; the file then means its own. What is imported twice is there once.
			""", examples = { "control A\ncontrol A", STUDY + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" defer { HCR_EL2, HCR_EL2 } }",
			"cost c : switching\ncosts t { c = 1 cycles assumed \"a\" c = 2 cycles assumed \"b\" }", STUDY + "hypervisor H for arm.v8_0 { exit { } exit { } }",
			STUDY + "hypervisor H for arm.v8_0 { configure guest { TAC } configure guest { TDA } }",
			VM + "experiment E { stacks Vm, Vm workload hypercall measure traps }", PLAN + "measure traps }", PLAN + "seed 1 seed 2 }",
			VM + "stack S extends Vm { mechanism neve, neve }",
			"import \"org.trapline.cpu.arm/arm\"\nimport \"org.trapline.cpu.arm/arm\"",
			STUDY + "hypervisor H extends KvmNonVhe { written from neve.sosp17, neve.sosp17 }", STUDY + "reference r { describes KvmNonVhe, KvmNonVhe }" })
	public static final String DUPLICATE_NAME = "duplicate-name";

	/** An element that extends or signals itself. */
	@Explained(value = """
			An element inherits the parts that it does not define from the element that it extends; an operation that is signalled is performed by another
			vCPU. Neither may lead back to itself.
			""", examples = { "costs a extends b { }\ncosts b extends a { }",
			STUDY + "operation ping : HVC costs exception_entry traps always signals ping after ipi_delivery" })
	public static final String CYCLE = "extends-itself";

	// ------------------------------------------------------------------------------------------- plug-ins

	/** An implementation that no plug-in contributes. */
	@Explained(value = """
			Text says what traps; Java decides how a class of CPUs or a mechanism makes use of it. The implementation is the id of such a
			contribution of an installed plug-in. CPUs inherit theirs. A CPU that rules alone decide for needs none, but the cost of a trap: "trap costs COST".
			""", examples = { "cpu c { }", "cpu c { implementation \"org.z80\" }", STUDY + "mechanism m for arm.v8_3 { implementation \"org.m\" }" })
	public static final String UNKNOWN_IMPLEMENTATION = "unknown-implementation";

	/** An exit code that the architecture does not have. */
	@Explained(value = "The exit code of an operation is the architecture's number for its exit reason. The plug-in of the CPU defines these numbers.", examples = """
			import "org.trapline.cpu.x86/x86"
			cost c : handling
			operation odd : HLT exit 999 costs c traps always
			hypervisor H for x86.vmx { handle odd { } }
			""")
	public static final String UNKNOWN_EXIT = "unknown-exit";

	// ------------------------------------------------------------------------------------------- registers and mechanisms

	/** A redirected register without a target, or a target without redirection. */
	@Explained(value = """
			A redirected access needs a target register; a deferred or cached access has none. A slot in the deferred access page is for deferred registers
			only.
			""", examples = { STUDY + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" redirect { HCR_EL2 } }",
			STUDY + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" redirect { HCR_EL2 at 0x78 } }" })
	public static final String REDIRECTION = "redirection";

	/** Two rules for one thing under the same controls. */
	@Explained(value = "Under the same controls a register has one treatment and one place: of two rules, the second would never hold.", examples = {
			STUDY + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" defer { HCR_EL2 } cached { HCR_EL2 } }",
			STUDY + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" redirect { ELR_EL2 to ELR_EL1, ELR_EL1 to ELR_EL2 } }",
			STUDY + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" defer { HCR_EL2 at 0x78, VTTBR_EL2 at 0x78 } }" })
	public static final String CONTRADICTION = "contradiction";

	/** A mechanism without another one that it needs. */
	@Explained(value = "Some mechanisms work only together with others; the definition of a mechanism names those that it needs.",
			examples = { "import \"org.trapline.cpu.x86/skylake\"\nimport \"org.trapline.mechanism.passthrough/passthrough-x86\"\nstack S on Skylake { L0 Kvm L1 Kvm guest L2 mechanism passthrough.posted }",
			"""
					import "org.trapline.cpu.arm/x-gene"
					mechanism one for arm.v8_0 { implementation "org.trapline.mechanism.neve" }
					mechanism other for arm.v8_0 { implementation "org.trapline.mechanism.neve" needs one }
					stack Less on Moonshot { L0 KvmNonVhe guest L1 mechanism other }
					stack More extends Less on Moonshot { }
					""" })
	public static final String MECHANISM_NEEDS = "mechanism-needs";

	/** Two mechanisms that exclude each other. */
	@Explained(value = "Two mechanisms that decide about the same accesses in different ways cannot be used at once.", examples = """
			import "org.trapline.cpu.arm/x-gene"
			mechanism one for arm.v8_0 { implementation "org.trapline.mechanism.neve" }
			mechanism other for arm.v8_0 { implementation "org.trapline.mechanism.neve" excludes one }
			stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism one, other }
			""")
	public static final String MECHANISM_EXCLUDES = "mechanism-excludes";

	/** A mechanism that a level does not pass on. */
	@Explained(value = """
			A mechanism works at nested levels only where each hypervisor below passes it on to its guests. A level with "without" does not pass it on; a
			hypervisor that does not use what the mechanism offers runs as without it.
			""", examples = { STUDY + "stack S on Moonshot { L0 KvmNonVhe without neve L1 KvmNonVhe guest L2 mechanism neve }",
			STUDY + "stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe without neve guest L2 }", """
					import "org.trapline.cpu.arm/x-gene"
					control NEW
					mechanism offering for arm.v8_3 { implementation "org.trapline.mechanism.neve" offers NEW }
					stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism offering }
					""" })
	public static final String NOT_PASSED_ON = "not-passed-on";

	/** A hypervisor on a CPU that cannot run it. */
	@Explained(value = """
			At every level, a hypervisor needs the CPU that it is for, or a later one, with everything that it uses. The CPU that a level sees is the
			machine's, with the controls that the levels below offer and without those that they hide.
			""", examples = { STUDY + "hypervisor H for arm.v8_0 { runs with E2H }", STUDY + "hypervisor H for arm.v8_3 { exit { step { read ICH_HCR_EL2 } } }", """
					import "org.trapline.cpu.arm/x-gene"
					platform Old { cpu arm.v8_0 clock 1 GHz costs XGene }
					stack S on Old { L0 KvmVhe guest L1 }
					""", """
					import "org.trapline.cpu.arm/x-gene"
					platform Old { cpu arm.v8_0 clock 1 GHz costs XGene }
					stack S on Old { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
					""", """
					import "org.trapline.cpu.arm/x-gene"
					cpu own extends arm.v8_4_gicv3 { }
					hypervisor Reading for own { exit { step "look" { read ICH_HCR_EL2 } } }
					hypervisor Hiding extends KvmNonVhe for own { hides GICV3 }
					platform New { cpu own clock 1 GHz costs XGene }
					stack S on New { L0 Hiding L1 Reading guest L2 }
					""" })
	public static final String CPU_LACKS = "cpu-lacks";

	/** A hypervisor that runs a guest hypervisor without support for nested virtualization. */
	@Explained(value = """
			A hypervisor with support for nested virtualization handles the instruction by which a guest hypervisor enters its guest. Not all models have it;
			the model of Xen is for a guest hypervisor only.
			""", examples = "import \"org.trapline.cpu.x86/skylake\"\nimport \"org.trapline.cpu.x86/xen-4-10\"\nstack S on Skylake { L0 Kvm L1 Xen L2 Kvm guest L3 }")
	public static final String NO_HANDLER = "no-handler";

	/** A mechanism on a CPU that it does not support. */
	@Explained(value = "A mechanism is for a CPU: the machine has to have that CPU, or a later one, with everything that the mechanism needs.", examples = {
			STUDY + "platform Old { cpu arm.v8_0 clock 1 GHz costs XGene }\nstack S on Old { L0 KvmNonVhe guest L1 mechanism neve }",
			STUDY + "platform Old { cpu arm.v8_0 clock 1 GHz costs XGene }\nstack S on Moonshot { L0 KvmNonVhe guest L1 mechanism neve }\nstack T extends S on Old { }" })
	public static final String MECHANISM_CPU = "mechanism-cpu";

	// ------------------------------------------------------------------------------------------- numbers

	/** A unit of the wrong dimension. */
	@Explained(value = "Units of one dimension are converted: a clock is in kHz, MHz or GHz, a size in B to GiB. A time is not a frequency.", examples = {
			STUDY + "platform P { cpu arm.v8_3 clock 2 ms costs XGene }", "siblings s { pause 5 cycles assumed \"x\" }",
			STUDY + "reference r { configuration c cell hypercall on c { traps 5 ms recalled \"x\" cycles 5 ms recalled \"x\" } }", "cost c : switching = 5 GB assumed \"x\"", """
					import "org.trapline.cpu.arm/x-gene"
					migration move { level L1 memory 12 ms dirty 100 MB/s link 10 Gb/s downtime 300 ms rounds 30 }
					""", FLOW_OF + "request 5 ms on vcpu { do cpuid } }", FLOW_OF + "on vcpu { do cpuid 5 us assumed \"x\" } }",
			FLOW_OF + "on vcpu { for 5 Gb/s assumed \"x\" } }", FLOW_OF + "request 1 KiB on wire { send at 5 us assumed \"x\" } }",
			PLAN + "sweep threads 2 GHz }", PLAN + "sweep clock 2 }" })
	public static final String UNIT = "unit";

	/** A cost without status or source. */
	@Explained(value = """
			Every cost has a status (measured, derived, fitted or assumed) and a source; a fitted cost names the published values that it was fitted to. A
			value that was fitted to a cell is not a prediction of it; results distinguish the two.
			""", examples = { "cost c : switching = 5 cycles fitted \"somehow\"", STUDY + "cost c : switching = 5 cycles measured \"paper\" to neve.sosp17(hypercall, vm, cycles)",
			"cost c : switching = 5 cycles measured" })
	public static final String PROVENANCE = "provenance";

	/** An interval that is none, or does not hold its value. */
	@Explained(value = """
			A cost may have an interval in place of one number: "30 to 60 cycles", whose nominal value is the middle, "1200 ± 90 cycles" (or "+-"), or with a nominal value of
			its own, "40 within 30 to 60 cycles". What is computed uses the nominal value. Neither it nor an end of the interval is below 0.
			""", examples = { "cost c : switching = 60 to 30 cycles assumed \"x\"", "cost c : switching = 70 within 30 to 60 cycles assumed \"x\"",
			"cost c : switching = 30 ± 40 cycles assumed \"x\"", "cost c : switching = -5 cycles assumed \"x\"" })
	public static final String INTERVAL = "interval";

	/** A number that the thing it is for does not take. */
	@Explained(value = "A number is outside of what makes sense, or of what the plug-in takes that reads it.", examples = {
			STUDY + "costs t { deferred_access = 9 cycles assumed \"slow\" }", "cost c : switching = 2.5 cycles assumed \"x\"",
			"cost c : switching = 2000000000000 cycles assumed \"x\"", STUDY + "platform P { cpu arm.v8_3 clock 0 GHz costs XGene }",
			STUDY + "platform P { cpu arm.v8_3 clock 2400 GHz costs XGene }", """
					import "org.trapline.cpu.arm/x-gene"
					migration move { level L1 memory 0 GB dirty 100 MB/s link 10 Gb/s downtime 300 ms rounds 30 }
					""", """
					import "org.trapline.cpu.arm/x-gene"
					migration move { level L1 memory 0.5 B dirty 100 MB/s link 10 Gb/s downtime 300 ms rounds 30 }
					""", """
					import "org.trapline.cpu.arm/x-gene"
					migration move { level L1 memory 1 GB dirty 100 MB/s link 10 Gb/s downtime 300 ms rounds 1000000 }
					""", STUDY + "platform P { cpu arm.v8_3 clock 1 GHz cores 0 costs XGene }", "closed-loop f { clients 1 requests 100000000 }", FLOW_OF + "request 0 B on vcpu { do cpuid } }",
			FLOW_OF + "request 1 KiB on wire { send at 0 Gb/s assumed \"x\" } }",
			FLOW_OF + "on vcpu { do cpuid 2000000000 times assumed \"x\" } }",
			FLOW_OF + "on delay { for 20000 s assumed \"x\" } }",
			FLOW_OF + "request 1 GB on wire { send at 1 Kb/s assumed \"x\" } }",
			FLOW_OF + "request 1000000 GB on vcpu { do cpuid } }",
			"cost c : switching = 2000000 s assumed \"x\"" })
	public static final String OUT_OF_BOUNDS = "out-of-bounds";

	/** A cost that a stack uses and that has no value. */
	@Explained(value = """
			A stack can run when every cost that it may charge has a value: in the cost table of its platform, in one that the table extends, or as the cost's
			default. The plug-in of a CPU takes some costs by their names, for instance that of a trap.
			""", examples = { STUDY + """
					cost extra : handling
					hypervisor Small for arm.v8_0 { handle hypercall { step { work extra } } }
					stack S on Moonshot { L0 Small guest L1 }
					""", """
					import "org.trapline.cpu.x86/x86"
					costs Few { shadow_vmcs_access = 1 cycles assumed "x" }
					platform P { cpu x86.vmx clock 1 GHz costs Few }
					""" })
	public static final String COST_WITHOUT_VALUE = "cost-without-value";

	// ------------------------------------------------------------------------------------------- hypervisors

	/** A refinement that does not fit the inherited routine. */
	@Explained(value = """
			A routine that refines an inherited one names the steps that it changes by their titles. Without "refine" a routine replaces the inherited one
			completely.
			""", examples = { STUDY + "hypervisor H extends KvmNonVhe { exit { before \"FP owner\" step \"x\" { } } }",
			STUDY + "hypervisor H extends KvmNonVhe { exit { remove \"FP owner\" } }", STUDY + "hypervisor H for arm.v8_0 { refine exit { } }",
			STUDY + "hypervisor H extends KvmNonVhe { refine exit { remove \"FP ownr\" } }",
			STUDY + "hypervisor H extends KvmNonVhe { refine exit { before \"FP ownr\" step \"x\" { } } }" })
	public static final String REFINEMENT = "refinement";

	// ------------------------------------------------------------------------------------------- platforms and stacks

	/** An incomplete element. */
	@Explained(value = "Without the missing part the element cannot be run. A stack also inherits parts from the one that it extends.", examples = {
			"platform p { }", "stack s { }", "experiment e { }", "hypervisor h { }",
			VM + "experiment E { stacks Vm workload hypercall measure traps chart bars of cycles by stack }", "migration m { }", "closed-loop f { }",
			VM + "experiment E { stacks Vm workload hypercall measure speedup }", PLAN + "chart reasons of cycles by stack }",
			VM + "experiment E { stacks Vm workload hypercall measure traps extrapolation \" \" }",
			STUDY + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" defer { HCR_EL2 } }",
			STUDY + "mechanism m for arm.v8_0 { implementation \"org.trapline.mechanism.paravirt\" }" })
	public static final String INCOMPLETE = "incomplete";

	/** Levels that skip, repeat, or do not end below the guest. */
	@Explained(value = "Levels count from L0, the hypervisor on the hardware, without a gap; the guest runs right above the last hypervisor.", examples = {
			STUDY + "stack S on Moonshot { L0 KvmNonVhe L0 KvmVhe guest L1 }", STUDY + "stack S on Moonshot { L1 KvmNonVhe guest L2 }",
			STUDY + "stack S on Moonshot { L0 KvmNonVhe guest L1 }\nstack T extends S { guest L2 }",
			STUDY + "stack S on Moonshot { L1 KvmNonVhe guest L2 }\nstack T extends S on Moonshot { }",
			STUDY + """
					stack Deep on Moonshot {
						L0 KvmNonVhe L1 KvmNonVhe L2 KvmNonVhe L3 KvmNonVhe L4 KvmNonVhe L5 KvmNonVhe L6 KvmNonVhe L7 KvmNonVhe L8 KvmNonVhe
						L9 KvmNonVhe L10 KvmNonVhe L11 KvmNonVhe L12 KvmNonVhe L13 KvmNonVhe L14 KvmNonVhe L15 KvmNonVhe L16 KvmNonVhe
						guest L17
					}
					""", VM + "migration move { level L0 memory 1 GB dirty 1 MB/s link 1 Gb/s downtime 1 ms rounds 3 }",
			VM + "migration move { level L2 memory 1 GB dirty 1 MB/s link 1 Gb/s downtime 1 ms rounds 3 }\nexperiment E { stacks Vm workload move measure downtime }",
			STUDY + """
					flag a flag b flag c flag d flag e
					hypervisor H extends KvmNonVhe { refine exit { step { remember a, b, c, d, e } } }
					stack S on Moonshot { L0 H L1 H L2 H L3 H L4 H L5 H L6 H L7 H L8 H L9 H L10 H L11 H L12 H guest L13 }
					""" })
	public static final String LEVELS = "levels";

	/** A device that does not exist, is assigned too often, or is not assigned where a mechanism needs it. */
	@Explained(value = """
			A device of the platform can be assigned to as many virtual machines of the stack as it has functions. A mechanism for physical device assignment
			needs a device that is assigned to the guest on top; without such a mechanism an assignment has no effect.
			""", examples = {
			STUDY + "stack S on Moonshot { L0 KvmNonVhe guest L1 assign nic to L1 }",
			STUDY + "import \"org.trapline.mechanism.passthrough/passthrough-arm\"\nstack S on Moonshot { L0 KvmNonVhe guest L1 assign nic to L1 }",
			STUDY + "stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 assign nic to L1 }",
			STUDY + """
					platform P { cpu arm.v8_3 clock 1 GHz costs XGene device nic : network }
					stack S on P { L0 KvmNonVhe guest L1 assign nic to L2 }
					""", STUDY + """
					platform P { cpu arm.v8_3 clock 1 GHz costs XGene device nic : network }
					stack S on P { L0 KvmNonVhe L1 KvmNonVhe guest L2 assign nic to L1 assign nic to L2 }
					""", VM + """
					mechanism physical for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware ASSIGNED_DEVICE migration impossible }
					stack Physical extends Vm { mechanism physical }
					""" })
	public static final String DEVICE = "device";

	/** A stage of a flow with a demand that its server cannot serve. */
	@Explained(value = """
			Requests of a flow do operations on the vCPU of the guest, or on that of the backend that serves its device; a delay station and a wire only take
			time. The data of the request is what is sent over a link.
			""", examples = { FLOW_OF + "on vcpu unless ASSIGNED_DEVICE { do cpuid } }", FLOW_OF + "on wire { do cpuid } }",
			FLOW_OF + "on wire { send at 10 Gb/s assumed \"a link\" } }" })
	public static final String FLOW = "flow";

	/** An invalid sweep. */
	@Explained(value = """
			A sweep varies a parameter over a list of values, or over a range with a number of points, linear or logarithmic. Several sweeps form a grid of
			all combinations, unless a Latin hypercube samples the ranges. Published values were measured at one point, so that they are not compared with the
			results of sweeps.
			""", examples = { PLAN + "sweep threads 0 }", PLAN + "sweep clock from 0 to 1 GHz in 2 points }", PLAN + "sweep threads 2, 2 }", PLAN + "sweep threads from 4 to 2 }",
			PLAN + "sweep threads from 2 to 4 in 1 points }", PLAN + "sweep threads 2 sweep threads 3 }", PLAN + "sweep threads 2, 3 latin hypercube 4 points }",
			PLAN + "sweep threads from 2 to 4 in 2 points latin hypercube 4 points }", PLAN + "latin hypercube 4 points }", PLAN + "sweep clients 1, 2 }",
			PLAN + "sweep threads from 1 to 1000 sweep clock from 1 to 3 GHz in 100000 points }",
			PLAN + "sweep threads 2 reference neve.sosp17 { Vm = vm } }", PLAN + "chart lines of traps over threads }", PLAN + "chart lines of traps }",
			PLAN + "summary }", PLAN + "sweep threads 2, 3 summary chart lines of traps over threads }",
			PLAN + "sweep exception_entry from 0 to 8 cycles in 3 points logarithmic }", PLAN + "sweep clock from 1 to 2 GHz latin hypercube 0 points }" })
	public static final String SWEEP = "sweep";

	/** What makes no difference to a chart. */
	@Explained(value = "Only lines and heat maps are charts over parameters of a sweep. Bars never have a logarithmic axis: their lengths would have no meaning.", examples = {
			PLAN + "sweep threads 2, 3 chart bars of traps over threads }",
			PLAN + "sweep threads 2, 3 sweep run_loop from 1 to 9 cycles in 3 points chart lines of traps over threads and run_loop }",
			PLAN + "chart bars of traps by stack logarithmic }" })
	public static final String CHART_OPTION = "chart-option";

	/** Replications that say nothing. */
	@Explained(value = """
			Flows are random: replications run them several times with different random numbers, to get confidence intervals of their means. Their number is
			fixed, or they continue until a metric's 95 % confidence interval is narrow enough. Operations and migrations are not random.
			""", examples = { PLAN + "replications 3 }", PLAN + "replications 20000 }", PLAN + "replications 1 to 5 until latency within 1 % }",
			PLAN + "replications 2 to 5 until traps within 1 % }", PLAN + "replications 2 to 5 until latency within 0 % }",
			PLAN + "replications 0 }" })
	public static final String REPLICATIONS = "replications";

	/** Hardware threads that do not exist, or are used twice. */
	@Explained(value = """
			A platform has a number of hardware threads per core. A mechanism that needs more cannot run there; a sibling thread that a mechanism uses is not
			available to others, and its cost is in the platform's "siblings".
			""", examples = { SMT + "platform Off { cpu x86.haswell clock 1 GHz threads 1 costs HaswellByParts }\nstack S on Off { L0 KvmByParts L1 KvmByParts guest L2 mechanism svt.software }",
			SMT + "platform Mute { cpu x86.haswell clock 1 GHz threads 2 costs HaswellByParts }\nstack S on Mute { L0 KvmByParts L1 KvmByParts guest L2 mechanism svt.software }",
			SMT + "stack S on HaswellSmt { L0 KvmByParts guest L1 pin L2 vcpu 0 to core 0 }",
			SMT + "stack S on HaswellSmt { L0 KvmByParts guest L1 pin L1 vcpu 0 to core 16 }",
			SMT + "stack S on HaswellSmt { L0 KvmByParts guest L1 pin L1 vcpu 0 to core 0 thread 2 }",
			SMT + "stack S on HaswellSmt { L0 KvmByParts guest L1 pin L1 vcpu 0 to core 0 thread 1 pin L1 vcpu 1 to core 0 thread 1 }",
			SMT + "stack S on HaswellSmt { L0 KvmByParts guest L1 pin L1 vcpu 0 to core 0 pin L1 vcpu 0 to core 1 }",
			SMT + "stack S on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 pin L2 vcpu 0 to core 0 pin L2 vcpu 1 to core 0 thread 1 }\n"
					+ "stack T extends S { mechanism svt.software }",
			SMT + "stack S on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 mechanism svt.software pin L2 vcpu 0 to core 0 pin L2 vcpu 1 to core 0 thread 1 }",
			SMT + "stack S on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 mechanism svt.hardware }\nexperiment E { stacks S workload cpuid measure traps sweep threads 1, 2 }" })
	public static final String THREADS = "threads";

	/** A stack that cannot migrate. */
	@Explained(value = "A virtual machine can migrate when all of its state can be saved. No hypervisor can save the state of a physical device.",
			examples = VM + """
					platform P { cpu arm.v8_3 clock 1 GHz costs XGene device nic : network }
					mechanism stuck for arm.v8_0 { implementation "org.trapline.mechanism.neve" migration impossible }
					stack Stuck extends Vm on P { mechanism stuck assign nic to L1 }
					migration move { level L1 memory 1 GB dirty 1 MB/s link 1 Gb/s downtime 1 ms rounds 3 }
					experiment E { stacks Stuck workload move measure downtime }
					""")
	public static final String MIGRATION = "migration";

	// ------------------------------------------------------------------------------------------- experiments

	/** A metric that does not exist or that no workload has, or a chart that cannot show it. */
	@Explained(value = """
			Operations have traps, cycles, time, exits and the metrics that plug-ins add; migrations have time, downtime, rounds and what is transferred; closed
			loops have latency with its percentiles, throughput, bandwidth, utilization and exits. Exits are a table by level and exit reason: no chart but
			one of
			reasons shows them, and no published number can be compared with them.
			""", examples = { VM + "experiment E { stacks Vm workload hypercall measure downtime }", PLAN + "chart cdf of traps }", PLAN + "measure cyclse }",
			PLAN + "chart bars of exits by stack }", PLAN + "measure exits sweep threads 1, 2 summary }", PLAN + "chart reasons of traps by stack }", PLAN + "chart levels of traps by stack }",
			VM + "experiment E { stacks Vm workload hypercall measure exits reference neve.sosp17 { Vm = vm tolerance exits 10 % } }" })
	public static final String MEASURE = "measure";

	/** A comparison without effect, or a second one of the same stack. */
	@Explained(value = "Each stack of the experiment is compared with one configuration of the published table.", examples = {
			VM + "stack Other extends Vm { }\nexperiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm, Other = v8_3 } }",
			VM + "experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm, Vm = v8_3 } }" })
	public static final String REFERENCE = "reference";

	/** A tolerance that has no effect, is declared twice, does not fit its metric, or has no reason. */
	@Explained(value = """
			A tolerance is the largest difference of simulated values from the published ones. For traps it is a whole number or a percentage, for all other
			metrics a percentage. A tolerance for some values only needs a reason.
			""", examples = { VM + "experiment E { stacks Vm workload hypercall measure cycles reference neve.sosp17 { Vm = vm tolerance cycles 10 } }",
			VM + "experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm tolerance traps 0 % } }",
			VM + "experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm tolerance traps 2.5 } }",
			VM + "experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm tolerance traps 2 for hypercall because \"\" } }",
			VM + "experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm tolerance traps 2 for hypercall } }",
			VM + "experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm tolerance cycles 10 % } }",
			VM + "experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm tolerance traps 2 for device_io because \"x\" } }",
			VM + "stack Other extends Vm { }\nexperiment E { stacks Vm, Other workload hypercall measure traps reference neve.sosp17 { Vm = vm tolerance traps 2 for hypercall on Other because \"x\" } }",
			VM + "experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm tolerance traps 2 tolerance traps 3 } }" })
	public static final String TOLERANCE = "tolerance";

	private ProblemCodes() {
	}
}
