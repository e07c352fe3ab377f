// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workbench, which measures itself: once, and only when it is asked. */
final class Workbench {

    /** Names the start script, which builds the workbench's bundles and starts it on a display. */
    static final String SCRIPT = "trapline.script";

    private Optional<Map<String, Double>> measured = Optional.empty();

    /** What it measured under a name. */
    double measured(String name) throws BenchmarkException {
        if (measured.isEmpty()) {
            measured = Optional.of(measure());
        }
        Double value = measured.get().get(name);
        if (value == null) {
            throw new BenchmarkException("the workbench measured no " + name);
        }
        return value;
    }

    private static Map<String, Double> measure() throws BenchmarkException {
        try {
            Path file = Files.createTempFile("workbench", ".txt");
            try {
                int status = new ProcessBuilder(System.getProperty(SCRIPT), "measure-workbench", file.toString()).inheritIO().start().waitFor();
                if (status != 0) {
                    throw new BenchmarkException("the workbench could not be measured");
                }
                Map<String, Double> values = new HashMap<>();
                for (String line : Files.readAllLines(file)) {
                    List<String> words = List.of(line.split(" "));
                    values.put(words.get(0), Double.valueOf(words.get(1)));
                }
                return values;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new BenchmarkException("the workbench could not be measured: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted");
        }
    }
}
