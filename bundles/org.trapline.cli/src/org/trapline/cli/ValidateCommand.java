// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;
import org.trapline.result.Verdicts;
import org.trapline.result.format.ReproductionFormat;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.reproduce.Reproduction;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trapline validate}: compares simulated values with published ones. Exit status 1: a value misses its declared tolerance. */
@Command(name = "validate", mixinStandardHelpOptions = true,
		description = "Runs reproduction studies and compares every simulated value with its published value.",
		footer = { "", "Verdicts: ok; excused (within a wider tolerance that the study declares for this value, with its reason); MISS.",
				"Exit status: 1 when a value misses its declared tolerance, 2 for bad use or bad input, 0 otherwise." })
final class ValidateCommand implements Callable<Integer> {

	private static final int FAILED_CHECK = 1;

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;
	private final PrintWriter err;

	@Parameters(arity = "0..*", paramLabel = "STUDY",
			description = "Ids of shipped studies, and files in the Trapline language. Default: all shipped studies.")
	private List<String> names = List.of();

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
			description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private ReproductionFormat format;

	ValidateCommand(Supplier<Catalog> catalog, PrintWriter out, PrintWriter err) {
		this.catalog = catalog;
		this.out = out;
		this.err = err;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		Reproduction reproduction = new Reproduction(new Studies(catalog.get()));
		List<StudyResult> results = new ArrayList<>();
		if (names.isEmpty()) {
			results.addAll(reproduction.shipped());
		}
		for (String name : names) {
			results.addAll(reproduction.study(name));
		}
		format.write(results, out);
		int status = TraplineCommand.DONE;
		for (StudyResult result : results) {
			for (ResultRow miss : Verdicts.misses(result)) {
				err.println(result.study() + ": " + Verdicts.miss(miss));
				status = FAILED_CHECK;
			}
		}
		return status;
	}
}
