// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs a benchmark with JMH, in a JVM of its own each time.
 *
 * @param warmUp     iterations that do not count
 * @param iterations those that count
 * @param length     of each, in milliseconds
 */
record Jmh(int warmUp, int iterations, int length) {

    /** The product's; other options are those of the JVM that this runs in. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    /**
     * What a benchmark came to; measurements of the same add up.
     *
     * @param nanoseconds of processor time per operation, of each iteration
     * @param bytes       allocated per operation, of each JVM
     */
    record Measured(List<Double> nanoseconds, List<Double> bytes) {

        /** Median of the iterations: what other work on the machine disturbs least without being the luckiest one. */
        double nanosecondsPerOperation() {
            return median(nanoseconds);
        }

        double bytesPerOperation() {
            return bytes.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }

        Measured plus(Measured more) {
            List<Double> allNanoseconds = new ArrayList<>(nanoseconds);
            allNanoseconds.addAll(more.nanoseconds);
            List<Double> allBytes = new ArrayList<>(bytes);
            allBytes.addAll(more.bytes);
            return new Measured(allNanoseconds, allBytes);
        }

        private static double median(List<Double> values) {
            double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : DoubleStream.of(sorted[middle - 1], sorted[middle]).average().orElseThrow();
        }
    }

    /**
     * Runs a method of a benchmark's class.
     *
     * @param batch      how many operations an invocation is
     * @param parameters by name
     * @throws RunnerException when it fails
     */
    Measured run(Class<?> benchmark, String method, int batch, Map<String, Object> parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
            .mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS).forks(1).threads(1)
            .warmupIterations(warmUp).warmupTime(TimeValue.milliseconds(length))
            .measurementIterations(iterations).measurementTime(TimeValue.milliseconds(length))
            .addProfiler(GCProfiler.class).shouldFailOnError(true).verbosity(VerboseMode.SILENT).jvmArgsAppend(COLLECTOR);
        parameters.forEach((name, value) -> options.param(name, value.toString()));
        Collection<RunResult> results = new Runner(options.build()).run();
        if (results.size() != 1) {
            throw new IllegalStateException("not one benchmark is " + benchmark.getName() + "." + method + ": " + results);
        }
        List<Double> nanoseconds = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (RunResult result : results) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    nanoseconds.add(counter(iteration, "cpuNanoseconds") / counter(iteration, "invocations") / batch);
                }
                bytes.add(fork.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
            }
        }
        return new Measured(nanoseconds, bytes);
    }

    private static double counter(IterationResult iteration, String name) {
        return iteration.getSecondaryResults().get(name).getScore();
    }
}
