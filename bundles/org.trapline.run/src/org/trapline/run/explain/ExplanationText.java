// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.trapline.result.format.Table;
import org.trapline.result.format.Wrapped;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.bill.Outcome;

/** The text of an explanation: its subject, the folded tree with its numbers, and the cycles by level and cause. */
final class ExplanationText {

	/** Columns of a page. */
	private static final int WIDTH = 120;
	private static final String GAP = "  ";

	private ExplanationText() {
	}

	static void write(Explanation explanation, int depth, boolean all, Appendable out) throws IOException {
		Outcome outcome = explanation.tree().outcome();
		wrapped(heading(explanation), out);
		wrapped(traps(outcome), out);
		out.append('\n');
		int trapsWidth = Math.max("traps".length(), grouped(outcome.traps()).length());
		int cyclesWidth = Math.max("cycles".length(), grouped(outcome.cycles()).length());
		int most = WIDTH - 2 * GAP.length() - trapsWidth - cyclesWidth;
		List<FoldedTree.Line> lines = FoldedTree.lines(explanation.tree(), depth, all, most);
		int textWidth = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
		out.append(row("", textWidth, "traps", trapsWidth, "cycles", cyclesWidth));
		for (FoldedTree.Line line : lines) {
			out.append(line.count().map(sum -> row(line.text(), textWidth, grouped(sum.traps()), trapsWidth, grouped(sum.cycles()), cyclesWidth))
					.orElse(line.text() + "\n"));
		}
		out.append('\n');
		causes(explanation, out);
		if (!explanation.parts().isEmpty()) {
			out.append('\n');
			parts(explanation.parts(), outcome, out);
		}
	}

	/** The parts into which metrics of plug-ins break the operation down. */
	private static void parts(List<Explanation.Part> parts, Outcome outcome, Appendable out) throws IOException {
		int partWidth = parts.stream().mapToInt(part -> part.title().length()).max().orElseThrow();
		String format = "%-" + partWidth + "s  %" + Math.max("cycles".length(), grouped(outcome.cycles()).length()) + "s  %7s";
		out.append(line(format, "part", "cycles", "share"));
		for (Explanation.Part each : parts) {
			out.append(line(format, each.title(), grouped(each.cycles()), outcome.cycles() == 0 ? "" : share(each.cycles(), outcome.cycles())));
		}
	}

	private static void wrapped(String text, Appendable out) throws IOException {
		for (String line : Wrapped.lines(text, 0, WIDTH)) {
			out.append(line).append('\n');
		}
	}

	private static String heading(Explanation explanation) {
		List<String> software = explanation.software();
		List<String> levels = new ArrayList<>();
		int from = 0;
		for (int level = 0; level < software.size(); level++) {
			if (level + 1 == software.size() || !software.get(level + 1).equals(software.get(level))) {
				levels.add((from == level ? "L" + level : "L" + from + "-L" + level) + " " + software.get(level));
				from = level + 1;
			}
		}
		return explanation.operation() + " on " + explanation.stack() + ": " + String.join(", ", levels);
	}

	private static String traps(Outcome outcome) {
		List<String> byLevel = new ArrayList<>();
		for (int level = outcome.levels() - 1; level > 0; level--) {
			if (outcome.traps(level) > 0) {
				byLevel.add(grouped(outcome.traps(level)) + " by L" + level);
			}
		}
		return grouped(outcome.traps()) + (outcome.traps() == 1 ? " trap" : " traps")
				+ (byLevel.isEmpty() ? "" : " (" + String.join(", ", byLevel) + ")") + ", " + grouped(outcome.cycles()) + " cycles";
	}

	private static void causes(Explanation explanation, Appendable out) throws IOException {
		Outcome outcome = explanation.tree().outcome();
		int softwareWidth = explanation.software().stream().mapToInt(String::length).max().orElseThrow();
		int numberWidth = Math.max("cycles".length(), grouped(outcome.cycles()).length());
		String format = "%-5s  %-" + softwareWidth + "s  %-10s  %" + numberWidth + "s  %7s";
		out.append(line(format, "level", "", "cause", "cycles", "share"));
		for (int level = 0; level < outcome.levels(); level++) {
			for (Cause cause : Cause.values()) {
				long cycles = outcome.cycles(level, cause);
				if (cycles > 0) {
					out.append(line(format, "L" + level, explanation.software().get(level), cause.name().toLowerCase(Locale.ROOT), grouped(cycles),
							share(cycles, outcome.cycles())));
				}
			}
		}
		out.append(line(format, "total", "", "", grouped(outcome.cycles()), outcome.cycles() == 0 ? "" : "100.0 %"));
	}

	private static String line(String format, Object... cells) {
		return String.format(Locale.ROOT, format, cells).stripTrailing() + "\n";
	}

	private static String share(long part, long whole) {
		return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
	}

	private static String row(String text, int textWidth, String traps, int trapsWidth, String cycles, int cyclesWidth) {
		return text + " ".repeat(textWidth - text.length()) + GAP + right(traps, trapsWidth) + GAP + right(cycles, cyclesWidth) + "\n";
	}

	private static String right(String text, int width) {
		return " ".repeat(width - text.length()) + text;
	}

	private static String grouped(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}
}
