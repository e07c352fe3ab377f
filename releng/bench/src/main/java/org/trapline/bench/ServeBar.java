// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a process that is started already promises: requests to {@code trapline serve}, as a notebook sends them. */
enum ServeBar implements Bar {

    FIT("fit", "10 costs are fitted to 60 cells of operations, with every cell and row left out once, in less than 1 s after start-up", "s") {
        @Override
        double measure(Server server, Path folder) throws IOException, BenchmarkException {
            server.call("load", "\"file\":\"" + sixty(folder, "") + "\"");
            StringBuilder cells = new StringBuilder();
            int number = 0;
            for (String stack : STACKS) {
                for (String workload : WORKLOADS) {
                    String answer = server.call("evaluate", "\"study\":1,\"experiment\":\"E\",\"stack\":\"" + stack + "\",\"workload\":\"" + workload + "\",\"metrics\":[\"cycles\"]");
                    Matcher cycles = CYCLES.matcher(answer);
                    if (!cycles.find()) {
                        throw new BenchmarkException("no cycles in " + answer);
                    }
                    // A few percent off, as measured values are.
                    long measured = Long.parseLong(cycles.group(1)) * (97 + number++ % 7) / 100;
                    cells.append("cell ").append(workload).append(" on ").append(stack).append(" { cycles ").append(measured).append(" derived \"made\" }\n");
                }
            }
            server.call("load", "\"file\":\"" + sixty(folder, cells.toString()) + "\"");
            String costs = COSTS.stream().map(cost -> '"' + cost + '"').collect(Collectors.joining(","));
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < TURNS; i++) {
                long began = System.nanoTime();
                server.call("fit", "\"study\":2,\"to\":[\"made\"],\"vary\":[" + costs + "]");
                least = Math.min(least, (System.nanoTime() - began) / 1e9);
            }
            return least;
        }

        @Override
        boolean isPassed(double value) {
            return value < 1;
        }
    },

    EVALUATE("evaluate", "at least 10,000 evaluations a second of an operation whose bill is known, many points in a request", "evaluations/s") {
        @Override
        double measure(Server server, Path folder) throws IOException, BenchmarkException {
            server.call("load", "\"file\":\"" + sixty(folder, "") + "\"");
            String points = IntStream.range(0, POINTS).mapToObj(i -> "{\"run_loop\":" + i + "}").collect(Collectors.joining(","));
            double most = 0;
            for (int i = 0; i < TURNS; i++) {
                long began = System.nanoTime();
                server.call("evaluate", "\"study\":1,\"experiment\":\"E\",\"stack\":\"Nested\",\"workload\":\"hypercall\",\"metrics\":[\"cycles\"],\"points\":[" + points + "]");
                most = Math.max(most, POINTS / ((System.nanoTime() - began) / 1e9));
            }
            return most;
        }

        @Override
        boolean isPassed(double value) {
            return value >= 10_000;
        }
    },

    TORNADO("tornado", "tornadoes of all experiments of operations in the shipped studies in less than 5 s", "s") {
        @Override
        double measure(Server server, Path folder) throws IOException, BenchmarkException {
            Path examples = Path.of(System.getProperty("trapline.script")).toAbsolutePath().resolveSibling("examples");
            List<Path> studies;
            try (Stream<Path> all = Files.walk(examples)) {
                studies = all.filter(each -> each.toString().endsWith(".trapline") && !FLOWS.matcher(read(each)).find()).sorted().toList();
            }
            if (studies.isEmpty()) {
                throw new BenchmarkException("there are no studies in " + examples);
            }
            double sum = 0;
            int number = 0;
            for (Path each : studies) {
                server.call("load", "\"file\":\"" + each + "\"");
                long began = System.nanoTime();
                server.call("sensitivity", "\"study\":" + ++number);
                sum += (System.nanoTime() - began) / 1e9;
            }
            return sum;
        }

        @Override
        boolean isPassed(double value) {
            return value < 5;
        }
    };

    private static final List<String> STACKS = List.of("Vm", "Nested", "Three", "Shadowing");
    private static final List<String> WORKLOADS = List.of("hypercall", "cpuid", "device_notify", "device_io", "program_timer", "send_ipi", "virtual_eoi", "idle", "map_dma", "page_fault",
        "host_page_fault", "read_msr", "write_msr", "access_port", "device_interrupt");
    private static final List<String> COSTS = List.of("run_loop", "vm_exit", "vmcs_read", "vmcs_write", "vmcs_load", "enter_nested", "emulate_vmx", "emulate_device", "decode_instruction",
        "arm_timer");
    private static final Pattern CYCLES = Pattern.compile("\"cycles\":(\\d+)");
    /** Workloads of clients, whose tornadoes are simulations. */
    private static final Pattern FLOWS = Pattern.compile("(?m)^\\s*workload .*(tcp_|disk_|fio|ioping|stream|_rr)");
    private static final int TURNS = 4;
    private static final int POINTS = 10_000;

    private static final String STUDY = """
        import "org.trapline.cpu.x86/skylake"
        stack Vm        on Skylake { L0 Kvm              guest L1 }
        stack Nested    on Skylake { L0 Kvm L1 Kvm        guest L2 }
        stack Three     on Skylake { L0 Kvm L1 Kvm L2 Kvm guest L3 }
        stack Shadowing on Skylake { L0 KvmShadowing L1 KvmShadowing guest L2 }
        reference made "made" { configuration Vm configuration Nested configuration Three configuration Shadowing
        %s }
        experiment E {
            stacks Vm, Nested, Three, Shadowing workload %s measure cycles
            reference made { Vm = Vm, Nested = Nested, Three = Three, Shadowing = Shadowing }
        }
        """;

    private final String name;
    private final String promise;
    private final String unit;

    ServeBar(String name, String promise, String unit) {
        this.name = name;
        this.promise = promise;
        this.unit = unit;
    }

    private static Path sixty(Path folder, String cells) throws IOException {
        return Files.writeString(folder.resolve("sixty.trapline"), STUDY.formatted(cells, String.join(", ", WORKLOADS)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String id() {
        return "serve/" + name;
    }

    @Override
    public String promise() {
        return promise;
    }

    /** Measures with a server that has just been started. */
    abstract double measure(Server server, Path folder) throws IOException, BenchmarkException;

    abstract boolean isPassed(double value);

    @Override
    public Result measure(Jmh jmh, int rounds, Progress progress) throws BenchmarkException {
        progress.at("the server");
        try {
            Path folder = Files.createTempDirectory("trapline-serve");
            try (Server server = new Server()) {
                double value = measure(server, folder);
                return new Result(this, value, unit, Optional.empty(), Map.of(), isPassed(value));
            } finally {
                Files.deleteIfExists(folder.resolve("sixty.trapline"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new BenchmarkException("the server cannot be measured: " + e);
        }
    }

    /** A server in a process of its own. */
    static final class Server implements AutoCloseable {

        private final Process process;
        private final InputStream answers;
        private int last;

        Server() throws IOException {
            process = new ProcessBuilder(System.getProperty("trapline.script"), "serve").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            answers = new BufferedInputStream(process.getInputStream());
        }

        /** The answer to a request; an error ends the benchmark. */
        String call(String method, String params) throws IOException, BenchmarkException {
            byte[] body = ("{\"jsonrpc\":\"2.0\",\"id\":" + ++last + ",\"method\":\"" + method + "\",\"params\":{" + params + "}}").getBytes(StandardCharsets.UTF_8);
            process.getOutputStream().write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().write(body);
            process.getOutputStream().flush();
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.startsWith("Content-Length:")) {
                    length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
                }
            }
            String answer = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
            if (!answer.contains("\"result\"")) {
                throw new BenchmarkException(method + ": " + (answer.isEmpty() ? "the server has ended" : answer));
            }
            return answer;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = answers.read(); c != '\n' && c >= 0; c = answers.read()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
