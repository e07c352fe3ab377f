// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the workbench promises about time.
 *
 * @param name   as {@link Workbench} knows it
 * @param below  the promise, in the unit
 * @param digest which of several measurements counts, for people
 */
record WorkbenchBar(String name, double below, String unit, String promise, String digest, Workbench workbench) implements Bar {

    static List<WorkbenchBar> all(Workbench workbench) {
        return List.of(
            new WorkbenchBar("start", 10, "s", "a usable window in less than 10 s from a cold start", "once", workbench),
            new WorkbenchBar("keystroke", 16, "ms", "a keystroke in 5,000 lines is less than 16 ms of work for the UI thread", "95th percentile", workbench),
            new WorkbenchBar("diagnostics", 500, "ms", "in 5,000 lines a mistake is marked within 500 ms", "95th percentile", workbench),
            new WorkbenchBar("chart", 300, "ms", "a chart of 10,000 points is first seen within 300 ms", "median", workbench),
            new WorkbenchBar("trap-flow", 500, "ms", "the Trap Flow of 10^9 traps is seen within 500 ms", "median", workbench));
    }

    @Override
    public String id() {
        return "workbench/" + name;
    }

    /** One run of the workbench measures all bars: neither JMH nor rounds have a part in it. */
    @Override
    public Result measure(Jmh jmh, int rounds, Progress progress) throws BenchmarkException {
        progress.at("in the workbench");
        double value = workbench.measured(name);
        return new Result(this, value, unit, Optional.empty(), Map.of(), value < below);
    }
}
