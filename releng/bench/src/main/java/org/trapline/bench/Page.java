// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.trapline.bench.Bar.Result;

/** The page docs/performance.md: what is promised, how it is measured, and what one run gave. */
record Page(Report report) {

    private static final String HEAD = """
        # Performance

        What the engine and the workbench promise, measured. This page is generated from one run: `./trapline bench --out docs/performance.md`.
        `./trapline bench PATTERN --quick` measures some of the bars in a hurry; exit status 1 says that one is missed.

        """;

    private static final String HYPERCALL = """
        ## The trap machine

        A hypercall from L6 on ARMv8.3, with KVM of 2017 without VHE at every level: more than 10^9 traps.

        - `hypercall/evaluate`: a new machine, which knows nothing yet, counts all traps by level and all cycles by level and cause. Bytes are those allocated.
        - `hypercall/trace`: the traps one by one, in order, looking at level, operation, reason, handler, start and cost of each. Bytes are per trap.

        """;

    private static final String BILLS = """
        ## Bills and sweeps

        - `bills/price`: the bill of a hypercall from L3 on Skylake, at another point each time, beside the naive way that there was before bills: a new
          machine expands it at every point. Both in the same run, each in a JVM of its own. Bytes are those of pricing a point.
        - `sweep/rows`, `sweep/summary`: `trapline run`, as a user starts it, on a Latin hypercube over 8 costs, with 2 stacks (L2 and L3) and 4 workloads.
          Times are on the clock, with the start of the process; the heap is 512 MB.
        - `compiler/short`, `compiler/long`: the same study without its sweep, and with 10^6 points, run with the start script's compiler options, with C1 alone
          (fast in short runs) and with C1 and C2 by Java's thresholds (fast in long ones), in turns. Processor times of whole processes, each the least of its rounds.

        """;

    private static final String SERVE = """
        ## Fits, tornadoes and notebooks

        Requests to `trapline serve`, as a notebook sends them, on the clock; the best of four turns, after the start of the process and the reading of the study.

        """;

    private static final String EVENTS = """
        ## The event kernel

        The hold model: as many events are pending all the time as the bar's name says; each that happens does a little work and schedules its
        successor. Handlers are of four classes in random order, so that the call is megamorphic. The same model runs on Trapline's kernel and on
        SSJ 3.3.2 with each of its event lists, in turns in the same run, each time in a JVM of its own. Nanoseconds per event; the ratio is that of
        SSJ's best list (bold) to Trapline: above 1, Trapline is faster. Times of events are

        - `random`: exponential increments, hardly two at the same time;
        - `bursts`: increments of 1 to 4 ticks, a quarter or more of all events at each time;
        - `ticks`: increments of 1 tick, all events at the same time.

        A list that took more than 1.5 times as long as the best one is not measured again in later turns.

        """;

    private static final String WORKBENCH = """
        ## The workbench

        In one run of the real workbench; times are those on the clock but for a keystroke's.

        - `workbench/start`: from the start of the process, with no configuration and no workspace yet, until the window has nothing left to do.
        - `workbench/keystroke`: 200 letters and line breaks are typed into a text of 5,000 lines, 40 ms after each other. Counted is the UI thread's processor
          time for one, with all that comes of it: painting, colours, folds, the Outline.
        - `workbench/diagnostics`: 30 names in that text are misspelt, one by one; from the change until its marker is there.
        - `workbench/chart`: from the choice of a run in the Compare view until its chart is on the screen; 15 times, always other values.
        - `workbench/trap-flow`: from the opening of the view until the hypercall from L6 is drawn, trap machine included; 15 times.

        """;

    private static final String METHOD = """
        ## How

        The trap machine and the event kernel: JMH, one thread, serial collector. Time is the thread's processor time, so that other work on the machine does not count as long as it leaves the
        caches alone; the figure is the median of all iterations of all JVMs. Bytes are those of JMH's gc profiler, the worst JVM's; less than 0.1 per
        operation is what the harness itself allocates.

        """;

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        List<Result> traps = report.results().stream().filter(result -> result.bar() instanceof HypercallBar).toList();
        List<Result> events = report.results().stream().filter(result -> result.bar() instanceof EventBar).toList();
        List<Result> workbench = report.results().stream().filter(result -> result.bar() instanceof WorkbenchBar).toList();
        if (!traps.isEmpty()) {
            page.append(HYPERCALL).append("| bar | promise | measured | bytes | |\n|---|---|---:|---:|---|\n");
            traps.forEach(each -> page.append(row(each.bar().id(), each.bar().promise(), Report.number(each.value()) + " " + each.unit(),
                Report.bytes(each), Report.verdict(each))));
            page.append("\n");
        }
        List<Result> bills = report.results().stream().filter(result -> result.bar() instanceof PricingBar || result.bar() instanceof SweepBar || result.bar() instanceof CompilerBar).toList();
        if (!bills.isEmpty()) {
            page.append(BILLS).append("| bar | promise | measured | bytes | |\n|---|---|---:|---:|---|\n");
            bills.forEach(each -> page.append(row(each.bar().id(), each.bar().promise(), Report.number(each.value()) + " " + each.unit(),
                Report.bytes(each), Report.verdict(each))));
            page.append("\n");
        }
        List<Result> served = report.results().stream().filter(result -> result.bar() instanceof ServeBar).toList();
        if (!served.isEmpty()) {
            page.append(SERVE).append("| bar | promise | measured | |\n|---|---|---:|---|\n");
            served.forEach(each -> page.append(row(each.bar().id(), each.bar().promise(), Report.number(each.value()) + " " + each.unit(), Report.verdict(each))));
            page.append("\n");
        }
        if (!events.isEmpty()) {
            List<String> lists = List.copyOf(events.get(0).others().keySet());
            page.append(EVENTS).append("Promised: ").append(events.get(0).bar().promise())
                .append(", with up to 100 events, more than any shipped model has pending; with 10,000, 0 bytes per event.\n\n| bar | Trapline | ").append(String.join(" | ", lists)).append(" | ratio | bytes | |\n|---|---:|")
                .append("---:|".repeat(lists.size() + 2)).append("---|\n");
            events.forEach(each -> page.append(row(each.bar().id(), Report.number(each.value()), lists.stream().map(list -> cell(each, list))
                .collect(Collectors.joining(" | ")), String.format(Locale.ROOT, "%.2f", each.ratio()), Report.bytes(each), Report.verdict(each))));
            page.append("\n");
        }
        if (!workbench.isEmpty()) {
            page.append(WORKBENCH).append("| bar | promise | measured | | |\n|---|---|---:|---|---|\n");
            workbench.forEach(each -> page.append(row(each.bar().id(), each.bar().promise(), Report.number(each.value()) + " " + each.unit(),
                ((WorkbenchBar) each.bar()).digest(), Report.verdict(each))));
            page.append("\n");
        }
        return page.append(METHOD).append("Machine: ").append(report.machine()).append(". ").append(report.date())
            .append(report.quick() ? ", quick: figures are rough.\n" : ".\n").toString();
    }

    private static String cell(Result result, String list) {
        String figure = Report.number(result.others().get(list));
        return list.equals(result.best()) ? "**" + figure + "**" : figure;
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
