// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Breakdown;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.run.Diagnostic;
import org.trapline.run.Examples;

/** What holds for every study that ships, whatever it is about. */
public class ShippedStudiesTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static final List<Path> FILES = new ArrayList<>();
	private static final List<ExperimentResult> EXPERIMENTS = new ArrayList<>();

	@BeforeClass
	public static void run() throws Exception {
		for (Examples.Example example : Examples.shipped()) {
			Path folder = FOLDER.newFolder(example.id()).toPath();
			for (Examples.ExampleFile file : example.files()) {
				FILES.add(Shipped.copy(example.id(), file.path(), folder));
			}
		}
		for (Path file : FILES) {
			EXPERIMENTS.addAll(Installed.run(file).experiments());
		}
	}

	@Test
	public void everyCycleIsChargedToALevelAndACause() {
		int checked = 0;
		for (ExperimentResult experiment : EXPERIMENTS) {
			for (ResultRow row : experiment.rows()) {
				List<Breakdown> breakdowns = experiment.breakdowns().stream().filter(each -> each.stack().equals(row.stack())
						&& each.workload().equals(row.workload()) && each.parameters().equals(row.parameters())).toList();
				if (row.metric().equals(Metric.CYCLES)) {
					String name = experiment.study() + ", " + row.workload() + " on " + row.stack() + " " + row.parameters();
					assertEquals(name, 1, breakdowns.size());
					long sum = breakdowns.get(0).shares().stream().mapToLong(Breakdown.Share::cycles).sum();
					assertEquals(name, row.value().longValueExact(), sum);
					assertTrue(name, breakdowns.get(0).shares().stream().allMatch(share -> share.cycles() > 0 && share.level() <= row.level()));
					checked++;
				}
			}
		}
		assertTrue("rows with cycles: " + checked, checked > 200);
	}

	@Test
	public void noneHasAnythingWrongOrDoubtful() throws Exception {
		for (Path file : FILES) {
			assertEquals(List.of(), Installed.STUDIES.check(file).stream().map(Diagnostic::toString).toList());
		}
	}
}
