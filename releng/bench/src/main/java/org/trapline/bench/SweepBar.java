// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of a large sweep promises, started as a user starts it, in a heap of 512 MB.
 *
 * @param name     of the bar
 * @param points   of the Latin hypercube; there are 8 cells at each
 * @param options  of the command
 * @param below    the promise, in seconds
 * @param promise  for people
 */
record SweepBar(String name, int points, List<String> options, double below, String promise) implements Bar {

    private static final String STUDY = """
        import "org.trapline.cpu.x86/skylake"

        stack Two on Skylake { L0 Kvm L1 Kvm guest L2 }
        stack Three on Skylake { L0 Kvm L1 Kvm L2 Kvm guest L3 }

        experiment Large {
            stacks Two, Three
            workload hypercall, device_notify, program_timer, send_ipi
%s            measure cycles
        }
        """;

    private static final String SWEEPS = """
        latin hypercube %d points
        sweep vm_exit from 300 to 900 cycles
        sweep vm_entry from 300 to 900 cycles
        sweep vmcs_read from 5 to 60 cycles
        sweep vmcs_write from 5 to 60 cycles
        sweep run_loop from 500 to 3000 cycles
        sweep msr_write from 20 to 200 cycles
        sweep vmcs_load from 50 to 500 cycles
        sweep vmcs_clear from 50 to 500 cycles
        """;

    /** A study of 8 cells at each point of a Latin hypercube over 8 costs; without a sweep where there is one point. */
    static String study(int points) {
        return STUDY.formatted(points == 1 ? "" : SWEEPS.formatted(points));
    }

    static List<SweepBar> all() {
        return List.of(
            new SweepBar("rows", 125_000, List.of("--format", "csv"), 30, "10^6 cells of a Latin hypercube over 8 costs are written as CSV in less than 30 s, in a heap of 512 MB"),
            new SweepBar("summary", 1_000_000, List.of("--summary", "--format", "json"), 20,
                "8 cells of a Latin hypercube of 10^6 points are summarized in less than 20 s, in a heap of 512 MB"));
    }

    @Override
    public String id() {
        return "sweep/" + name;
    }

    /** A run is a process: neither JMH nor rounds have a part in it. */
    @Override
    public Result measure(Jmh jmh, int rounds, Progress progress) throws BenchmarkException {
        try {
            Path folder = Files.createTempDirectory("trapline-sweep");
            Path study = Files.writeString(folder.resolve("large.trapline"), study(points));
            Path rows = folder.resolve("rows");
            Path said = folder.resolve("said");
            progress.at("the run");
            List<String> command = new ArrayList<>(List.of(System.getProperty("trapline.script"), "run", study.toString()));
            command.addAll(options);
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(rows.toFile()).redirectError(said.toFile());
            builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx512m");
            long began = System.nanoTime();
            int status = builder.start().waitFor();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (status != 0) {
                throw new BenchmarkException("the run ended with status " + status + ": " + Files.readString(said));
            }
            Files.delete(rows);
            Files.delete(said);
            Files.delete(study);
            Files.delete(folder);
            return new Result(this, seconds, "s", Optional.empty(), Map.of(), seconds < below);
        } catch (IOException e) {
            throw new BenchmarkException("the run cannot be measured: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted");
        }
    }
}
