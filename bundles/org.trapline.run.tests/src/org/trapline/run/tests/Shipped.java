// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.run.Examples;

/** The shipped studies, as files and as results. */
final class Shipped {

	private Shipped() {
	}

	/** Copies a file of a shipped study. */
	static Path copy(String study, String name, Path folder) throws IOException {
		for (Examples.Example example : Examples.shipped()) {
			for (Examples.ExampleFile each : example.files()) {
				if (example.id().equals(study) && each.path().equals(name)) {
					Path file = folder.resolve(name);
					try (InputStream in = each.open()) {
						Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
					}
					return file;
				}
			}
		}
		throw new AssertionError("no shipped file " + name + " of " + study);
	}

	/** The rows of an experiment. */
	static List<ResultRow> rows(List<ExperimentResult> experiments, String name) {
		return experiments.stream().filter(each -> each.name().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("no experiment " + name)).rows();
	}

	/** The only row of a stack, workload and metric. */
	static ResultRow row(List<ResultRow> rows, String stack, String workload, Metric metric) {
		List<ResultRow> found = rows.stream()
				.filter(row -> row.stack().equals(stack) && row.workload().equals(workload) && row.metric().equals(metric)).toList();
		assertEquals(stack + " " + workload + " " + metric, 1, found.size());
		return found.get(0);
	}

	/** Its value, a count. */
	static long value(List<ResultRow> rows, String stack, String workload, Metric metric) {
		return Installed.count(row(rows, stack, workload, metric).value());
	}
}
