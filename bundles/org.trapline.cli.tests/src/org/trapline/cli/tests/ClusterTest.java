// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.tests.Trapline.Result;

/** The job array for Slurm, submitted to a stub of sbatch that runs its tasks one after the other. */
public class ClusterTest {

	private static final int TASKS = 3;

	/** Understands {@code sbatch --array=1-N SCRIPT ARGUMENT…}. */
	private static final String SBATCH = """
			#!/bin/bash
			set -e
			last=${1#--array=1-}
			shift
			for task in $(seq 1 "$last"); do
				SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=$last SLURM_CPUS_PER_TASK=2 bash "$@"
			done
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void theShardsOfAJobArrayMergeToOneRun() throws IOException {
		Path script = Path.of(System.getProperty("trapline.home"), "examples", "clusters", "slurm.sh");
		Path sbatch = Files.writeString(folder.getRoot().toPath().resolve("sbatch"), SBATCH);
		Path parts = folder.getRoot().toPath().resolve("parts");
		Map<String, String> environment = Map.of("TRAPLINE_COMMAND", Trapline.script().toString(), "TRAPLINE_JAVA_HOME", System.getProperty("java.home"));
		Result submitted = Trapline.start(folder.getRoot().toPath(), environment,
				List.of("bash", sbatch.toString(), "--array=1-" + TASKS, script.toString(), Trapline.study().toString(), parts.toString()));
		assertEquals(submitted.out() + submitted.err(), 0, submitted.status());
		List<Object> merge = new ArrayList<>(List.of("merge", Trapline.study()));
		for (int i = 1; i <= TASKS; i++) {
			merge.add(parts.resolve("part-%05d".formatted(i)));
		}
		merge.addAll(List.of("--format", "json"));
		assertEquals(Trapline.run(folder.getRoot().toPath(), "run", Trapline.study(), "--format", "json").done().out(),
				Trapline.run(folder.getRoot().toPath(), merge.toArray()).done().out());
	}
}
