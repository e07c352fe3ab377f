// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;
import org.trapline.run.Shard;
import org.trapline.run.journal.RunJournal;

/** Runs that go on, and runs in shards: the same bytes as one run, whatever happened on the way. */
public class JournalTest {

	/** Operations at points, exits by reason, a flow with replications, a summary, intervals of costs: all kinds of rows. */
	private static final String STUDY = """
			import "org.trapline.cpu.smt/haswell-smt"
			costs Mine extends HaswellByParts { auxiliary_logic = 1000 to 2000 ns assumed "x" }
			platform Mine { cpu x86.haswell clock 2.4 GHz cores 16 threads 2 costs Mine }
			stack Vm     on Mine { L0 KvmByParts              guest L1 }
			stack Nested on Mine { L0 KvmByParts L1 KvmByParts guest L2 }
			experiment Points { stacks Vm, Nested baseline Vm workload cpuid measure traps, cycles, time, speedup sweep transform 100, 200, 300, 400, 500 ns sweep clock 2, 3 GHz }
			experiment Exits { stacks Vm, Nested workload cpuid measure exits, cycles }
			experiment Flow { stacks Nested workload tcp_rr measure latency, throughput replications 2 sweep clients 1, 2, 3 }
			experiment Distribution { stacks Vm, Nested workload cpuid measure time latin hypercube 50 points sweep transform from 100 to 900 ns summary }
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter err = new StringWriter();
	private Path study;

	@Before
	public void write() throws Exception {
		study = Files.writeString(folder.getRoot().toPath().resolve("own.trapline"), STUDY);
	}

	private int status(StringWriter out, Object... arguments) {
		err.getBuffer().setLength(0);
		return new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err)).execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
	}

	private String printed(Object... arguments) {
		StringWriter out = new StringWriter();
		assertEquals(err.toString(), 0, status(out, arguments));
		return out.toString();
	}

	private Path file(String name) {
		return folder.getRoot().toPath().resolve(name);
	}

	private void assertRefused(String message, Object... arguments) {
		StringWriter out = new StringWriter();
		assertEquals(2, status(out, arguments));
		assertThat(err.toString(), containsString(message));
		assertEquals("", out.toString());
	}

	@Test
	public void aRunWithAJournalPrintsWhatItPrintsWithout() throws Exception {
		assertEquals(printed("run", study, "--format", "json"), printed("run", study, "--format", "json", "--resume", file("j")));
		assertTrue(RunJournal.read(file("j")).complete());
	}

	@Test
	public void aRunThatWasCutAnywhereGoesOnToTheSameBytes() throws Exception {
		String whole = printed("run", study, "--format", "csv");
		printed("run", study, "--format", "csv", "--resume", file("j"));
		byte[] journal = Files.readAllBytes(file("j"));
		for (int share = 1; share < 10; share++) {
			Files.write(file("j"), Arrays.copyOf(journal, journal.length * share / 10));
			assertEquals("cut after " + share + " tenths", whole, printed("run", study, "--format", "csv", "--resume", file("j")));
			assertEquals(new String(journal, StandardCharsets.UTF_8), Files.readString(file("j")));
		}
	}

	@Test
	public void aFinishedJournalIsARunWithoutWork() throws Exception {
		String whole = printed("run", study, "--resume", file("j"));
		assertEquals(whole, printed("run", study, "--resume", file("j")));
		assertThat(err.toString(), containsString(" has all "));
	}

	@Test
	public void shardsMergeToTheSameBytesInEveryFormat() throws Exception {
		for (int count : new int[] { 1, 3, 40 }) {
			List<Object> merge = new ArrayList<>(List.of("merge", study));
			for (int i = count; i >= 1; i--) {
				Path part = file("part-" + i + "-of-" + count);
				assertEquals("", printed("run", study, "--shard", i + "/" + count, "--resume", part));
				merge.add(part);
			}
			for (String format : List.of("table", "csv", "json", "latex")) {
				List<Object> arguments = new ArrayList<>(merge);
				arguments.addAll(List.of("--format", format));
				assertEquals(count + " shards, " + format, printed("run", study, "--format", format), printed(arguments.toArray()));
			}
		}
	}

	@Test
	public void theShardsOfCellsAreAllCellsOnce() {
		for (int of : new int[] { 1, 2, 3, 7, 1_000 }) {
			for (long cells : new long[] { 0, 1, 5, 1_000_003, 1L << 40 }) {
				long next = 0;
				for (int i = 1; i <= of; i++) {
					Shard shard = new Shard(i, of);
					assertEquals(next, shard.from(cells));
					next = shard.to(cells);
				}
				assertEquals(cells, next);
			}
		}
	}

	@Test
	public void anotherStudyOrOtherOptionsAreRefused() throws Exception {
		printed("run", study, "--resume", file("j"));
		assertRefused("is the journal of another run: its study, options or shard differ", "run", study, "--resume", file("j"), "--seed", "7");
		Files.writeString(study, STUDY.replace("300, 400", "300, 401"));
		assertRefused("is the journal of another run", "run", study, "--resume", file("j"));
		assertRefused("is not of " + study + " as it is now", "merge", study, file("j"));
	}

	@Test
	public void whatIsNoJournalIsLeftAlone() throws Exception {
		Files.writeString(file("notes"), "my notes\n");
		assertRefused("notes cannot be read: it is no journal of a run", "run", study, "--resume", file("notes"));
		assertEquals("my notes\n", Files.readString(file("notes")));
	}

	@Test
	public void aMissingAnUnfinishedAndADoubleShardAreNamed() throws Exception {
		printed("run", study, "--shard", "1/3", "--resume", file("a"));
		printed("run", study, "--shard", "2/3", "--resume", file("b"));
		assertRefused("shard 3/3 is missing: run it with --shard 3/3", "merge", study, file("a"), file("b"));
		Files.copy(file("a"), file("c"));
		assertRefused("are both shard 1/3: leave one out", "merge", study, file("a"), file("c"));
		String text = Files.readString(file("b"));
		Files.writeString(file("b"), text.substring(0, text.length() / 2));
		assertRefused("is not finished: run shard 2/3 again with --resume ", "merge", study, file("a"), file("b"));
	}

	@Test
	public void progressDoesNotChangeTheResult() throws Exception {
		assertEquals(printed("run", study, "--format", "json"), printed("run", study, "--format", "json", "--progress"));
	}

	@Test
	public void badShardsAreExplained() throws Exception {
		assertRefused("'4/3' is no shard: write I/N, as 2/8 for the second of eight", "run", study, "--shard", "4/3", "--resume", file("j"));
		assertRefused("--shard 1/3: a part of the results goes to a file: add --resume FILE", "run", study, "--shard", "1/3");
		assertRefused("give --resume or --out, not both", "run", study, "--resume", file("j"), "--out", file("out"));
		assertFalse(Files.exists(file("j")));
	}
}
