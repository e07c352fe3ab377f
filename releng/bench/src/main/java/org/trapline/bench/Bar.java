// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.openjdk.jmh.runner.RunnerException;

/** A promise that is measured. */
interface Bar {

    /** What the harness itself allocates, spread over the operations, is less; an object of 16 bytes for one operation in 160 is more. */
    double NO_BYTES = 0.1;

    /** As the command line chooses it: {@code events/10/random}. */
    String id();

    /** The promise, for people. */
    String promise();

    /**
     * Measures it.
     *
     * @param rounds how often, in turns where it is a comparison
     */
    Result measure(Jmh jmh, int rounds, Progress progress) throws RunnerException, BenchmarkException;

    /** Is told what is measured now. */
    interface Progress {
        void at(String what);
    }

    /**
     * What was measured.
     *
     * @param value  what the promise is about
     * @param unit   of the value
     * @param bytes  allocated per operation, where that is measured
     * @param others the same of others, by name; empty where it is no comparison
     * @param passed whether the promise is kept
     */
    record Result(Bar bar, double value, String unit, Optional<Double> bytes, Map<String, Double> others, boolean passed) {

        public Result {
            others = new TreeMap<>(others);
        }

        /** The best of the others. */
        String best() {
            return others.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
        }

        /** How many times as long the best of the others takes. */
        double ratio() {
            return others.get(best()) / value;
        }
    }
}
