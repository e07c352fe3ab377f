// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.ErrorCollector;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;
import org.trapline.model.Experiment;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.result.StudyResult;
import org.trapline.result.format.ResultFormat;
import org.trapline.run.Examples;
import org.trapline.sim.random.RandomStream;

/**
 * What the product prints is, byte by byte, what it printed before: goldens of every shipped study, as the commands print it. They pin
 * the results, the fingerprints (in the JSON) and the random numbers of each point while the code that makes them moves.
 *
 * <pre>
 * goldens/STUDIES/STUDY.table.txt, .csv, .json         trapline run STUDY.trapline --format table, csv, json
 * goldens/STUDIES/STUDY.explain/STACK.WORKLOAD.txt     trapline explain STUDY.trapline --stack STACK --operation WORKLOAD
 * goldens/explain-digests.txt                          lines and SHA-256 of pages of more than 60 kB
 * goldens/streams.json                                 a swept, sampled and repeated flow: names of random streams that no shipped study has
 * goldens/streams.txt                                  the first numbers of streams by their names
 * </pre>
 *
 * <p>
 * A change that is meant to change them renews them: run this test with the system property {@code trapline.goldens=write}. The environment
 * variable hands it to the test's own JVM, in the build as in an IDE:
 *
 * <pre>
 * JAVA_TOOL_OPTIONS=-Dtrapline.goldens=write ./trapline test
 * </pre>
 *
 * Goldens of studies, stacks and workloads that are gone are deleted then. Look at what {@code git diff} says before the commit, which has to say
 * why they changed. The folder is found beside the bundle's sources: the working directory of the test is the bundle's folder.
 */
public class GoldensTest {

	private static final Goldens GOLDENS = new Goldens(Path.of("goldens").toAbsolutePath());

	/** Longer pages are kept as digests. */
	private static final int LONGEST_PAGE = 60_000;
	private static final String DIGESTS = "explain-digests.txt";
	private static final String STREAM_RESULTS = "streams.json";
	private static final String STREAM_NUMBERS = "streams.txt";

	/** Flows at points of sweeps and of a Latin hypercube, with replications and with a seed. */
	private static final String STREAMS = """
			import "org.trapline.cpu.smt/haswell-smt"

			stack Nested   on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 }
			stack Software extends Nested { mechanism svt.software }

			experiment Swept {
				stacks Nested, Software
				workload tcp_rr, disk_reads
				measure latency, latency.p99, throughput
				sweep vm_exit from 500 to 2000 cycles in 2 points
				sweep vm_entry from 500 to 2000 cycles in 2 points logarithmic
			}

			experiment Sampled {
				stacks Nested
				workload disk_read
				measure latency
				sweep vm_exit from 500 to 2000 cycles
				sweep vm_entry from 500 to 2000 cycles logarithmic
				latin hypercube 3 points
				replications 2
				seed 7
			}
			""";

	/** Paths of streams, from the seed on: points of shipped studies and of {@link #STREAMS}, and below them what flows and replications take. */
	private static final List<List<String>> STREAM_PATHS = List.of(List.of("io", "Latency", "tcp_rr", ""), List.of("io", "Latency", "tcp_rr", "", "demands"),
			List.of("io", "Bandwidth", "disk_reads", ""), List.of("combine", "Requests", "disk_read", ""),
			List.of("waits", "Waits", "tcp_rr", ""), List.of("streams", "Swept", "tcp_rr", "vm_exit = 500 cycles,vm_entry = 2000 cycles"),
			List.of("latin hypercube", "thread_stall"), List.of("latin hypercube", "thread_resume"), List.of("latin hypercube", "svt_transform"),
			List.of("latin hypercube", "svt_state"), List.of("Größe µ"));

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	/** What the product writes now, by the golden's name. */
	private static final SortedMap<String, String> ACTUAL = new TreeMap<>();

	@Rule
	public final ErrorCollector differences = new ErrorCollector();

	@BeforeClass
	public static void run() throws Exception {
		StringBuilder digests = new StringBuilder();
		for (Examples.Example example : Examples.shipped()) {
			Path folder = FOLDER.newFolder(example.id()).toPath();
			for (Examples.ExampleFile file : example.files()) {
				Path study = Shipped.copy(example.id(), file.path(), folder);
				String name = example.id() + "/" + file.path().replaceFirst("\\.trapline$", "");
				// One run for three formats: three commands would run and parse the study three times.
				List<StudyResult> results = List.of(Installed.run(study));
				ACTUAL.put(name + ".table.txt", written(ResultFormat.TABLE, results));
				ACTUAL.put(name + ".csv", written(ResultFormat.CSV, results));
				ACTUAL.put(name + ".json", written(ResultFormat.JSON, results));
				explain(study, name, digests);
			}
		}
		ACTUAL.put(DIGESTS, digests.toString());
		Path streams = Files.writeString(FOLDER.getRoot().toPath().resolve("streams.trapline"), STREAMS);
		ACTUAL.put(STREAM_RESULTS, printed("run", streams.toString(), "--format", "json"));
		ACTUAL.put(STREAM_NUMBERS, STREAM_PATHS.stream().map(GoldensTest::firstNumbers).collect(Collectors.joining()));
		if (Goldens.areWritten()) {
			renew();
		}
	}

	private static void renew() throws IOException {
		for (String name : GOLDENS.names()) {
			if (!ACTUAL.containsKey(name)) {
				GOLDENS.delete(name);
			}
		}
		for (Map.Entry<String, String> each : ACTUAL.entrySet()) {
			GOLDENS.write(each.getKey(), each.getValue());
		}
	}

	/** Explains each operation workload of the study's experiments on each of its stacks, the baseline among them. */
	private static void explain(Path study, String name, StringBuilder digests) throws Exception {
		Set<List<String>> cells = new LinkedHashSet<>();
		for (Experiment experiment : experiments(study)) {
			Set<Stack> stacks = new LinkedHashSet<>(experiment.getStacks());
			if (experiment.getBaseline() != null) {
				stacks.add(experiment.getBaseline());
			}
			stacks.forEach(stack -> experiment.getWorkloads().stream().filter(OperationWorkload.class::isInstance)
					.forEach(workload -> cells.add(List.of(stack.getName(), workload.getName()))));
		}
		for (List<String> cell : cells) {
			String golden = name + ".explain/" + cell.get(0) + "." + cell.get(1) + ".txt";
			String page = printed("explain", study.toString(), "--stack", cell.get(0), "--operation", cell.get(1));
			byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
			if (bytes.length <= LONGEST_PAGE) {
				ACTUAL.put(golden, page);
			} else {
				String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
				digests.append(golden + " " + page.lines().count() + " lines " + digest + "\n");
			}
		}
	}

	private static List<Experiment> experiments(Path study) throws IOException {
		return Installed.STUDIES.read(study).getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).toList();
	}

	private static String written(ResultFormat format, List<StudyResult> results) throws IOException {
		StringBuilder text = new StringBuilder();
		format.write(results, text);
		return text.toString();
	}

	/** What a command prints; it has to succeed. */
	private static String printed(String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		PrintWriter printer = new PrintWriter(out);
		PrintWriter problems = new PrintWriter(err);
		int status = new TraplineCommand(() -> Installed.CATALOG, printer, problems).execute(arguments);
		printer.flush();
		problems.flush();
		assertEquals("trapline " + String.join(" ", arguments) + "\n" + err, 0, status);
		return out.toString();
	}

	private static String firstNumbers(List<String> path) {
		RandomStream stream = RandomStream.of(1);
		for (String name : path) {
			stream = stream.child(name);
		}
		RandomGenerator random = stream.generator();
		return String.join(" / ", path) + ": seed " + stream.seed() + ", numbers " + random.nextLong() + " " + random.nextLong() + " " + random.nextDouble() + "\n";
	}

	private void compare(Predicate<String> names) {
		List<String> chosen = ACTUAL.keySet().stream().filter(names).toList();
		assertTrue("nothing is compared", !chosen.isEmpty());
		for (String name : chosen) {
			differences.checkSucceeds(() -> {
				GOLDENS.difference(name, ACTUAL.get(name)).ifPresent(difference -> {
					throw new AssertionError(difference);
				});
				return null;
			});
		}
	}

	@Test
	public void tablesAreTheSameBytes() {
		compare(name -> name.endsWith(".table.txt"));
	}

	@Test
	public void csvIsTheSameBytes() {
		compare(name -> name.endsWith(".csv"));
	}

	@Test
	public void jsonAndItsFingerprintsAreTheSameBytes() {
		compare(name -> name.endsWith(".json") && !name.equals(STREAM_RESULTS));
	}

	@Test
	public void explanationsAreTheSameBytes() {
		compare(name -> name.contains(".explain/") || name.equals(DIGESTS));
	}

	@Test
	public void everyPointHasTheRandomNumbersThatItHad() {
		compare(STREAM_RESULTS::equals);
	}

	@Test
	public void aStreamOfThatNameHasTheNumbersThatItHad() {
		compare(STREAM_NUMBERS::equals);
	}

	@Test
	public void everyGoldenIsStillWritten() throws Exception {
		SortedSet<String> left = new TreeSet<>(GOLDENS.names());
		left.removeAll(ACTUAL.keySet());
		assertEquals("goldens that the product no longer writes", Set.of(), left);
	}
}
