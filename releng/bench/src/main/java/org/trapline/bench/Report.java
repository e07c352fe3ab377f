// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.trapline.bench.Bar.Result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What was measured, for people and for programs.
 *
 * @param machine where
 * @param date    when
 * @param quick   whether it was measured in a hurry
 * @param results in the order of the bars
 */
record Report(Machine machine, LocalDate date, boolean quick, List<Result> results) {

    Report {
        results = List.copyOf(results);
    }

    /** Two tables, of comparisons and of all else. */
    String text() {
        StringBuilder text = new StringBuilder("\n" + machine + "\n" + date + (quick ? ", quick: figures are rough\n" : "\n"));
        List<Result> comparisons = results.stream().filter(result -> !result.others().isEmpty()).toList();
        List<Result> others = results.stream().filter(result -> result.others().isEmpty()).toList();
        if (!comparisons.isEmpty()) {
            text.append("\nNanoseconds per event, Trapline and SSJ by its event list; the ratio is that of SSJ's best list to Trapline\n\n");
            text.append(comparisons(comparisons));
        }
        if (!others.isEmpty()) {
            text.append("\n").append(table(List.of("bar", "measured", "bytes", "promise", ""), List.of(false, true, true, false, false), others.stream()
                .map(each -> List.of(each.bar().id(), number(each.value()) + " " + each.unit(), bytes(each), each.bar().promise(),
                    verdict(each))).toList()));
        }
        return text.toString();
    }

    private static String comparisons(List<Result> comparisons) {
        List<String> names = List.copyOf(comparisons.get(0).others().keySet());
        List<String> headings = new ArrayList<>(List.of("bar", "Trapline"));
        headings.addAll(names);
        headings.addAll(List.of("ratio", "bytes", ""));
        List<Boolean> right = new ArrayList<>(List.of(false));
        while (right.size() < headings.size() - 1) {
            right.add(true);
        }
        right.add(false);
        List<List<String>> lines = new ArrayList<>();
        for (Result each : comparisons) {
            List<String> line = new ArrayList<>(List.of(each.bar().id(), number(each.value())));
            names.forEach(name -> line.add(number(each.others().get(name)) + (name.equals(each.best()) ? "*" : " ")));
            line.addAll(List.of(String.format(Locale.ROOT, "%.2f", each.ratio()), bytes(each), verdict(each)));
            lines.add(line);
        }
        return table(headings, right, lines);
    }

    static String verdict(Result result) {
        return result.passed() ? "pass" : "MISS";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%.0f", value);
    }

    static String bytes(Result result) {
        return result.bytes().map(Report::bytes).orElse("-");
    }

    private static String bytes(double bytes) {
        return bytes < 1e5 ? String.format(Locale.ROOT, "%.2f", bytes) : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String table(List<String> headings, List<Boolean> right, List<List<String>> lines) {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = headings.get(i).length();
            for (List<String> line : lines) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder(line(headings, right, widths));
        for (List<String> line : lines) {
            text.append(line(line, right, widths));
        }
        return text.toString();
    }

    private static String line(List<String> cells, List<Boolean> right, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(right.get(i) ? gap + cells.get(i) : cells.get(i) + gap);
        }
        return line.toString().stripTrailing() + "\n";
    }

    boolean passed() {
        return results.stream().allMatch(Result::passed);
    }

    /** Writes it: a page where the file's name ends in .md, else one JSON object. */
    void write(Path file) throws IOException {
        if (file.toString().endsWith(".md")) {
            Files.writeString(file, new Page(this).text());
            return;
        }
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file)).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeObjectFieldStart("machine");
            json.writeStringField("cpu", machine.cpu());
            json.writeNumberField("processors", machine.processors());
            json.writeStringField("system", machine.system());
            json.writeStringField("java", machine.java());
            json.writeEndObject();
            json.writeStringField("date", date.toString());
            json.writeBooleanField("quick", quick);
            json.writeArrayFieldStart("results");
            for (Result result : results) {
                write(result, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Result result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("bar", result.bar().id());
        json.writeStringField("promise", result.bar().promise());
        json.writeNumberField("value", result.value());
        json.writeStringField("unit", result.unit());
        if (result.bytes().isPresent()) {
            json.writeNumberField("bytesPerOperation", result.bytes().get());
        }
        if (!result.others().isEmpty()) {
            json.writeObjectFieldStart("ssj");
            for (Map.Entry<String, Double> other : result.others().entrySet()) {
                json.writeNumberField(other.getKey(), other.getValue());
            }
            json.writeEndObject();
            json.writeStringField("best", result.best());
            json.writeNumberField("ratio", result.ratio());
        }
        json.writeBooleanField("passed", result.passed());
        json.writeEndObject();
    }
}
