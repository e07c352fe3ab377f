// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.Map;
import java.util.Optional;

import org.openjdk.jmh.runner.RunnerException;
import org.trapline.bench.Jmh.Measured;

/** What bills promise: a known one is priced much faster than the naive way, which expands the workload at every point. */
record PricingBar() implements Bar {

    private static final double TIMES = 1000;

    @Override
    public String id() {
        return "bills/price";
    }

    @Override
    public String promise() {
        return "the bill of an L3 hypercall on x86 is priced at least 1,000 times faster than it is expanded";
    }

    @Override
    public Result measure(Jmh jmh, int rounds, Progress progress) throws RunnerException {
        Measured priced = null;
        Measured expanded = null;
        for (int round = 0; round < rounds; round++) {
            progress.at("priced");
            Measured price = jmh.run(Pricing.class, "price", 1, Map.of());
            progress.at("expanded");
            Measured expand = jmh.run(Pricing.class, "expand", 1, Map.of());
            priced = priced == null ? price : priced.plus(price);
            expanded = expanded == null ? expand : expanded.plus(expand);
        }
        double times = expanded.nanosecondsPerOperation() / priced.nanosecondsPerOperation();
        return new Result(this, times, "times faster", Optional.of(priced.bytesPerOperation()), Map.of(), times >= TIMES && priced.bytesPerOperation() < NO_BYTES);
    }
}
