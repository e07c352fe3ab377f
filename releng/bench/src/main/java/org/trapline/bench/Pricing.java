// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trapline.catalog.Catalog;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.explain.Explanation;
import org.trapline.sim.bill.Pricer;
import org.trapline.sim.trap.TrapMachine;

/** A hypercall from L3 on Skylake at one point after the other: its bill priced, beside the naive way, which expands it at every point. */
@State(Scope.Thread)
public class Pricing {

    private static final String STUDY = """
        import "org.trapline.cpu.x86/skylake"

        stack Three on Skylake { L0 Kvm L1 Kvm L2 Kvm guest L3 }
        """;

    private Explanation hypercall;
    private Pricer pricer;
    private long[] point;
    private int varied;

    @Setup
    public void load() throws IOException, InvalidStudyException {
        Path study = Files.createTempFile("three", ".trapline");
        try {
            Files.writeString(study, STUDY);
            hypercall = new Studies(Catalog.onClassPath(Pricing.class.getClassLoader())).explain(study, "Three", "hypercall");
        } finally {
            Files.delete(study);
        }
        pricer = new Pricer(new TrapMachine(hypercall.machine()).bill(hypercall.workload()));
        point = pricer.point(hypercall.prices());
    }

    /** Another point each time: one cost is varied. */
    @Benchmark
    public long price(CpuTime time) {
        time.invocations++;
        varied = varied == point.length - 1 ? 0 : varied + 1;
        point[varied] ^= 1;
        return pricer.cycles(point);
    }

    /** What every point took before there were bills. */
    @Benchmark
    public long expand(CpuTime time) {
        time.invocations++;
        return new TrapMachine(hypercall.machine()).bill(hypercall.workload()).price(hypercall.prices()).cycles();
    }
}
