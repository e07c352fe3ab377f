// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.trapline.trace.analysis.ExitAnalysis;
import org.trapline.trace.kvm.EventTraceReader;
import org.trapline.trace.line.LineKinds;
import org.trapline.trace.qemu.QemuLogReader;
import org.trapline.trace.read.Anchor;
import org.trapline.trace.read.ExitListener;
import org.trapline.trace.read.Progress;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.Machine;
import org.trapline.trace.summary.Span;
import org.trapline.trace.summary.TimeMeaning;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.summary.TraceSource;
import org.trapline.trace.summary.TraceSummary;
import org.trapline.trace.table.BenchmarkReader;
import org.trapline.trace.table.PerfKvmStatReader;
import org.trapline.trace.table.PerfStatReader;
import org.trapline.trace.text.LineSource;
import org.trapline.trace.text.Losses;
import org.trapline.trace.text.StoredBytes;
import org.trapline.trace.text.Unpacking;

/**
 * Reads traces and tables of exits of real KVM machines, plain or packed with gzip. What a file is shows in its content. It is read once, from start to
 * end, in memory that does not depend on its length.
 */
public final class TraceReader {

	private static final double NANOS = 1e9;

	private final TraceOptions options;
	private final Progress progress;
	private final ExitListener listener;

	/**
	 * @param options  what to read
	 * @param progress hears how far it is, and can end it
	 * @param listener hears of every exit that is counted
	 */
	public TraceReader(TraceOptions options, Progress progress, ExitListener listener) {
		this.options = Objects.requireNonNull(options);
		this.progress = Objects.requireNonNull(progress);
		this.listener = Objects.requireNonNull(listener);
	}

	/** A reader that tells nothing on its way. */
	public TraceReader(TraceOptions options) {
		this(options, Progress.NONE, ExitListener.NONE);
	}

	/**
	 * Reads a file.
	 *
	 * @throws TraceException                             when it is none, cannot be read, or is no trace
	 * @throws java.util.concurrent.CancellationException when progress is cancelled
	 */
	public TraceSummary read(Path file) throws TraceException {
		String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
		if (!Files.exists(file)) {
			throw new TraceException(file + " does not exist", 0);
		}
		if (Files.isDirectory(file)) {
			throw new TraceException(file + " is a folder; name a trace in it", 0);
		}
		if (!Files.isRegularFile(file)) {
			throw new TraceException(file + " is no regular file; save what comes out of it to a file first, with 'cat " + name + " > FILE'", 0);
		}
		try (InputStream in = Files.newInputStream(file)) {
			return read(name, in, Files.size(file));
		} catch (AccessDeniedException e) {
			throw new TraceException(file + " cannot be read: you have no permission to. Traces of root are often so: 'sudo chown $USER " + name + "'", 0, e);
		} catch (IOException e) {
			throw new TraceException(file + " cannot be read: " + e.getMessage(), 0, e);
		}
	}

	/**
	 * Reads a stream to its end, and leaves it open.
	 *
	 * @param name  for messages and results
	 * @param total of its bytes, for progress; -1 where it is not known
	 * @throws TraceException                             when it cannot be read, or is no trace
	 * @throws java.util.concurrent.CancellationException when progress is cancelled
	 */
	public TraceSummary read(String name, InputStream in, long total) throws TraceException {
		if (options.from() >= options.to()) {
			throw new TraceException(name + ": the time window from " + seconds(options.from()) + " to " + seconds(options.to())
					+ " is empty; its end has to be after its start", 0);
		}
		StoredBytes stored = new StoredBytes(in, total, progress, options.digest());
		Losses losses = new Losses();
		LineSource lines = new LineSource(Unpacking.text(stored, name), name, losses);
		LineKinds kinds = new LineKinds();
		TraceKind kind = kinds.find(lines);
		if (options.windowed() && !kind.timed()) {
			throw lines.fileError("is output of " + kind.label() + ", which has no times; read it without a time window");
		}
		return switch (kind) {
		case FTRACE, TRACE_CMD, PERF_SCRIPT -> {
			EventTraceReader reader = new EventTraceReader(lines, kind, options, listener, losses, kinds);
			ExitAnalysis analysis = reader.read();
			yield exits(kind, lines, stored, losses, analysis, reader.machine(), new long[] {reader.events(), reader.kvmEvents()});
		}
		case QEMU_INT -> {
			QemuLogReader reader = new QemuLogReader(lines, options, listener, losses, kinds);
			ExitAnalysis analysis = reader.read();
			yield exits(kind, lines, stored, losses, analysis, reader.machine(), new long[] {reader.exceptions(), reader.exits()});
		}
		case PERF_KVM_STAT -> {
			PerfKvmStatReader reader = new PerfKvmStatReader(lines, losses, kinds);
			reader.read();
			yield new TraceSummary(kind, source(lines, stored, 0, 0), reader.machine(), Span.NONE, reader.meaning(), reader.exits(), reader.levels(), List.of(),
					Optional.empty(), List.of(), List.of(), losses.rows());
		}
		case PERF_STAT -> {
			PerfStatReader reader = new PerfStatReader(lines, losses, kinds);
			reader.read();
			yield new TraceSummary(kind, source(lines, stored, 0, 0), reader.machine(), Span.NONE, TimeMeaning.NONE, List.of(), List.of(), List.of(),
					Optional.empty(), reader.counters(), List.of(), losses.rows());
		}
		case VMEXIT, MICRO_BENCH -> {
			BenchmarkReader reader = new BenchmarkReader(lines, kind, losses, kinds);
			reader.read();
			yield new TraceSummary(kind, source(lines, stored, 0, 0), reader.machine(), Span.NONE, TimeMeaning.NONE, List.of(), List.of(), List.of(),
					Optional.empty(), List.of(), reader.rows(), losses.rows());
		}
		};
	}

	private TraceSummary exits(TraceKind kind, LineSource lines, StoredBytes stored, Losses losses, ExitAnalysis analysis, Machine machine, long[] counts)
			throws TraceException {
		if (!options.windowed() || analysis.hasExits()) {
			checkAnchor(lines, analysis);
		} else {
			Span all = analysis.spanOfAll();
			throw lines.fileError("has no exit from " + seconds(options.from()) + " to " + seconds(options.to()) + "; its exits are from "
					+ seconds(all.first()) + " to " + seconds(all.last()) + ". Choose a time window within that");
		}
		return new TraceSummary(kind, source(lines, stored, counts[0], counts[1]), machine, analysis.span(), kind.timed() ? TimeMeaning.HANDLING : TimeMeaning.NONE,
				analysis.exits(), analysis.levels(), analysis.reflections(), analysis.operation(), List.of(), List.of(), losses.rows());
	}

	private void checkAnchor(LineSource lines, ExitAnalysis analysis) throws TraceException {
		if (!analysis.anchorOccurs()) {
			Anchor anchor = options.anchor().orElseThrow();
			throw lines.fileError("has no exit " + anchor.label() + " that an operation could begin with; its exits are: "
					+ analysis.exits().stream().map(row -> row.key().label()).limit(20).collect(Collectors.joining(", ")));
		}
	}

	private static TraceSource source(LineSource lines, StoredBytes stored, long events, long kvmEvents) {
		return new TraceSource(lines.name(), stored.sha256(), stored.bytes(), lines.number(), events, kvmEvents);
	}

	private static String seconds(long nanos) {
		return nanos == Long.MIN_VALUE ? "the start" : nanos == Long.MAX_VALUE ? "the end" : String.format(Locale.ROOT, "%.9f s", nanos / NANOS);
	}
}
