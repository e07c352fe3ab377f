// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trapline.trace.level.Reason;
import org.trapline.trace.line.LineKinds;
import org.trapline.trace.name.ReasonTable;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.ExitRow;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.summary.LevelRow;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.Machine;
import org.trapline.trace.summary.TimeMeaning;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.summary.Times;
import org.trapline.trace.text.LineSource;
import org.trapline.trace.text.Losses;

/**
 * Reads the table of {@code perf kvm stat report}: of exits, of MMIO or of port accesses. Columns are not relied on, as mail wraps such tables. Levels are
 * unknown to perf: exits of a VM and of the VMs in it are one list.
 */
public final class PerfKvmStatReader {

	private static final Pattern ROW = Pattern.compile("^\\s*(\\S(?:.*?\\S)?)\\s+(\\d+)\\s+([\\d.]+)%\\s+([\\d.]+)%\\s+([\\d.]+)us\\s+([\\d.]+)us\\s+([\\d.]+)us"
			+ "(?:\\s+\\( ?\\+-\\s*([\\d.]+)% ?\\))?\\s*$");
	private static final Pattern HEAD = Pattern.compile("^\\s*(VM-EXIT|MMIO Access|IO Port Access)\\s+Samples\\b.*");
	private static final Pattern TOTAL = Pattern.compile("^\\s*Total Samples: ?(\\d+), Total events handled time: ?([\\d.]+)us\\.\\s*$");
	private static final Pattern LOST = Pattern.compile("^\\s*Lost events: ?(\\d+)\\s*$");
	private static final Pattern ACCESS = Pattern.compile("(0x[0-9a-f]+):(R|W|PIN|POUT)");
	private static final int MICRO = 1000;

	private final TableLines lines;
	private final ReasonTable reasons = new ReasonTable();
	private final List<ExitRow> rows = new ArrayList<>();
	private final Map<String, String> facts = new LinkedHashMap<>();
	private String table = "";

	public PerfKvmStatReader(LineSource lines, Losses losses, LineKinds kinds) {
		this.lines = new TableLines(lines, TraceKind.PERF_KVM_STAT, losses, kinds);
	}

	/**
	 * Reads the table.
	 *
	 * @throws TraceException when there is none, or more than one
	 */
	public void read() throws TraceException {
		String carried = "";
		for (String line = lines.next(); line != null; line = lines.next()) {
			Matcher head = HEAD.matcher(line);
			Matcher sum = TOTAL.matcher(line);
			Matcher lost = LOST.matcher(line);
			if (head.matches()) {
				begin(head.group(1));
			} else if (sum.matches()) {
				lines.lost(LossKind.TOTAL_DIFFERS, Long.parseLong(sum.group(1)) - count());
				facts.put("total events handled time", sum.group(2) + " us");
			} else if (lost.matches()) {
				lines.lost(LossKind.LOST_EVENTS, Long.parseLong(lost.group(1)));
			} else if (row(line) || !carried.isEmpty() && row(carried + " " + line)) {
				carried = "";
				continue;
			} else {
				preamble(line);
				// The first half of a row that was wrapped.
				carried = line.matches(".*\\d.*") && !table.isEmpty() ? line : "";
				lines.unread();
				continue;
			}
			carried = "";
		}
		if (rows.isEmpty()) {
			throw lines.fileError("has no rows of a table of perf kvm stat. Print it with 'perf kvm stat report --stdio'");
		}
		share();
	}

	private void begin(String name) throws TraceException {
		if (!table.isEmpty()) {
			throw lines.error("a second table begins: make one file of each, as those of live mode or of several VMs cannot be added up");
		}
		table = name;
	}

	private void preamble(String line) {
		String text = line.strip();
		if (text.startsWith("Analyze events for")) {
			facts.put("events of", text.substring("Analyze events for".length()).replaceAll("[,:\\s]+$", "").strip());
		}
	}

	private boolean row(String line) {
		Matcher row = ROW.matcher(line);
		if (!row.matches()) {
			return false;
		}
		long count = Long.parseLong(row.group(2));
		double mean = Double.parseDouble(row.group(7)) * MICRO;
		Times times = new Times(count, Double.parseDouble(row.group(5)) * MICRO, mean, Double.NaN, Double.NaN, Double.parseDouble(row.group(6)) * MICRO,
				mean * count);
		rows.add(new ExitRow(key(row.group(1)), count, 0, Double.NaN, 0, times));
		return true;
	}

	private ExitKey key(String name) {
		Matcher access = ACCESS.matcher(name);
		if (access.matches()) {
			boolean read = access.group(2).equals("R") || access.group(2).equals("PIN");
			return new ExitKey(ExitKey.UNKNOWN, ExitKey.UNKNOWN, table.startsWith("MMIO") ? "MMIO" : "IO", access.group(1),
					read ? Direction.READ : Direction.WRITE);
		}
		Reason reason = reasons.any(name);
		return new ExitKey(ExitKey.UNKNOWN, ExitKey.UNKNOWN, reason.name(), reason.register(), reason.direction());
	}

	private long count() {
		return rows.stream().mapToLong(ExitRow::count).sum();
	}

	private void share() {
		double all = count();
		rows.replaceAll(row -> new ExitRow(row.key(), row.count(), row.count() / all, row.rate(), row.userSpace(), row.times()));
		rows.sort(Comparator.comparingLong(ExitRow::count).reversed());
	}

	/** The rows, the most frequent first. */
	public List<ExitRow> exits() {
		return rows;
	}

	/** One row: of a level that is not known. */
	public List<LevelRow> levels() {
		double time = meaning() == TimeMeaning.HANDLING ? rows.stream().mapToDouble(row -> row.times().total()).sum() : 0;
		double guest = meaning() == TimeMeaning.GUEST_BEFORE_EXIT ? rows.stream().mapToDouble(row -> row.times().total()).sum() : 0;
		return List.of(new LevelRow(ExitKey.UNKNOWN, count(), 0, 0, time, guest));
	}

	/** What its times are: perf pairs exit with entry on x86, but entry with exit on Arm. */
	public TimeMeaning meaning() {
		return reasons.isa() == Isa.ARM64 ? TimeMeaning.GUEST_BEFORE_EXIT : TimeMeaning.HANDLING;
	}

	/** What the table tells of the machine. */
	public Machine machine() {
		return new Machine(reasons.isa(), 0, List.of(), 0, facts);
	}
}
