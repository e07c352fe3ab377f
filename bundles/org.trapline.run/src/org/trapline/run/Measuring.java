// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.Mechanism;
import org.trapline.model.Migration;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Quantity;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.sim.Operation;
import org.trapline.sim.Outcome;
import org.trapline.sim.TrapMachine;
import org.trapline.sim.migration.PreCopy;

/** Measures workloads on a stack: every metric that a kind of workload has. */
final class Measuring {

	private final Stack stack;
	private final StackCompiler compiler;

	Measuring(Stack stack, StackCompiler compiler) {
		this.stack = stack;
		this.compiler = compiler;
	}

	/**
	 * What a workload comes to.
	 *
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 * @throws ArithmeticException                  when a count exceeds 2^63 - 1
	 */
	Measured measure(Workload workload) {
		return switch (workload) {
		case OperationWorkload operations -> operations(operations);
		case Migration migration -> migration(migration);
		default -> throw new IllegalArgumentException("unknown workload " + workload.eClass().getName());
		};
	}

	private Measured operations(OperationWorkload workload) {
		Outcome outcome = new TrapMachine(compiler.stack()).run(compiler.workload(workload));
		return new Measured(Map.of(Metric.TRAPS, BigDecimal.valueOf(outcome.traps()), Metric.CYCLES, BigDecimal.valueOf(outcome.cycles()),
				Metric.TIME, seconds(outcome.cycles()).movePointRight(9).stripTrailingZeros()), Optional.of(outcome));
	}

	private Measured migration(Migration migration) {
		long memory = bytes(migration.getMemory());
		long workingSet = Optional.ofNullable(migration.getWorkingSet()).map(Measuring::bytes).orElse(memory);
		PreCopy.Result result = new PreCopy(memory, base(migration.getDirtyRate()), workingSet, base(migration.getLink()),
				base(migration.getDowntime()), migration.getRounds(), devices(migration)).run();
		return new Measured(Map.of(Metric.TIME, rounded(result.seconds().movePointRight(9)), Metric.DOWNTIME,
				rounded(result.downtime().movePointRight(3)), Metric.ROUNDS, BigDecimal.valueOf(result.rounds().size()), Metric.TRANSFERRED,
				BigDecimal.valueOf(result.bytes())), Optional.empty());
	}

	/** What devices cost that the hypervisor of the moving virtual machine does not know from inside. */
	private PreCopy.Devices devices(Migration migration) {
		int level = Integer.parseInt(migration.getLevel().substring(1));
		long state = Optional.ofNullable(migration.getDeviceState()).map(Measuring::bytes).orElse(0L);
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			if (mechanism.getMigrationOperation() != null && Inheritance.reaches(stack, mechanism, level - 1)) {
				Operation operation = compiler.operation(mechanism.getMigrationOperation());
				BigDecimal each = seconds(new TrapMachine(compiler.stack()).runAt(level - 1, operation).cycles());
				return new PreCopy.Devices(each.multiply(BigDecimal.valueOf(mechanism.getMigrationPerRound())),
						each.multiply(BigDecimal.valueOf(mechanism.getMigrationAtEnd())), state);
			}
		}
		return PreCopy.Devices.NONE;
	}

	private BigDecimal seconds(long cycles) {
		return BigDecimal.valueOf(cycles).divide(Inheritance.hertz(Inheritance.platform(stack).orElseThrow()), MathContext.DECIMAL64);
	}

	private static BigDecimal rounded(BigDecimal value) {
		return value.round(MathContext.DECIMAL64).stripTrailingZeros();
	}

	private static BigDecimal base(Quantity quantity) {
		return Quantities.inBase(quantity);
	}

	private static long bytes(Quantity quantity) {
		return Quantities.inBase(quantity).longValueExact();
	}
}
