// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Counts what a benchmark's thread spends on a processor in each iteration: what else the machine does in between is not its time. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** On a processor, in this iteration. */
    public long cpuNanoseconds;

    /** How often the benchmark's method ran in it. */
    public long invocations;

    private long start;

    @Setup(Level.Iteration)
    public void start() {
        start = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
        cpuNanoseconds = THREADS.getCurrentThreadCpuTime() - start;
    }
}
