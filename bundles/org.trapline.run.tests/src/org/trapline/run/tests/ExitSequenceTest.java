// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.format.FormatField;
import org.trapline.run.explain.ExitSequence;
import org.trapline.run.explain.ExitSequenceFormat;
import org.trapline.run.explain.Explanation;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.trap.TrapTrace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The flat sequence of an operation's exits: {@code explain --format csv|json}. */
public class ExitSequenceTest {

	private static final List<String> STACKS = List.of("Vm", "Nested", "NestedVhe", "NestedNeve", "NestedNeveVhe");
	private static final List<String> WORKLOADS = List.of("hypercall", "hypercall_with_fp", "device_io", "device_interrupt", "virtual_ipi", "virtual_ipi_to_waiting",
			"virtual_eoi", "page_fault");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path study;

	@Before
	public void write() throws Exception {
		study = OwnModels.shipped(folder.getRoot().toPath());
	}

	private Explanation explain(String stack, String operation) throws Exception {
		return Installed.STUDIES.explain(study, stack, operation);
	}

	private static List<ExitSequence.Row> rows(Explanation explanation) throws Exception {
		List<ExitSequence.Row> rows = new ArrayList<>();
		explanation.exits(rows::add);
		return rows;
	}

	private static String written(ExitSequenceFormat format, Explanation explanation) throws Exception {
		StringBuilder text = new StringBuilder();
		format.write(explanation, text);
		return text.toString();
	}

	@Test
	public void exitsOfTheOwnVcpuAreThoseOfTheTrace() throws Exception {
		for (String stack : STACKS) {
			for (String workload : WORKLOADS) {
				Explanation explanation = explain(stack, workload);
				TrapTrace trace = explanation.trace();
				for (ExitSequence.Row row : rows(explanation).stream().filter(each -> each.vcpu() == 0).toList()) {
					String where = workload + " on " + stack + ": " + row;
					assertTrue(where, trace.next());
					assertEquals(where, trace.trap().level(), row.level());
					assertEquals(where, trace.trap().handler(), row.handler());
					assertEquals(where, trace.start(), row.start());
					assertEquals(where, trace.cycles(), row.cycles());
				}
				assertFalse(workload + " on " + stack, trace.next());
			}
		}
	}

	@Test
	public void thereAreAsManyExitsAsTheWholeHas() throws Exception {
		for (String workload : WORKLOADS) {
			Explanation explanation = explain("Nested", workload);
			assertEquals(workload, explanation.tree().traps(), rows(explanation).size());
		}
	}

	@Test
	public void anAccessSaysRegisterAndDirectionAndAnInstructionItsName() throws Exception {
		List<ExitSequence.Row> rows = rows(explain("Nested", "hypercall"));
		assertEquals(new ExitSequence.Row(0, 2, "HVC64", Optional.empty(), Optional.empty(), Optional.of("hypercall"), 1, 0, 424_814, "", rows.get(0).origin()), rows.get(0));
		assertEquals(new ExitSequence.Row(0, 1, "SYS64", Optional.of("ESR_EL2"), Optional.of(Direction.READ), Optional.empty(), 0, 22_658, 3_053,
				"hypercall / L1 handles hypercall / exit \"vector: exception class\"", rows.get(1).origin()), rows.get(1));
		assertEquals("ERET", rows.get(rows.size() - 1).reason());
	}

	@Test
	public void aVcpuThatIsSignalledComesAfterTheOneThatSignals() throws Exception {
		List<ExitSequence.Row> rows = rows(explain("Nested", "virtual_ipi"));
		List<Integer> vcpus = rows.stream().map(ExitSequence.Row::vcpu).toList();
		assertEquals(vcpus.stream().sorted().toList(), vcpus);
		ExitSequence.Row first = rows.stream().filter(row -> row.vcpu() == 1).findFirst().orElseThrow();
		assertEquals("IRQ", first.reason());
		assertTrue(first.start() > 0);
		assertEquals("the longer way is that through the other vCPU", explain("Nested", "virtual_ipi").tree().cycles(), first.start() + first.cycles());
	}

	@Test
	public void csvAndJsonSayTheSame() throws Exception {
		Explanation explanation = explain("Nested", "hypercall");
		List<CSVRecord> records = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
				.parse(new StringReader(written(ExitSequenceFormat.CSV, explanation))).getRecords();
		String[] objects = written(ExitSequenceFormat.JSON, explanation).split("\n");
		assertEquals(126, records.size());
		assertEquals(126, objects.length);
		List<String> columns = ExitSequenceFormat.FIELDS.stream().map(FormatField::name).toList();
		assertEquals(columns, records.get(0).getParser().getHeaderNames());
		for (int i = 0; i < objects.length; i++) {
			JsonNode object = new ObjectMapper().readTree(objects[i]);
			for (String column : columns) {
				assertEquals(column, records.get(i).get(column), object.path(column).asText());
			}
		}
	}
}
