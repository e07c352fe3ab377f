// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.x86;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.trapline.sim.isa.ExitCode;
import org.trapline.sim.spi.CpuModel;
import org.trapline.sim.spi.CpuModelFactory;
import org.trapline.sim.spi.CpuSpec;
import org.trapline.sim.spi.RuleBasedCpu;

/**
 * Creates x86 CPUs with VMX: an operation of a guest exits when a control of the VMCS says so. With VMCS shadowing a guest hypervisor
 * reads and writes fields of its VMCS in the shadow VMCS, without an exit.
 */
public final class X86CpuFactory implements CpuModelFactory {

	/** The cost of a trap into L0. */
	private static final String TRAP_ENTRY = "vm_exit";

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
		return Arrays.stream(VmxExitReason.values()).map(VmxExitReason::exitCode).toList();
	}
}
