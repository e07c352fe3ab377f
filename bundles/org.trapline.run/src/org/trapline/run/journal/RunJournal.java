// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.trapline.result.Breakdown;
import org.trapline.result.ResultRow;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.format.ResultReader;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;
import org.trapline.run.evaluate.KnownCells;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The finished cells of a run, in a file: a line that says of what, then the rows as they come, and a last line when all are there. Rows come in the order
 * of cells, so that a run that was stopped in any way goes on after the last cell that is whole.
 */
public final class RunJournal implements AutoCloseable {

	private static final String COMPLETE = "{\"complete\":true}";

	/**
	 * What a file has.
	 *
	 * @param settings what its rows are of
	 * @param rows     those of cells that are whole, in order
	 * @param complete whether all cells are there
	 * @param end      where the last of these rows ends, in bytes
	 */
	public record Content(JournalSettings settings, List<ResultRow> rows, boolean complete, long end) {
		public Content {
			rows = List.copyOf(rows);
		}
	}

	private final FileChannel channel;
	private final Path file;
	private final KnownCells known;
	private final long rows;
	private final boolean complete;

	private RunJournal(FileChannel channel, Path file, KnownCells known, long rows, boolean complete) {
		this.channel = channel;
		this.file = file;
		this.known = known;
		this.rows = rows;
		this.complete = complete;
	}

	/**
	 * Opens a journal, or begins one where there is no file.
	 *
	 * @throws IOException when the file is a journal of something else, or the disk refuses; the message says the way out
	 */
	public static RunJournal open(Path file, JournalSettings settings) throws IOException {
		if (!Files.exists(file) || Files.size(file) == 0) {
			RunJournal begun = new RunJournal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), file, KnownCells.NONE, 0, false);
			begun.write(settings.json() + "\n");
			return begun;
		}
		Content content = read(file);
		if (!content.settings().equals(settings)) {
			throw new IOException(file + " is the journal of another run: its study, options or shard differ. Name another file, or remove this one");
		}
		FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
		if (!content.complete()) {
			channel.truncate(content.end());
		}
		channel.position(channel.size());
		return new RunJournal(channel, file, new KnownCells(content.rows()), content.rows().size(), content.complete());
	}

	/**
	 * Reads a journal.
	 *
	 * @throws IOException when it is none, or cannot be read; the message names the file
	 */
	public static Content read(Path file) throws IOException {
		JsonMapper mapper = new JsonMapper();
		StringBuilder text = new StringBuilder();
		List<Long> ends = new ArrayList<>();
		JournalSettings settings = null;
		boolean complete = false;
		long end = 0;
		try (BufferedReader in = Files.newBufferedReader(file)) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				long next = end + line.getBytes(StandardCharsets.UTF_8).length + 1;
				if (next > Files.size(file)) {
					// Cut off: its cell is not whole.
					break;
				}
				end = next;
				if (settings == null) {
					settings = JournalSettings.of(mapper.readTree(line));
					ends.add(end);
				} else if (line.equals(COMPLETE)) {
					complete = true;
				} else {
					text.append(line).append('\n');
					ends.add(end);
				}
			}
			if (settings == null) {
				throw new IOException("it is no journal of a run");
			}
			List<ResultRow> rows = ResultReader.rows(new BufferedReader(new StringReader(text.toString())));
			int whole = rows.size();
			if (!complete && whole > 0) {
				ResultRow last = rows.getLast();
				while (whole > 0 && KnownCells.sameCell(rows.get(whole - 1), last)) {
					whole--;
				}
			}
			return new Content(settings, rows.subList(0, whole), complete, ends.get(whole));
		} catch (JsonProcessingException e) {
			throw new IOException(file + " cannot be read: it is no journal of a run", e);
		} catch (IOException e) {
			throw new IOException(file + " cannot be read: " + e.getMessage(), e);
		}
	}

	/** The cells that it had when it was opened. */
	public KnownCells known() {
		return known;
	}

	/** Whether all cells were there when it was opened. */
	public boolean isComplete() {
		return complete;
	}

	/** Takes rows, those that it has already included. */
	public StudySink sink() throws IOException {
		StudySink written = ResultFormat.journal(new Appendable() {
			@Override
			public Appendable append(CharSequence text) throws IOException {
				write(text.toString());
				return this;
			}

			@Override
			public Appendable append(CharSequence text, int start, int end) throws IOException {
				return append(text.subSequence(start, end));
			}

			@Override
			public Appendable append(char c) throws IOException {
				return append(String.valueOf(c));
			}
		});
		return new After(written);
	}

	/** Leaves out the rows that the file has. */
	private final class After implements StudySink {

		private final StudySink written;
		private long seen;

		After(StudySink written) {
			this.written = written;
		}

		@Override
		public void begin(StudyPlan study) throws IOException {
			written.begin(study);
		}

		@Override
		public void begin(ExperimentPlan experiment) throws IOException {
			written.begin(experiment);
		}

		@Override
		public void row(ResultRow row) throws IOException {
			if (seen++ >= rows) {
				written.row(row);
			}
		}

		@Override
		public boolean takesBreakdowns() {
			return false;
		}

		@Override
		public void breakdown(Breakdown breakdown) {
			// A journal has rows.
		}

		@Override
		public void end() throws IOException {
			written.end();
		}

		@Override
		public void end(String fingerprint) throws IOException {
			written.end(fingerprint);
		}
	}

	/** All cells are there. */
	public void complete() throws IOException {
		if (!complete) {
			write(COMPLETE + "\n");
		}
	}

	private void write(String text) throws IOException {
		if (text.isEmpty()) {
			return;
		}
		ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
		try {
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		} catch (IOException e) {
			throw new IOException(file + " cannot be written: " + e.getMessage() + ". What it has is whole: free some space, and run the same command again", e);
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
