// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The compiler options that the start script gives a run are near the best, for short runs and for long ones. A run is a process, started as a user starts
 * it, with the script's options and with two others that {@code TRAPLINE_JAVA_OPTIONS} puts after them; counted is its processor time.
 *
 * @param name   of the bar
 * @param points of the Latin hypercube
 */
record CompilerBar(String name, int points) implements Bar {

    private static final double NEAR = 1.3;
    private static final String DEFAULTS = "-XX:Tier3DelayOn=5 -XX:Tier4InvocationThreshold=5000 -XX:Tier4MinInvocationThreshold=600 "
        + "-XX:Tier4CompileThreshold=15000 -XX:Tier4BackEdgeThreshold=40000";
    private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

    static {
        OPTIONS.put("the script's options", "");
        OPTIONS.put("C1 alone", "-XX:TieredStopAtLevel=1");
        OPTIONS.put("Java's thresholds", DEFAULTS);
    }

    static List<CompilerBar> all() {
        return List.of(new CompilerBar("short", 1), new CompilerBar("long", 1_000_000));
    }

    @Override
    public String id() {
        return "compiler/" + name;
    }

    @Override
    public String promise() {
        return "a " + name + " run takes at most " + NEAR + " times the processor time that it takes with the best of three sets of compiler options";
    }

    @Override
    public Result measure(Jmh jmh, int rounds, Progress progress) throws BenchmarkException {
        Map<String, Double> least = new LinkedHashMap<>();
        try {
            Path folder = Files.createTempDirectory("trapline-compiler");
            Path study = Files.writeString(folder.resolve("study.trapline"), SweepBar.study(points));
            for (int round = 0; round < Math.max(rounds, 2); round++) {
                for (Map.Entry<String, String> options : OPTIONS.entrySet()) {
                    progress.at(options.getKey());
                    least.merge(options.getKey(), processorTime(study, options.getValue()), Math::min);
                }
            }
            Files.delete(study);
            Files.delete(folder);
        } catch (IOException e) {
            throw new BenchmarkException("the run cannot be measured: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted");
        }
        double own = least.values().iterator().next();
        double best = least.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        String details = least.entrySet().stream().map(each -> each.getKey() + " " + String.format(Locale.ROOT, "%.1f s", each.getValue()))
            .collect(Collectors.joining(", "));
        return new Result(this, own / best, "times the best (" + details + ")", Optional.empty(), Map.of(), own <= NEAR * best);
    }

    /** The user and system time of a run in seconds. Java tells it of living processes only; the shell that started the run tells it afterwards. */
    private static double processorTime(Path study, String options) throws IOException, InterruptedException, BenchmarkException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>&1", "bash",
            System.getProperty("trapline.script"), "run", study.toString(), "--summary", "--format", "json"));
        if (!Files.readString(study).contains("latin")) {
            command.remove("--summary");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TRAPLINE_JAVA_OPTIONS", options);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new BenchmarkException("the run failed: " + command);
        }
        String[] times = said.split(" ");
        return Double.parseDouble(times[0].replace(',', '.')) + Double.parseDouble(times[1].replace(',', '.'));
    }
}
