// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;
import org.trapline.result.ResultRow;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code trapline serve}, over two streams in this process: what it answers is what runs give, and what is wrong is data. */
public class ServeTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Rule
	public final Timeout timeout = new Timeout(120, TimeUnit.SECONDS);

	private ServeClient client;
	private Path study;

	@Before
	public void start() throws Exception {
		study = OwnModels.shipped(folder.getRoot().toPath());
		client = new ServeClient();
	}

	@After
	public void end() throws Exception {
		client.close();
		assertTrue("the server ends with its stream", client.ends());
	}

	private JsonNode call(String method, String params) throws IOException {
		return client.call(method, params);
	}

	private JsonNode result(String method, String params) throws IOException {
		JsonNode answer = call(method, params);
		assertTrue(answer.toString(), answer.has("result"));
		return answer.get("result");
	}

	private int load(Path file) throws IOException {
		return result("load", "{\"file\":\"" + file + "\"}").get("study").asInt();
	}

	@Test
	public void whatItEvaluatesIsWhatARunGives() throws Exception {
		JsonNode loaded = result("load", "{\"file\":\"" + study + "\"}");
		assertEquals("hypercall", loaded.get("name").asText());
		assertEquals("Hypercall", loaded.get("experiments").get(0).get("name").asText());
		for (ResultRow row : Installed.rows(study)) {
			JsonNode values = result("evaluate", "{\"study\":%d,\"experiment\":\"%s\",\"stack\":\"%s\",\"workload\":\"%s\"}".formatted(loaded.get("study").asInt(), row.experiment(), row.stack(),
					row.workload())).get("values");
			assertEquals(row.toString(), 0, row.value().compareTo(values.get(row.metric().id()).decimalValue()));
		}
	}

	@Test
	public void manyPointsAreOneRequest() throws Exception {
		JsonNode points = result("evaluate",
				"{\"study\":%d,\"experiment\":\"Hypercall\",\"stack\":\"Vm\",\"workload\":\"hypercall\",\"metrics\":[\"cycles\"],\"points\":[{\"run_loop\":0},{\"run_loop\":100},{\"run_loop\":\"1 us\"}]}"
						.formatted(load(study))).get("points");
		assertEquals(3, points.size());
		assertEquals(100, points.get(1).get("cycles").asLong() - points.get(0).get("cycles").asLong());
		assertEquals(2400, points.get(2).get("cycles").asLong() - points.get(0).get("cycles").asLong());
	}

	@Test
	public void billsCountWhatRunsCount() throws Exception {
		JsonNode bill = result("bills", "{\"study\":%d,\"stack\":\"Nested\",\"workload\":\"hypercall\"}".formatted(load(study)));
		long exits = 0;
		for (JsonNode exit : bill.get("exits")) {
			exits += exit.get("count").asLong();
		}
		assertEquals(126, exits);
		assertTrue(bill.get("path").get("charges").size() > 5);
		JsonNode slopes = result("slopes", "{\"study\":1,\"stack\":\"Nested\",\"workload\":\"hypercall\"}");
		assertTrue(slopes.get("by").get("arm.run_loop").asDouble() > 0);
	}

	@Test
	public void explainPrintsTheTree() throws Exception {
		assertThat(result("explain", "{\"study\":%d,\"stack\":\"Nested\",\"workload\":\"hypercall\"}".formatted(load(study))).get("text").asText(), containsString("traps"));
	}

	@Test
	public void fitAnswersTheRowsOfTheCommand() throws Exception {
		JsonNode fit = result("fit", "{\"study\":%d,\"to\":[\"neve.sosp17\"],\"vary\":[\"run_loop\",\"emulate_access\"]}".formatted(load(study)));
		assertTrue(fit.get("converged").asBoolean());
		assertEquals("cost", fit.get("rows").get(0).get("row").asText());
		assertEquals("run_loop", fit.get("rows").get(0).get("name").asText());
	}

	@Test
	public void sensitivityAnswersTheRowsOfTheCommand() throws Exception {
		JsonNode rows = result("sensitivity", "{\"study\":%d,\"stacks\":[\"Vm\"],\"sobol\":true}".formatted(load(study))).get("rows");
		assertTrue(rows.toString(), rows.get(0).get("derivative").asDouble() > 0);
		assertTrue(rows.toString(), rows.get(0).get("total").asDouble() > 0);
	}

	@Test
	public void errorsAreDataAndTheServerGoesOn() throws Exception {
		Path broken = Files.writeString(folder.getRoot().toPath().resolve("broken.trapline"), "import \"org.trapline.cpu.arm/x-gene\"\nstack S on Nowhere { L0 KvmNonVhe guest L1 }\n");
		JsonNode error = call("load", "{\"file\":\"" + broken + "\"}").get("error");
		assertEquals(-32001, error.get("code").asInt());
		assertEquals(2, error.get("data").get(0).get("line").asInt());
		assertEquals("unknown-name", error.get("data").get(0).get("code").asText());
		assertEquals(-32003, call("load", "{\"file\":\"nowhere.trapline\"}").get("error").get("code").asInt());
		assertEquals("the parameter 'file' is missing", call("load", "{}").get("error").get("message").asText());
		int number = load(study);
		assertEquals("there is no stack 'Nestd' in the file or its imports; did you mean 'Nested'?",
				call("evaluate", "{\"study\":%d,\"experiment\":\"Hypercall\",\"stack\":\"Nestd\",\"workload\":\"hypercall\"}".formatted(number)).get("error").get("message").asText());
		assertEquals("there is no study 77: give the number that 'load' answered", call("evaluate", "{\"study\":77}").get("error").get("message").asText());
		assertThat(call("evaluate", "{\"study\":%d,\"experiment\":\"Hypercall\",\"stack\":\"Vm\",\"workload\":\"hypercall\",\"overrides\":{\"run_loop\":true}}".formatted(number)).get("error")
				.get("message").asText(), containsString("has to be a number"));
		assertEquals(-32601, call("evaluat", "{}").get("error").get("code").asInt());
		assertTrue(call("evaluate", "{\"study\":%d,\"experiment\":\"Hypercall\",\"stack\":\"Vm\",\"workload\":\"hypercall\"}".formatted(number)).has("result"));
	}

	@Test
	public void aRequestIsCancelled() throws Exception {
		int number = load(study);
		StringBuilder points = new StringBuilder("{\"run_loop\":1}");
		for (int i = 0; i < 50_000; i++) {
			points.append(",{\"run_loop\":").append(i).append('}');
		}
		int id = client.request("evaluate", "{\"study\":%d,\"experiment\":\"Hypercall\",\"stack\":\"Nested\",\"workload\":\"hypercall\",\"points\":[%s]}".formatted(number, points));
		client.tell("$/cancelRequest", "{\"id\":" + id + "}");
		JsonNode answer = client.received();
		assertEquals(id, answer.get("id").asInt());
		assertEquals(answer.toString().substring(0, Math.min(200, answer.toString().length())), -32800, answer.get("error").get("code").asInt());
	}

	@Test
	public void exitEndsIt() throws Exception {
		client.tell("exit", "{}");
		assertTrue(client.ends());
	}
}
