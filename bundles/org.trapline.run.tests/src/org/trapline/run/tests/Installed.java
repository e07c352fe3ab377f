// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.framework.FrameworkUtil;
import org.trapline.catalog.Catalog;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.sim.trap.TrapTrace;

/** The plug-ins that the tests run with, in OSGi or on a plain class path, and what is asked of them often. */
final class Installed {

	static final Catalog CATALOG = FrameworkUtil.getBundle(Installed.class) != null ? Catalog.installed()
			: Catalog.onClassPath(Installed.class.getClassLoader());
	static final Studies STUDIES = new Studies(CATALOG);

	private Installed() {
	}

	/** The text of a library as it ships. */
	static String library(String name) {
		try (InputStream in = CATALOG.library(name).orElseThrow().location().openStream()) {
			return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Writes a study that sees the libraries of the hypercall study. */
	static Path write(Path folder, String text) throws IOException {
		return Files.writeString(folder.resolve("own.trapline"), """
				import "org.trapline.cpu.arm/x-gene"
				import "org.trapline.mechanism.neve/neve"
				""" + text);
	}

	static StudyResult run(Path study) throws InvalidStudyException, IOException {
		return STUDIES.run(study, Optional.empty());
	}

	/** The rows of a study's only experiment. */
	static List<ResultRow> rows(Path study) throws InvalidStudyException, IOException {
		return only(run(study)).rows();
	}

	static ExperimentResult only(StudyResult result) {
		if (result.experiments().size() != 1) {
			throw new AssertionError("not one experiment: " + result.experiments());
		}
		return result.experiments().get(0);
	}

	/** The row of a stack and metric, in a study with one workload. */
	static ResultRow row(List<ResultRow> rows, String stack, Metric metric) {
		List<ResultRow> found = rows.stream().filter(row -> row.stack().equals(stack) && row.metric() == metric).toList();
		if (found.size() != 1) {
			throw new AssertionError("not one row for " + stack + " and " + metric + ": " + found);
		}
		return found.get(0);
	}

	/** Values of a metric by stack, in the order of the rows. */
	static Map<String, Long> counts(List<ResultRow> rows, Metric metric) {
		Map<String, Long> counts = new LinkedHashMap<>();
		for (ResultRow row : rows) {
			if (row.metric() == metric) {
				counts.put(row.stack(), count(row.value()));
			}
		}
		return counts;
	}

	static long count(BigDecimal value) {
		return value.longValueExact();
	}

	/** The traps of one hypercall on a stack, as {@code L1 read HCR_EL2}, in the order of time. */
	static List<String> trace(Path study, String stack) throws InvalidStudyException, IOException {
		List<String> traps = new ArrayList<>();
		TrapTrace trace = STUDIES.explain(study, stack, "hypercall").trace();
		while (trace.next()) {
			traps.add(trace.trap().toString());
		}
		return traps;
	}
}
