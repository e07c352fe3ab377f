// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.openjdk.jmh.runner.RunnerException;
import org.trapline.bench.Jmh.Measured;

/** What the trap machine promises about a hypercall from L6. */
enum HypercallBar implements Bar {

    EVALUATE(1, "an L6 hypercall by level and cause in less than 50 ms and 64 MB") {
        @Override
        Result result(Measured measured) {
            double milliseconds = measured.nanosecondsPerOperation() / 1e6;
            double bytes = measured.bytesPerOperation();
            return new Result(this, milliseconds, "ms", Optional.of(bytes), Map.of(), milliseconds < 50 && bytes < 64e6);
        }
    },
    TRACE(DeepHypercall.BATCH, "at least 20 million traps a second, one by one, 0 bytes per trap") {
        @Override
        Result result(Measured measured) {
            double millions = 1e3 / measured.nanosecondsPerOperation();
            double bytes = measured.bytesPerOperation();
            return new Result(this, millions, "million traps/s", Optional.of(bytes), Map.of(), millions >= 20 && bytes < NO_BYTES);
        }
    };

    private final int batch;
    private final String promise;

    HypercallBar(int batch, String promise) {
        this.batch = batch;
        this.promise = promise;
    }

    @Override
    public String id() {
        return "hypercall/" + method();
    }

    @Override
    public String promise() {
        return promise;
    }

    abstract Result result(Measured measured);

    @Override
    public Result measure(Jmh jmh, int rounds, Progress progress) throws RunnerException {
        Measured all = null;
        for (int round = 0; round < rounds; round++) {
            progress.at(rounds == 1 ? "Trapline" : "Trapline (" + (round + 1) + " of " + rounds + ")");
            Measured again = jmh.run(DeepHypercall.class, method(), batch, Map.of());
            all = all == null ? again : all.plus(again);
        }
        return result(all);
    }

    private String method() {
        return name().toLowerCase(Locale.ROOT);
    }
}
