// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trapline.catalog.Catalog;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.explain.Explanation;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.trap.TrapMachine;
import org.trapline.sim.trap.TrapTrace;

/** The trap machine on a hypercall from L6 on ARMv8.3, with KVM of 2017 without VHE at every level. */
@State(Scope.Thread)
public class DeepHypercall {

    static final int BATCH = 1_000_000;

    private static final String STUDY = """
        import "org.trapline.cpu.arm/x-gene"

        stack Tower on Moonshot {
            L0 KvmNonVhe L1 KvmNonVhe L2 KvmNonVhe L3 KvmNonVhe L4 KvmNonVhe L5 KvmNonVhe
            guest L6
        }
        """;

    private Explanation hypercall;
    private TrapTrace trace;

    @Setup
    public void load() throws IOException, InvalidStudyException {
        Path study = Files.createTempFile("tower", ".trapline");
        try {
            Files.writeString(study, STUDY);
            Studies studies = new Studies(Catalog.onClassPath(DeepHypercall.class.getClassLoader()));
            hypercall = studies.explain(study, "Tower", "hypercall");
        } finally {
            Files.delete(study);
        }
        trace = startTrace();
    }

    /** Counts all traps by level, and all cycles by level and cause, of a machine that knows nothing yet. */
    @Benchmark
    public long evaluate(CpuTime time) {
        time.invocations++;
        Outcome outcome = new TrapMachine(hypercall.machine()).bill(hypercall.workload()).price(hypercall.prices());
        long sum = 0;
        for (int level = 0; level < outcome.levels(); level++) {
            sum += outcome.traps(level);
            for (Cause cause : Cause.values()) {
                sum += outcome.cycles(level, cause);
            }
        }
        return sum;
    }

    /** Walks trap by trap, and looks at all that there is to each: level, operation, reason, handler, start and cost. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long trace(CpuTime time) {
        time.invocations++;
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            if (!trace.next()) {
                // There are more than 10^9: this is rare.
                trace = startTrace();
                trace.next();
            }
            Exit trap = trace.trap();
            sum += trap.level() + trap.handler() + trace.start() + trace.cycles();
            if (trap.operation().exitReason() == null) {
                throw new IllegalStateException("no reason: " + trap);
            }
        }
        return sum;
    }

    private TrapTrace startTrace() {
        return hypercall.trace();
    }
}
