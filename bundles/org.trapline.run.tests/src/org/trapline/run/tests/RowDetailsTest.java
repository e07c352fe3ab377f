// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import org.trapline.result.ExitDetail;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Fingerprint;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.RowDetail;
import org.trapline.result.StudyResult;
import org.trapline.result.Summary;
import org.trapline.result.SummaryBuilder;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.format.ResultReader;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;
import org.trapline.sim.isa.Direction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Rows of sweeps, of exits by reason and of summaries: how they are written, and that they are read as they were. */
public class RowDetailsTest {

	private static ResultRow row(Metric metric, String value, List<ParameterValue> parameters, RowDetail detail) {
		return new ResultRow("s", "E", "Nested", "hypercall", 2, parameters, metric, new BigDecimal(value), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.ofNullable(detail));
	}

	private static ResultRow exits(int level, String reason, String register, Direction direction, String count, String share, String cycles) {
		return row(Metric.EXITS, count, List.of(), new ExitDetail(level, level - 1, reason, Optional.ofNullable(register), Optional.ofNullable(direction),
				new BigDecimal(share), new BigDecimal(cycles)));
	}

	private static StudyResult exits() {
		return of(row(Metric.TRAPS, "5", List.of(), null), exits(2, "VMCALL", null, null, "1", "20", "1200"),
				exits(1, "VMWRITE", "GUEST_RIP", Direction.WRITE, "1", "20", "900"), exits(1, "VMREAD", "GUEST_RIP", Direction.READ, "3", "60", "2500"));
	}

	private static StudyResult swept() {
		List<ResultRow> rows = new ArrayList<>();
		for (String clock : List.of("2.4 GHz", "3 GHz")) {
			rows.add(row(Metric.CYCLES, "100", List.of(new ParameterValue("vcpus", 4), ParameterValue.parse("clock", clock)), null));
		}
		return of(rows.toArray(ResultRow[]::new));
	}

	private static StudyResult summarized() {
		SummaryBuilder values = new SummaryBuilder();
		for (int i = 100; i > 0; i--) {
			values.add(i);
		}
		return of(row(Metric.CYCLES, values.mean().toPlainString(), List.of(), values.build()));
	}

	private static StudyResult of(ResultRow... rows) {
		ExperimentResult experiment = new ExperimentResult("s", "E", "Title", List.of(rows), List.of());
		return new StudyResult("s", Fingerprint.of(List.of(experiment)), List.of(experiment));
	}

	private static String written(ResultFormat format, StudyResult... results) throws IOException {
		StringBuilder out = new StringBuilder();
		format.write(List.of(results), out);
		return out.toString();
	}

	private static List<CSVRecord> csv(StudyResult... results) throws IOException {
		return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(written(ResultFormat.CSV, results))).getRecords();
	}

	private static JsonNode json(StudyResult result, int line) throws IOException {
		return new ObjectMapper().readTree(written(ResultFormat.JSON, result).split("\n")[line]);
	}

	private static List<ResultRow> again(String json) throws IOException {
		return ResultReader.rows(new BufferedReader(new StringReader(json)));
	}

	// ------------------------------------------------------------------------------------------- sweeps

	@Test
	public void aColumnOfASweepHasNumbersAndTheUnitInItsHeader() throws Exception {
		List<CSVRecord> records = csv(swept());
		assertEquals(List.of("study", "experiment", "stack", "workload", "level", "vcpus", "clock (GHz)", "metric"),
				records.get(0).getParser().getHeaderNames().subList(0, 8));
		assertEquals("4", records.get(0).get("vcpus"));
		assertEquals("2.4", records.get(0).get("clock (GHz)"));
	}

	@Test
	public void oneParameterInTwoUnitsHasTwoColumns() throws Exception {
		StudyResult result = of(row(Metric.CYCLES, "1", List.of(ParameterValue.parse("trap", "90 cycles")), null),
				row(Metric.CYCLES, "1", List.of(ParameterValue.parse("trap", "30 ns")), null));
		CSVRecord second = csv(result).get(1);
		assertEquals("", second.get("trap (cycles)"));
		assertEquals("30", second.get("trap (ns)"));
	}

	@Test
	public void jsonSaysNumberAndUnitOfEveryParameter() throws Exception {
		assertEquals("{\"vcpus\":{\"value\":4,\"unit\":\"\"},\"clock\":{\"value\":2.4,\"unit\":\"GHz\"}}", json(swept(), 0).get("parameters").toString());
	}

	@Test
	public void theFingerprintOfAStudyWithASweepStandsInALastRowOnly() throws Exception {
		StudyResult result = swept();
		List<CSVRecord> records = csv(result);
		assertEquals(3, records.size());
		assertEquals("", records.get(0).get("fingerprint"));
		CSVRecord last = records.get(2);
		assertEquals(List.of("s", "fingerprint", result.fingerprint()), last.stream().filter(text -> !text.isEmpty()).toList());
		assertEquals("fingerprint", last.get("metric"));
		assertFalse(json(result, 0).has("fingerprint"));
		assertEquals("{\"study\":\"s\",\"metric\":\"fingerprint\",\"fingerprint\":\"" + result.fingerprint() + "\"}", json(result, 2).toString());
	}

	@Test
	public void theFingerprintOfAStudyWithoutSweepStandsInEveryRowBesideAnotherStudyThatHasOne() throws Exception {
		List<CSVRecord> records = csv(swept(), exits());
		assertEquals(3 + 4, records.size());
		assertTrue(records.subList(2, 7).stream().noneMatch(record -> record.get("fingerprint").isEmpty()));
	}

	@Test
	public void rowsOfASweepAreReadAsTheyWereWritten() throws Exception {
		assertEquals(swept().rows(), again(written(ResultFormat.JSON, swept())));
	}

	@Test
	public void parametersOfTheFirstProductAreRead() throws Exception {
		String old = written(ResultFormat.JSON, swept()).replace("{\"value\":4,\"unit\":\"\"}", "\"4\"").replace("{\"value\":2.4,\"unit\":\"GHz\"}", "\"2.4 GHz\"");
		assertTrue(old.contains("\"parameters\":{\"vcpus\":\"4\",\"clock\":\"2.4 GHz\"}"));
		assertEquals(swept().rows(), again(old));
	}

	@Test
	public void theFingerprintOfASweepIsThatOfTheFirstProduct() {
		// printf 's\tE\tNested\thypercall\t2\tvcpus = 4, clock = 2.4 GHz\tcycles\t100\n…3 GHz…' | sha256sum
		assertEquals("e43b1271e71f3dd5304b6015ede4616ef370ab2b3645de5aee6adf4df718a5aa", swept().fingerprint());
	}

	@Test
	public void rowsOfASweepAreWrittenBeforeTheStudyEnds() throws Exception {
		StringBuilder out = new StringBuilder();
		StudyPlan plan = StudyPlan.of(swept());
		StudySink sink = ResultFormat.CSV.writer(List.of(plan), out);
		sink.begin(plan);
		sink.begin(plan.experiments().get(0));
		for (ResultRow row : swept().rows()) {
			sink.row(row);
		}
		sink.end();
		assertEquals(3, out.toString().split("\n").length);
		assertTrue(out.toString().endsWith("\n"));
	}

	// ------------------------------------------------------------------------------------------- exits

	@Test
	public void exitsAreOneObjectALineWithAllFieldsOfARow() throws Exception {
		StudyResult result = exits();
		assertEquals("{\"study\":\"s\",\"experiment\":\"E\",\"stack\":\"Nested\",\"workload\":\"hypercall\",\"level\":2,\"metric\":\"exits\",\"value\":1,\"unit\":\"exits\","
				+ "\"exitLevel\":1,\"handler\":0,\"reason\":\"VMWRITE\",\"register\":\"GUEST_RIP\",\"direction\":\"write\",\"share\":20,\"cycles\":900,\"fingerprint\":\""
				+ result.fingerprint() + "\"}", json(result, 2).toString());
	}

	@Test
	public void anExitThatIsForNoAccessHasNoRegister() throws Exception {
		assertFalse(json(exits(), 1).has("register"));
		assertFalse(json(exits(), 1).has("direction"));
		assertEquals("", csv(exits()).get(1).get("register"));
	}

	@Test
	public void columnsOfExitsAreThereWhereThereAreExits() throws Exception {
		CSVRecord exits = csv(exits()).get(3);
		assertEquals(List.of("exits", "3", "exits", "1", "0", "VMREAD", "GUEST_RIP", "read", "60", "2500"),
				List.of("metric", "value", "unit", "exitLevel", "handler", "reason", "register", "direction", "share", "cycles").stream().map(exits::get).toList());
		assertEquals("", csv(exits()).get(0).get("reason"));
		assertFalse(csv(swept()).get(0).isMapped("reason"));
	}

	@Test
	public void exitsAreReadAsTheyWereWritten() throws Exception {
		assertEquals(exits().rows(), again(written(ResultFormat.JSON, exits())));
	}

	@Test
	public void theTableOfExitsIsByLevelThenByNumberAndTellsReadsFromWrites() throws Exception {
		assertEquals("""
				Title (s, E)

				stack   workload   level  traps
				------  ---------  -----  -----
				Nested  hypercall  L2         5

				stack   workload   level  exit from  reason   access           handler  exits   share  cycles  cycles per exit
				------  ---------  -----  ---------  -------  ---------------  -------  -----  ------  ------  ---------------
				Nested  hypercall  L2     L1         VMREAD   read GUEST_RIP   L0           3  60.0 %   2,500          833.333
				Nested  hypercall  L2     L1         VMWRITE  write GUEST_RIP  L0           1  20.0 %     900              900
				Nested  hypercall  L2     L2         VMCALL   -                L1           1  20.0 %   1,200            1,200

				""", written(ResultFormat.TABLE, exits()));
	}

	@Test
	public void latexHasATabularOfExits() throws Exception {
		String latex = written(ResultFormat.LATEX, exits());
		assertEquals(2, latex.split("begin\\{tabular\\}", -1).length - 1);
		assertTrue(latex, latex.contains("Nested & hypercall & L2 & L1 & VMREAD & read GUEST\\_RIP & L0 & 3 & 60.0 \\% & 2,500 & 833.333 \\\\"));
	}

	@Test
	public void exitsOfAnotherReasonHaveAnotherFingerprint() {
		assertNotEquals(of(exits(1, "VMREAD", null, null, "1", "100", "900")).fingerprint(), of(exits(1, "VMWRITE", null, null, "1", "100", "900")).fingerprint());
	}

	// ------------------------------------------------------------------------------------------- summaries

	@Test
	public void aSummaryKnowsHowValuesAreDistributed() {
		Summary summary = summarized().rows().get(0).summary().orElseThrow();
		assertEquals(100, summary.count());
		assertEquals(new BigDecimal("50.5"), summarized().rows().get(0).value());
		assertEquals(new BigDecimal("29.0114919759"), summary.deviation());
		assertEquals(List.of("1", "5", "25", "50", "75", "95", "99"), summary.quantiles().stream().map(each -> each.value().toPlainString()).toList());
		assertEquals(BigDecimal.valueOf(1), summary.min());
		assertEquals(BigDecimal.valueOf(100), summary.max());
		assertEquals(20, summary.histogram().size());
		assertEquals(100, summary.histogram().stream().mapToLong(Long::longValue).sum());
	}

	@Test
	public void aSummaryDoesNotDependOnTheOrderOfValues() {
		double[] values = { 1e16, 3, -1e16, 0.1, 7, 0.2 };
		SummaryBuilder one = new SummaryBuilder();
		SummaryBuilder other = new SummaryBuilder();
		Arrays.stream(values).forEach(one::add);
		for (int i = values.length; i > 0; i--) {
			other.add(values[i - 1]);
		}
		assertEquals(one.build(), other.build());
		assertEquals(one.mean(), other.mean());
		assertEquals(new BigDecimal("1.71666666667"), one.mean());
	}

	@Test
	public void equalValuesAreOneBin() {
		SummaryBuilder values = new SummaryBuilder();
		values.add(0.1);
		values.add(0.1);
		values.add(0.1);
		assertEquals(List.of(3L), values.build().histogram());
		assertEquals(new BigDecimal("0.1"), values.mean());
		assertEquals(0, values.build().deviation().signum());
	}

	@Test
	public void summariesAreReadAsTheyWereWritten() throws Exception {
		assertEquals(summarized().rows(), again(written(ResultFormat.JSON, summarized())));
		assertEquals("[5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5]", json(summarized(), 0).get("histogram").toString());
	}

	@Test
	public void columnsOfSummariesAreThereWhereThereAreSummaries() throws Exception {
		CSVRecord summary = csv(summarized()).get(0);
		assertEquals(List.of("100", "29.0114919759", "1", "1", "5", "25", "50", "75", "95", "99", "100", "5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5"),
				List.of("count", "deviation", "min", "p1", "p5", "p25", "p50", "p75", "p95", "p99", "max", "histogram").stream().map(summary::get).toList());
		assertFalse(csv(exits()).get(0).isMapped("count"));
	}

	@Test
	public void theTableOfSummariesHasALineForEachMetric() throws Exception {
		assertEquals("""
				Title (s, E)

				stack   workload   level  metric  points  mean  deviation  min  1 %  5 %  25 %  50 %  75 %  95 %  99 %  max
				------  ---------  -----  ------  ------  ----  ---------  ---  ---  ---  ----  ----  ----  ----  ----  ---
				Nested  hypercall  L2     cycles     100  50.5     29.011    1    1    5    25    50    75    95    99  100

				""", written(ResultFormat.TABLE, summarized()));
	}
}
