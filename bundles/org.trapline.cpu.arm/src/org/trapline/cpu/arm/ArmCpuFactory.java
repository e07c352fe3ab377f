// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.arm;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.ExitCode;
import org.trapline.sim.spi.CpuModel;
import org.trapline.sim.spi.CpuModelFactory;
import org.trapline.sim.spi.CpuSpec;
import org.trapline.sim.spi.RuleBasedCpu;

/**
 * Creates Arm A-profile CPUs: an operation from EL1 traps to EL2 when a control that its rule names is set. With FEAT_NV2 some of a
 * guest hypervisor's accesses are deferred to the VNCR page or redirected to another register.
 */
public final class ArmCpuFactory implements CpuModelFactory {

	/** The cost of a trap into L0. */
	private static final String TRAP_ENTRY = "exception_entry";

	@Override
	public CpuModel create(CpuSpec spec) {
		return new RuleBasedCpu(spec, spec.cost(TRAP_ENTRY));
	}

	@Override
	public Set<String> requiredCosts() {
		return Set.of(TRAP_ENTRY);
	}

	@Override
	public List<ExitCode> exitCodes() {
		return Arrays.stream(ExceptionClass.values()).map(ExceptionClass::exitCode).toList();
	}

	@Override
	public OptionalInt exitCode(AccessReason reason) {
		return OptionalInt.of(switch (reason) {
		case ACCESS -> ExceptionClass.SYS64.exitCode().number();
		case MMIO -> ExceptionClass.DABT_LOW.exitCode().number();
		});
	}
}
