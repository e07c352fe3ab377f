// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.ExitCode;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.spi.CpuModelFactory;

/** The names of exits in the kernel's traces: {@code MSR_WRITE} on x86, {@code SYS64} on Arm. */
public final class ExitNames {

	private final Map<Instruction, String> codes;
	private final Optional<CpuModelFactory> cpu;
	private final Map<Integer, String> names = new HashMap<>();

	private ExitNames(Map<Instruction, String> codes, Optional<CpuModelFactory> cpu) {
		this.codes = new IdentityHashMap<>(codes);
		this.cpu = cpu;
		cpu.ifPresent(factory -> {
			for (ExitCode code : factory.exitCodes()) {
				names.put(code.number(), code.name());
			}
		});
	}

	/**
	 * @param codes the exit codes of instructions, as models write them
	 * @param cpu   names them; empty where the CPU is text only
	 */
	static ExitNames of(Map<Instruction, String> codes, Optional<CpuModelFactory> cpu) {
		return new ExitNames(codes, cpu);
	}

	/** The exit reason of an operation; the instruction, where no number of the architecture is known. */
	public String reason(Operation operation) {
		return switch (operation.exitReason()) {
		case Instruction instruction -> Optional.ofNullable(codes.get(instruction)).flatMap(code -> Optional.ofNullable(names.get(Integer.decode(code))))
				.orElse(instruction.mnemonic());
		case AccessReason access -> cpu.map(factory -> factory.exitCode(access)).filter(code -> code.isPresent()).map(code -> names.get(code.getAsInt()))
				.orElse(access.name().toUpperCase(Locale.ROOT));
		};
	}

	/** The register that an operation accesses; empty where it is none. */
	public static Optional<String> register(Operation operation) {
		return operation instanceof RegisterAccess access ? Optional.of(access.register().name()) : Optional.empty();
	}

	/** Whether it reads or writes; empty where it accesses no register. */
	public static Optional<Direction> direction(Operation operation) {
		return operation instanceof RegisterAccess access ? Optional.of(access.direction()) : Optional.empty();
	}
}
