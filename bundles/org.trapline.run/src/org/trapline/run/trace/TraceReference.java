// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.trace;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.trapline.catalog.Catalog;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.trace.summary.BenchmarkRow;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.summary.Operation;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.summary.TraceSummary;

/** A trace as a table of the language that a study compares with: what one operation takes, with the trace as its source. */
public final class TraceReference {

	private static final MathContext DIGITS = new MathContext(6);
	/** The shipped workloads, by the exit that their operation begins with or by a benchmark's name of it. */
	private static final Map<String, String> ARM = Map.of("hvc64", "hypercall", "hvc", "hypercall", "ipi", "virtual_ipi");
	private static final Map<String, String> X86 = Map.of("hypercall", "hypercall", "vmmcall", "hypercall", "vmcall", "hypercall", "cpuid", "cpuid");
	private static final String ARM_LIBRARY = "org.trapline.cpu.arm/arm";
	private static final String X86_LIBRARY = "org.trapline.cpu.x86/x86";

	private final Studies studies;

	/** @param catalog what is installed */
	public TraceReference(Catalog catalog) {
		this.studies = new Studies(catalog);
	}

	/** A number of a cell, as it is written. */
	private record Number(String metric, String value, String source) {
	}

	/** Where a cell stands. */
	private record Place(String workload, String configuration) {
	}

	/**
	 * The text of a file. It has been read again and is without errors.
	 *
	 * @param name     of the table
	 * @param study    the file or library that defines the workload; empty for the library of the trace's architecture
	 * @param workload that the operation is; empty where its first exit tells
	 * @param target   where the file will be; empty for the working directory
	 * @throws IOException           with the reason, when a trace has no operation that a workload stands for
	 * @throws InvalidStudyException when the text is not valid where it is to be
	 */
	public String text(String name, List<TraceSummary> traces, Optional<String> study, Optional<String> workload, Optional<Path> target)
			throws IOException, InvalidStudyException {
		Path file = target.orElse(Path.of("reference.trapline")).toAbsolutePath().normalize();
		Map<Place, List<Number>> cells = new LinkedHashMap<>();
		List<String> left = new ArrayList<>();
		for (TraceSummary trace : traces) {
			cells(trace, workload, cells, left);
		}
		if (cells.isEmpty()) {
			throw new IOException(traces.getFirst().source().name() + (left.isEmpty() ? " has no operation that repeats: name the exit that it begins with, with --anchor"
					: " has operations of which the library has no workload (" + String.join(", ", left) + "): name a study that defines one with --study, and the workload with --workload"));
		}
		String imported = study.map(text -> text.endsWith(".trapline") ? file.getParent().relativize(Path.of(text).toAbsolutePath().normalize()).toString().replace('\\', '/') : text)
				.orElse(isArm(traces.getFirst()) ? ARM_LIBRARY : X86_LIBRARY);
		String written = text(name, traces, imported, cells, left);
		List<Diagnostic> errors = studies.withTexts(Map.of(file, written)).check(file).stream().filter(each -> each.severity() == Diagnostic.Severity.ERROR).toList();
		if (!errors.isEmpty()) {
			throw new InvalidStudyException(errors);
		}
		return written;
	}

	private static String text(String name, List<TraceSummary> traces, String imported, Map<Place, List<Number>> cells, List<String> left) {
		String sources = traces.stream().map(trace -> trace.source().name()).collect(Collectors.joining(", "));
		StringBuilder text = new StringBuilder("/*\n * Written by `./trapline trace --as reference ").append(name).append("`.\n");
		for (TraceSummary trace : traces) {
			text.append(" * ").append(trace.source().name()).append(": ").append(trace.kind().label()).append(", ").append(trace.machine().isa().label());
			trace.source().sha256().ifPresent(digest -> text.append(", SHA-256 ").append(digest));
			trace.machine().facts().forEach((what, value) -> text.append("\n *   ").append(what).append(": ").append(value.replace("*/", "* /")));
			text.append('\n');
		}
		if (!left.isEmpty()) {
			text.append(" * Left out, since the library has no workload for them: ").append(String.join(", ", left)).append(".\n");
		}
		text.append(" */\nlanguage 2\n\nimport ").append(quoted(imported)).append("\n\nreference ").append(name).append(' ').append(quoted("measured: " + sources)).append(" {\n");
		cells.keySet().stream().map(Place::configuration).distinct().sorted().forEach(each -> text.append("\tconfiguration ").append(each).append(' ')
				.append(quoted(title(each))).append('\n'));
		cells.forEach((place, numbers) -> {
			text.append("\n\tcell ").append(place.workload()).append(" on ").append(place.configuration()).append(" {\n");
			numbers.forEach(number -> text.append("\t\t").append(number.metric()).append(' ').append(number.value()).append(" measured ").append(quoted(number.source())).append('\n'));
			text.append("\t}\n");
		});
		return text.append("}\n").toString();
	}

	private static String title(String configuration) {
		return switch (configuration) {
		case "l1" -> "in a VM of the host";
		case "l2" -> "in a nested VM";
		default -> "as measured";
		};
	}

	private static void cells(TraceSummary trace, Optional<String> workload, Map<Place, List<Number>> cells, List<String> left) {
		String source = source(trace);
		if (trace.operation().isPresent()) {
			Operation operation = trace.operation().get();
			Optional<String> known = workload.or(() -> known(trace, operation.anchor().reason()));
			if (known.isEmpty()) {
				left.add(operation.anchor().label());
				return;
			}
			List<Number> numbers = cells.computeIfAbsent(new Place(known.get(), operation.anchor().level() > 1 ? "l2" : "l1"), each -> new ArrayList<>());
			numbers.add(new Number("traps", String.valueOf(operation.usual().exits().size()),
					String.format(Locale.ROOT, "%.1f %% of %d operations, %s", operation.usual().share() * 100, operation.operations(), source)));
			if (Double.isFinite(operation.duration().mean())) {
				numbers.add(new Number("time", number(operation.duration().mean()) + " ns",
						"mean of " + operation.operations() + " operations" + (Double.isFinite(operation.duration().halfWidth()) ? " ± " + number(operation.duration().halfWidth()) + " ns" : "") + ", " + source));
			}
		}
		for (BenchmarkRow row : trace.benchmarks()) {
			Optional<String> known = workload.filter(one -> trace.benchmarks().size() == 1).or(() -> known(trace, row.name()));
			if (row.skipped() || known.isEmpty()) {
				left.add(row.name());
			} else {
				cells.computeIfAbsent(new Place(known.get(), "guest"), each -> new ArrayList<>())
						.add(new Number("cycles".equals(row.unit()) ? "cycles" : "time", number(row.mean()) + " " + row.unit(), "'" + row.name() + "', " + source));
			}
		}
	}

	private static Optional<String> known(TraceSummary trace, String name) {
		return Optional.ofNullable((isArm(trace) ? ARM : X86).get(name.toLowerCase(Locale.ROOT)));
	}

	private static boolean isArm(TraceSummary trace) {
		return trace.machine().isa() == Isa.ARM64 || trace.kind() == TraceKind.MICRO_BENCH || trace.kind() == TraceKind.QEMU_INT;
	}

	/** The trace, its digest, kernel and machine. */
	private static String source(TraceSummary trace) {
		StringBuilder source = new StringBuilder(trace.source().name()).append(" (").append(trace.kind().label());
		trace.source().sha256().ifPresent(digest -> source.append(", SHA-256 ").append(digest));
		trace.machine().facts().forEach((what, value) -> source.append(", ").append(what).append(' ').append(value));
		return source.append(')').toString();
	}

	private static String number(double value) {
		BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
		return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}
}
