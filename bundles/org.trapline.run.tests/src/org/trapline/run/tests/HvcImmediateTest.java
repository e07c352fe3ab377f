// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.mechanism.paravirt.HvcImmediate;
import org.trapline.mechanism.paravirt.HvcImmediate.Kind;
import org.trapline.mechanism.paravirt.ParavirtFactory;
import org.trapline.run.explain.Explanation;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.spi.CpuModel;
import org.trapline.sim.spi.CpuSpec;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.MechanismSpec;
import org.trapline.sim.spi.RuleBasedCpu;
import org.trapline.sim.spi.Treatments;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/** The immediate of an HVC that stands for another instruction: 3 bits operation, 8 bits register, 5 bits general register. */
public class HvcImmediateTest {

	/** The registers of the Arm models, which have numbers in the order of their definition. */
	private static final List<String> REGISTERS = Pattern.compile("^\t([A-Z][A-Z0-9_]+)(?=\\s)", Pattern.MULTILINE)
			.matcher(Installed.library("org.trapline.cpu.arm/arm")).results().map(match -> match.group(1)).distinct().toList();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void everyRegisterOfTheModelsRoundTripsWithEveryGeneralRegister() {
		assertTrue("registers found: " + REGISTERS, REGISTERS.contains("HCR_EL2") && REGISTERS.contains("ICH_LR3_EL2") && REGISTERS.size() > 70);
		Set<Integer> seen = new HashSet<>();
		for (Kind kind : List.of(Kind.MRS, Kind.MSR_REGISTER, Kind.MSR_IMMEDIATE)) {
			for (int register = 0; register < REGISTERS.size(); register++) {
				for (int general = 0; general < 32; general++) {
					HvcImmediate immediate = new HvcImmediate(kind, register, general);
					int encoded = immediate.encode();
					assertTrue("16 bits", encoded >= 0 && encoded <= 0xffff);
					assertTrue(REGISTERS.get(register) + " has an immediate of its own", seen.add(encoded));
					assertEquals(immediate, HvcImmediate.decode(encoded));
				}
			}
		}
	}

	@Test
	public void instructionsWithoutARegisterRoundTrip() {
		for (Kind kind : List.of(Kind.ERET, Kind.TLBI, Kind.HVC)) {
			HvcImmediate immediate = new HvcImmediate(kind, 0, 31);
			assertEquals(immediate, HvcImmediate.decode(immediate.encode()));
		}
	}

	@Test
	public void theFieldsAreWhereTheAuthorsPutThem() {
		assertEquals(0b010_00000101_11111, new HvcImmediate(Kind.MSR_REGISTER, 5, 31).encode());
	}

	// ------------------------------------------------------------------------------------------- in the prototype

	private Explanation prototype() throws Exception {
		return Installed.STUDIES.explain(Shipped.copy("neve-sosp17", "nv2.trapline", folder.getRoot().toPath()), "NestedPrototype", "hypercall");
	}

	@Test
	public void whatThePrototypeReplacesShowsTheImmediateThatDecodesToIt() throws Exception {
		Explanation explanation = prototype();
		Set<Control> controls = explanation.machine().cpu().controls();
		Set<String> replaced = new TreeSet<>();
		for (TrapTree node : nodes(explanation.tree(), new LinkedHashSet<>())) {
			if (node.level() != 1 || !(node.what() instanceof What.Performs(var operation, Disposition.Trap(var decode, var standIn)))) {
				continue;
			}
			assertEquals(node.label() + " is replaced when the machine itself cannot trap it", !operation.traps(controls), standIn.isPresent());
			if (standIn.isPresent()) {
				assertEquals(operation.label() + " as " + standIn.get(), node.label());
				assertEquals("decoding costs", "hvc_decode", decode.orElseThrow().name());
				replaced.add(operation.label());
				HvcImmediate immediate = HvcImmediate.decode(Integer.parseInt(standIn.get().substring("hvc #0x".length()), 16));
				switch (operation) {
				case RegisterAccess(var register, var direction) -> {
					assertEquals(register.name(), REGISTERS.get(immediate.register()));
					assertEquals(direction == Direction.READ ? Kind.MRS : Kind.MSR_REGISTER, immediate.operation());
				}
				case Instruction instruction -> assertEquals(instruction.mnemonic(), immediate.operation().name());
				}
			}
		}
		assertTrue("replaced: " + replaced, replaced.containsAll(Set.of("read ESR_EL2", "write HCR_EL2", "read VBAR_EL1", "enter_guest")));
	}

	@Test
	public void thePageShowsTheImmediatesBesideTheRegisters() throws Exception {
		StringBuilder page = new StringBuilder();
		prototype().write(Explanation.WHOLE_DEPTH, false, page);
		// Counts stand at the end of a line, and long lines go on in the next one.
		String text = page.toString().replaceAll("(?m)( +[0-9,]+){2}$", "").replaceAll("\\s+", " ");
		Set<String> shown = new TreeSet<>();
		Pattern.compile("([A-Z][A-Z0-9_]+) as hvc #0x([0-9a-f]{4})").matcher(text).results().forEach(match -> {
			shown.add(match.group(1));
			assertEquals(match.group(1), REGISTERS.get(HvcImmediate.decode(Integer.parseInt(match.group(2), 16)).register()));
		});
		assertTrue("shown: " + shown, shown.containsAll(Set.of("ELR_EL2", "ESR_EL2", "SPSR_EL2", "HCR_EL2", "VTTBR_EL2", "SP_EL1")));
		assertTrue("what ARMv8.0 traps itself stays as it is", text.contains("L1 read GICH_VMCR -> traps"));
		assertTrue("accesses that differ in the immediate only are still one line", text.contains(
				"L1 read x3 -> traps, L0 handles it: ELR_EL2 as hvc #0x2640, ESR_EL2 as hvc #0x2680, SPSR_EL2 as hvc #0x2660"));
	}

	private static Set<TrapTree> nodes(TrapTree tree, Set<TrapTree> seen) {
		if (seen.add(tree)) {
			tree.children().forEach(child -> nodes(child, seen));
		}
		return seen;
	}

	@Test
	public void anInstructionThatTheEncodingLacksIsAnErrorThatNamesItAndTheMechanism() {
		CostParameter cost = new CostParameter("any", Cause.TRANSITION);
		CpuModel later = new RuleBasedCpu(new CpuSpec("later", Set.of(new Control("NV")), Map.of(), Map.of(), Treatments.none(), Optional.empty()), cost);
		Mechanism mechanism = new ParavirtFactory().create(new MechanismSpec("prototype", Treatments.none(), Optional.of(later), Optional.empty(), Set.of(),
				Set.of(), Map.of(), 1, Optional.empty()));
		TrapRule rule = new TrapRule(Set.of(Direction.READ, Direction.WRITE), true, Set.of());
		Instruction secure = new Instruction("secure_call", "SMC", cost, List.of(rule));
		GuestContext hypervisor = new GuestContext(1, true, Set.of());
		assertEquals("mechanism prototype: no HVC can stand for secure_call: the encoding has no SMC",
				assertThrows(SimulationException.class, () -> mechanism.refine(secure, hypervisor, new Disposition.Native())).getMessage());
		Register.Port port = new Register.Port(cost, AccessReason.ACCESS);
		RegisterAccess read = new RegisterAccess(new Register("LAST_EL2", 256, port, port, Optional.empty(), List.of(rule)), Direction.READ);
		assertEquals("mechanism prototype: no HVC can stand for read LAST_EL2: register 256 does not fit into 8 bits",
				assertThrows(SimulationException.class, () -> mechanism.refine(read, hypervisor, new Disposition.Native())).getMessage());
	}

	// ------------------------------------------------------------------------------------------- bad input

	@Test
	public void whatDoesNotFitIsAnError() {
		assertThrows(IllegalArgumentException.class, () -> new HvcImmediate(Kind.MRS, 256, 0));
		assertThrows(IllegalArgumentException.class, () -> new HvcImmediate(Kind.MRS, 0, 32));
		assertThrows(IllegalArgumentException.class, () -> HvcImmediate.decode(0));
		assertThrows(IllegalArgumentException.class, () -> HvcImmediate.decode(0x10000));
	}
}
