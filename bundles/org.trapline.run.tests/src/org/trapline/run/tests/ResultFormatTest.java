// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Comparison;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.PublishedValue;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.StudyResult;
import org.trapline.result.format.ResultFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How results are written down. The golden files lie beside this class. */
public class ResultFormatTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static StudyResult hypercall;

	@BeforeClass
	public static void run() throws Exception {
		hypercall = Installed.run(OwnModels.shipped(FOLDER.getRoot().toPath()));
	}

	private static String written(ResultFormat format, StudyResult... results) throws IOException {
		StringBuilder out = new StringBuilder();
		format.write(List.of(results), out);
		return out.toString();
	}

	private static String golden(String file) throws IOException {
		try (InputStream in = ResultFormatTest.class.getResourceAsStream(file)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static List<JsonNode> json(StudyResult... results) throws IOException {
		List<JsonNode> objects = new ArrayList<>();
		for (String line : written(ResultFormat.JSON, results).split("\n")) {
			objects.add(new ObjectMapper().readTree(line));
		}
		return objects;
	}

	/** A result of one row. */
	private static StudyResult of(Metric metric, String value, Optional<Comparison> comparison) {
		ResultRow row = new ResultRow("s, \"t\"", "E", "Vm", "hypercall", 1, metric, new BigDecimal(value), comparison);
		return new StudyResult("s", "f", List.of(new ExperimentResult("s", "E", "Title", List.of(row), List.of())));
	}

	private static Optional<Comparison> published(String value) {
		return Optional.of(new Comparison(new PublishedValue(new BigDecimal(value), "Table 1, \"draft\"", "recalled"), Role.PREDICTION));
	}

	// ------------------------------------------------------------------------------------------- golden

	@Test
	public void theHypercallStudysTable() throws Exception {
		assertEquals(golden("hypercall.txt"), written(ResultFormat.TABLE, hypercall));
	}

	@Test
	public void theHypercallStudysCsv() throws Exception {
		assertEquals(golden("hypercall.csv"), written(ResultFormat.CSV, hypercall));
	}

	@Test
	public void theHypercallStudysJson() throws Exception {
		assertEquals(golden("hypercall.json"), written(ResultFormat.JSON, hypercall));
	}

	// ------------------------------------------------------------------------------------------- JSON

	@Test
	public void everyLineOfJsonIsOneRowCompleteByItself() throws Exception {
		List<JsonNode> objects = json(hypercall);
		assertEquals(10, objects.size());
		for (JsonNode object : objects) {
			for (String column : List.of("study", "experiment", "stack", "workload", "metric", "unit", "fingerprint")) {
				assertTrue(column, object.get(column).isTextual());
			}
			assertTrue(object.get("level").isIntegralNumber());
			assertTrue(object.get("value").isNumber());
		}
	}

	@Test
	public void aPublishedValueStandsInJsonWithSourceStatusRoleAndError() throws Exception {
		JsonNode object = json(of(Metric.CYCLES, "110", published("100"))).get(0);
		assertEquals(100, object.get("reference").asInt());
		assertEquals("Table 1, \"draft\"", object.get("referenceSource").asText());
		assertEquals("recalled", object.get("referenceStatus").asText());
		assertEquals("prediction", object.get("role").asText());
		assertEquals(10, object.get("error").asDouble(), 0);
	}

	@Test
	public void aColumnThatDoesNotApplyIsAbsentInJson() throws Exception {
		JsonNode object = json(of(Metric.TRAPS, "1", Optional.empty())).get(0);
		for (String column : List.of("reference", "referenceSource", "referenceStatus", "role", "error")) {
			assertFalse(column, object.has(column));
		}
	}

	@Test
	public void thereIsNoRelativeErrorOfAPublishedZero() throws Exception {
		JsonNode object = json(of(Metric.TRAPS, "1", published("0"))).get(0);
		assertEquals(0, object.get("reference").asInt());
		assertFalse(object.has("error"));
	}

	@Test
	public void aSimulatedZeroBesideAPublishedZeroIsExact() throws Exception {
		assertEquals(0, json(of(Metric.TRAPS, "0", published("0"))).get(0).get("error").asDouble(), 0);
	}

	@Test
	public void largeCountsKeepAllTheirDigits() throws Exception {
		assertTrue(written(ResultFormat.JSON, of(Metric.CYCLES, "9223372036854775807", Optional.empty()))
				.contains("\"value\":9223372036854775807,"));
	}

	@Test
	public void numbersAreNeverWrittenWithAnExponent() throws Exception {
		StudyResult large = of(Metric.TIME, "1E+15", Optional.empty());
		assertTrue(written(ResultFormat.JSON, large).contains("\"value\":1000000000000000,"));
		assertTrue(written(ResultFormat.CSV, large).contains(",1000000000000000,ns"));
	}

	// ------------------------------------------------------------------------------------------- CSV

	@Test
	public void csvHasTheSameColumnsAsJson() throws Exception {
		List<CSVRecord> records = records(hypercall);
		assertEquals(ResultFormat.COLUMNS, records.get(0).stream().toList());
		assertEquals(11, records.size());
		List<JsonNode> objects = json(hypercall);
		for (int row = 0; row < objects.size(); row++) {
			for (int column = 0; column < ResultFormat.COLUMNS.size(); column++) {
				JsonNode value = objects.get(row).get(ResultFormat.COLUMNS.get(column));
				String text = records.get(row + 1).get(column);
				if (value != null && value.isNumber()) {
					assertEquals(ResultFormat.COLUMNS.get(column), 0, value.decimalValue().compareTo(new BigDecimal(text)));
				} else {
					assertEquals(ResultFormat.COLUMNS.get(column), value == null ? "" : value.asText(), text);
				}
			}
		}
	}

	@Test
	public void textsWithCommasAndQuotesSurviveCsv() throws Exception {
		CSVRecord record = records(of(Metric.CYCLES, "110", published("100"))).get(1);
		assertEquals("s, \"t\"", record.get(0));
		assertEquals("Table 1, \"draft\"", record.get(ResultFormat.COLUMNS.indexOf("referenceSource")));
	}

	@Test
	public void aColumnThatDoesNotApplyIsEmptyInCsv() throws Exception {
		assertEquals("", records(of(Metric.TRAPS, "1", Optional.empty())).get(1).get(ResultFormat.COLUMNS.indexOf("role")));
	}

	@Test
	public void theColumnsAreTheOnesThatOthersRelyOn() {
		assertEquals(List.of("study", "experiment", "stack", "workload", "level", "metric", "value", "unit", "low", "high",
				"confidence", "reference", "referenceSource", "referenceStatus", "role", "error", "tolerance", "toleranceUnit",
				"toleranceOfOthers", "toleranceReason", "verdict", "note", "extrapolation", "fingerprint"), ResultFormat.COLUMNS);
	}

	private static List<CSVRecord> records(StudyResult... results) throws IOException {
		return CSVFormat.RFC4180.parse(new StringReader(written(ResultFormat.CSV, results))).getRecords();
	}

	// ------------------------------------------------------------------------------------------- table

	@Test
	public void aTableWithoutPublishedValuesHasNoColumnsForThem() throws Exception {
		assertEquals("""
				Title (s, E)

				stack  workload   level  traps
				-----  ---------  -----  -----
				Vm     hypercall  L1         1

				""", written(ResultFormat.TABLE, of(Metric.TRAPS, "1", Optional.empty())));
	}

	@Test
	public void whatHasToBeKnownOfAValueStandsBelowTheTableAndInItsRow() throws Exception {
		List<ResultRow> rows = Stream.of(Metric.DOWNTIME, Metric.ROUNDS).map(metric -> new ResultRow("s", "E", "Vm", "move", 1,
				List.of(new ParameterValue("vcpus", 4)), metric, BigDecimal.TEN, Optional.empty(), Optional.empty(), Optional.of("does not converge"))).toList();
		StudyResult result = new StudyResult("s", "f", List.of(new ExperimentResult("s", "E", "Title", rows, List.of())));
		assertTrue(written(ResultFormat.TABLE, result).endsWith("\n\nNote: move on Vm (at vcpus = 4): does not converge.\n\n"));
		assertTrue(written(ResultFormat.LATEX, result).contains("\n\\par\\smallskip\\footnotesize move on Vm (at vcpus = 4): does not converge.\n\\end{table}"));
		assertEquals("does not converge", json(result).get(1).get("note").asText());
	}

	@Test
	public void aTableSaysTheUnitOfTime() throws Exception {
		assertTrue(written(ResultFormat.TABLE, of(Metric.TIME, "1234.5", Optional.empty())).contains("time (ns)"));
		assertTrue(written(ResultFormat.TABLE, of(Metric.TIME, "1234.5", Optional.empty())).contains("1,234.5"));
	}

	@Test
	public void severalStudiesAreOneCsvWithOneHeader() throws Exception {
		assertEquals(21, written(ResultFormat.CSV, hypercall, hypercall).split("\n").length);
	}
}
