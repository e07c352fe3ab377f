// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The kind of machine that figures come from.
 *
 * @param cpu        its name, as far as the system tells
 * @param processors how many this JVM sees
 * @param system     operating system and architecture
 * @param java       version of the JVM
 */
record Machine(String cpu, int processors, String system, String java) {

    static Machine ofThis() {
        return new Machine(cpuName(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    private static String cpuName() {
        try {
            Path info = Path.of("/proc/cpuinfo");
            if (Files.exists(info)) {
                return Files.readAllLines(info).stream().filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown CPU");
            }
            Process sysctl = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string").start();
            String name = new String(sysctl.getInputStream().readAllBytes()).strip();
            return name.isEmpty() ? "unknown CPU" : name;
        } catch (IOException e) {
            return "unknown CPU";
        }
    }

    @Override
    public String toString() {
        return cpu + ", " + processors + " processors, " + system + ", " + java;
    }
}
