// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.openjdk.jmh.runner.RunnerException;
import org.trapline.bench.Bar.Result;

/**
 * {@code trapline bench [PATTERN] [--quick] [--out FILE]}, whose form the start script has checked. Exit status 0: all bars are passed; 1:
 * one is missed; 2: bad use.
 */
public final class Bench {

    private static final Jmh THOROUGH = new Jmh(3, 5, 400);
    private static final int ROUNDS = 2;
    private static final Jmh QUICK = new Jmh(2, 3, 200);

    private Bench() {
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        boolean quick = false;
        Path out = null;
        String pattern = "";
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--out" -> out = Path.of(arguments[++i]);
                default -> pattern = arguments[i];
            }
        }
        try {
            List<Bar> chosen = chosen(pattern);
            if (out != null) {
                // Better now than after minutes.
                Files.writeString(out, "");
            }
            Report report = measure(chosen, quick);
            System.out.print(report.text());
            if (out != null) {
                report.write(out);
            }
            return report.passed() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            return bad(e.getMessage());
        } catch (IOException e) {
            return bad("cannot write " + out + ": " + e);
        } catch (BenchmarkException e) {
            return bad(e.getMessage());
        } catch (RunnerException e) {
            return bad("a benchmark failed: " + e.getMessage());
        }
    }

    private static int bad(String message) {
        say("error: " + message);
        return 2;
    }

    private static void say(String message) {
        System.err.println("trapline: " + message);
    }

    private static List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (HoldModel.Times times : HoldModel.Times.values()) {
            for (int pending : new int[] {1, 10, 100, 10_000}) {
                bars.add(new EventBar(pending, times));
            }
        }
        bars.addAll(List.of(HypercallBar.values()));
        bars.add(new PricingBar());
        bars.addAll(SweepBar.all());
        bars.addAll(CompilerBar.all());
        bars.addAll(List.of(ServeBar.values()));
        bars.addAll(WorkbenchBar.all(new Workbench()));
        return bars;
    }

    private static List<Bar> chosen(String pattern) {
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + pattern + "' is no regular expression: " + e.getDescription());
        }
        List<Bar> chosen = bars().stream().filter(bar -> compiled.matcher(bar.id()).find()).toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                "no bar matches '" + pattern + "'; there are " + String.join(", ", bars().stream().map(Bar::id).toList()));
        }
        return chosen;
    }

    private static Report measure(List<Bar> bars, boolean quick) throws RunnerException, BenchmarkException {
        List<Result> results = new ArrayList<>();
        for (Bar bar : bars) {
            String place = "bar " + (results.size() + 1) + " of " + bars.size() + ", " + bar.id() + ": ";
            results.add(bar.measure(quick ? QUICK : THOROUGH, quick ? 1 : ROUNDS, what -> say(place + what)));
        }
        return new Report(Machine.ofThis(), LocalDate.now(), quick, results);
    }
}
