// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.BeforeClass;
import org.junit.Test;
import org.trapline.result.Bound;
import org.trapline.result.Comparison;
import org.trapline.result.ErrorSummary;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.PublishedValue;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.StudyResult;
import org.trapline.result.Tolerance;
import org.trapline.result.Verdicts;
import org.trapline.result.format.ReproductionFormat;
import org.trapline.result.format.ResultFormat;
import org.trapline.run.reproduce.Reproduction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The shipped reproductions beside what was published, and how that is told. */
public class ValidationTest {

	private static List<StudyResult> shipped;

	@BeforeClass
	public static void run() throws Exception {
		shipped = new Reproduction(Installed.STUDIES).shipped();
	}

	private static StudyResult study(String name) {
		return shipped.stream().filter(each -> each.study().equals(name)).findFirst().orElseThrow();
	}

	private static String written(ReproductionFormat format, StudyResult... results) throws IOException {
		StringBuilder out = new StringBuilder();
		format.write(List.of(results), out);
		return out.toString();
	}

	private static List<JsonNode> json(StudyResult... results) throws IOException {
		List<JsonNode> objects = new ArrayList<>();
		for (String line : written(ReproductionFormat.JSON, results).split("\n")) {
			objects.add(new ObjectMapper().readTree(line));
		}
		return objects;
	}

	private static ResultRow row(String stack, Metric metric, String simulated, String published, Role role, Optional<Tolerance> tolerance) {
		return new ResultRow("s", "E", stack, "hypercall", 2, metric, new BigDecimal(simulated), Optional
				.of(new Comparison(new PublishedValue(new BigDecimal(published), "A paper, Table 1", "recalled"), role, tolerance)));
	}

	private static StudyResult of(ResultRow... rows) {
		return new StudyResult("s", "f", List.of(new ExperimentResult("s", "E", "Title", List.of(rows), List.of())));
	}

	private static Optional<Tolerance> general(String percent) {
		return Optional.of(new Tolerance(new Bound(new BigDecimal(percent), true), Optional.empty(), Optional.empty()));
	}

	private static Optional<Tolerance> own(String percent, String others, String reason) {
		return Optional.of(new Tolerance(new Bound(new BigDecimal(percent), true), Optional.of(new Bound(new BigDecimal(others), true)),
				Optional.of(reason)));
	}

	// ------------------------------------------------------------------------------------------- the shipped studies

	@Test
	public void theShippedStudiesAreRunAsFarAsTheyAreCompared() {
		assertEquals(List.of("hypercall", "microbenchmarks", "x86", "table3", "cpuid", "io"), shipped.stream().map(StudyResult::study).toList());
		assertEquals(List.of("Microbenchmarks"), study("microbenchmarks").experiments().stream().map(each -> each.name()).toList());
	}

	@Test
	public void noShippedStudyMissesItsDeclaredTolerances() {
		shipped.forEach(each -> assertEquals(List.of(), Verdicts.misses(each).stream().map(Verdicts::miss).toList()));
	}

	@Test
	public void everyPublishedCellOfTheMicrobenchmarksIsJudged() {
		List<ResultRow> compared = Verdicts.compared(study("microbenchmarks"));
		assertEquals(16, compared.stream().filter(row -> row.metric() == Metric.TRAPS).count());
		assertEquals(20, compared.stream().filter(row -> row.metric() == Metric.CYCLES).count());
		compared.forEach(row -> assertTrue(row.toString(), Verdicts.verdict(row).isPresent()));
	}

	@Test
	public void onlyHypercallCellsAreFits() {
		Verdicts.compared(study("microbenchmarks")).forEach(row -> assertEquals(row.toString(),
				row.metric() == Metric.CYCLES && row.workload().equals("hypercall"), row.comparison().orElseThrow().role() == Role.FIT));
	}

	@Test
	public void theHypercallStudysTable() throws Exception {
		try (InputStream in = ValidationTest.class.getResourceAsStream("validate-hypercall.txt")) {
			assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), written(ReproductionFormat.TABLE, study("hypercall")));
		}
	}

	@Test
	public void aShippedStudyIsFoundByItsId() throws Exception {
		List<StudyResult> found = new Reproduction(Installed.STUDIES).study("neve-sosp17");
		assertEquals(List.of("hypercall", "microbenchmarks", "x86"), found.stream().map(StudyResult::study).toList());
		assertTrue(shipped.containsAll(found));
	}

	// ------------------------------------------------------------------------------------------- summary

	@Test
	public void fitsAndPredictionsAreNeverTakenTogether() {
		List<ErrorSummary> summaries = ErrorSummary.of(of(row("A", Metric.CYCLES, "101", "100", Role.FIT, Optional.empty()),
				row("B", Metric.CYCLES, "140", "100", Role.PREDICTION, Optional.empty()),
				row("C", Metric.CYCLES, "80", "100", Role.PREDICTION, Optional.empty())));
		assertEquals(List.of(Role.FIT, Role.PREDICTION), summaries.stream().map(ErrorSummary::role).toList());
		assertEquals(List.of(1, 2), summaries.stream().map(ErrorSummary::cells).toList());
		assertEquals(1, summaries.get(0).meanAbsolute(), 1e-9);
		assertEquals(30, summaries.get(1).meanAbsolute(), 1e-9);
		assertEquals("B", summaries.get(1).largest().stack());
		assertEquals(40, summaries.get(1).largestError(), 1e-9);
	}

	@Test
	public void trapsAreSummedUpInTrapsAndCyclesInPercent() {
		List<ErrorSummary> summaries = ErrorSummary.of(of(row("A", Metric.TRAPS, "13", "15", Role.PREDICTION, Optional.empty()),
				row("A", Metric.CYCLES, "13", "10", Role.PREDICTION, Optional.empty())));
		assertEquals(-2, summaries.get(0).largestError(), 1e-9);
		assertEquals(30, summaries.get(1).largestError(), 1e-9);
	}

	@Test
	public void valuesWithoutAPublishedOneAreInNoSummary() {
		ResultRow alone = new ResultRow("s", "E", "Vm", "hypercall", 1, Metric.TRAPS, BigDecimal.ONE, Optional.empty());
		assertEquals(List.of(), ErrorSummary.of(of(alone)));
	}

	// ------------------------------------------------------------------------------------------- table

	@Test
	public void missesAndExcusesAreNumberedAndExplained() throws Exception {
		assertEquals("""
				Title (s, E)

				stack  workload   metric  simulated  published    error  tolerance  role        verdict
				-----  ---------  ------  ---------  ---------  -------  ---------  ----------  -----------
				A      hypercall  cycles        105        100   +5.0 %       10 %  prediction  ok
				B      hypercall  cycles        115        100  +15.0 %       20 %  prediction  excused [1]
				C      hypercall  cycles        111        100  +11.0 %       10 %  fit         MISS [2]
				D      hypercall  traps          17         15       +2          -  prediction  -

				[1] hypercall on B, cycles: +15.0 %, tolerance 20 % in place of 10 %, because nobody knows.
				    Published: A paper, Table 1 (recalled).
				[2] hypercall on C, cycles: +11.0 %.
				    Published: A paper, Table 1 (recalled).

				Summary of s: 4 cells, 1 ok, 1 excused, 1 MISS, 1 without a tolerance

				metric  role        cells  mean absolute error  largest error  cell
				------  ----------  -----  -------------------  -------------  --------------
				traps   prediction      1                  2.0             +2  hypercall on D
				cycles  fit             1               11.0 %        +11.0 %  hypercall on C
				cycles  prediction      2               10.0 %        +15.0 %  hypercall on B

				""", written(ReproductionFormat.TABLE, of(row("A", Metric.CYCLES, "105", "100", Role.PREDICTION, general("10")),
				row("B", Metric.CYCLES, "115", "100", Role.PREDICTION, own("20", "10", "nobody knows")),
				row("C", Metric.CYCLES, "111", "100", Role.FIT, general("10")),
				row("D", Metric.TRAPS, "17", "15", Role.PREDICTION, Optional.empty()))));
	}

	@Test
	public void aMissIsOneLineWithItsNumbers() {
		assertEquals("hypercall on C, cycles: 111, published 100, +11.0 %: more than the declared 10 %",
				Verdicts.miss(row("C", Metric.CYCLES, "111", "100", Role.FIT, general("10"))));
	}

	// ------------------------------------------------------------------------------------------- JSON and CSV

	@Test
	public void rowsAreThoseOfARun() throws Exception {
		assertEquals(String.join(",", ResultFormat.COLUMNS), written(ReproductionFormat.CSV, study("hypercall")).lines().findFirst().orElseThrow());
		JsonNode object = json(of(row("B", Metric.CYCLES, "115", "100", Role.PREDICTION, own("20", "10", "nobody knows")))).get(0);
		assertEquals(20, object.get("tolerance").asInt());
		assertEquals("percent", object.get("toleranceUnit").asText());
		assertEquals("nobody knows", object.get("toleranceReason").asText());
		assertEquals("excused", object.get("verdict").asText());
		assertEquals(100, object.get("reference").asInt());
	}

	@Test
	public void aValueThatIsNotJudgedHasNeitherToleranceNorVerdict() throws Exception {
		JsonNode object = json(of(row("D", Metric.TRAPS, "17", "15", Role.PREDICTION, Optional.empty()))).get(0);
		for (String column : List.of("tolerance", "toleranceUnit", "toleranceReason", "verdict")) {
			assertFalse(column, object.has(column));
		}
	}

	@Test
	public void valuesWithoutAPublishedOneAreNotInAValidation() throws Exception {
		List<JsonNode> objects = json(study("hypercall"));
		assertEquals(9, objects.size());
		objects.forEach(object -> assertTrue(object.toString(), object.has("reference")));
	}
}
